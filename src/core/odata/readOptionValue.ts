/** The value behind each of OData's own options. */
import { charCode, isDigit } from "./charCodes.ts";
import type { SystemOptionKind } from "./optionContext.ts";
import type { QueryOption, TextOption } from "./nodes.ts";
import { readApply } from "./readApply.ts";
import { readComputeItems } from "./readCompute.ts";
import { readExpandItems } from "./readExpand.ts";
import { readExpression } from "./readExpression.ts";
import { expectValueEnd, type OptionHead, skipUnexpectedBlanks } from "./readOption.ts";
import { readOrderByItems } from "./readOrderBy.ts";
import type { Reader } from "./reader.ts";
import { readSearch } from "./readSearch.ts";
import { readSelectItems } from "./readSelect.ts";
import { skipDigits } from "./scanTemporal.ts";

/** `pos` is at the value; a nested one ends where its grammar does. */
export function readOptionValue(
	reader: Reader,
	kind: SystemOptionKind,
	head: OptionHead,
	nested: boolean,
): QueryOption {
	skipUnexpectedBlanks(reader);
	const { start, nameEnd, valueStart, written } = head;
	const place = (): number => {
		if (!nested) expectValueEnd(reader);
		return reader.at(reader.pos);
	};
	switch (kind) {
		case "filter": {
			const expression = readExpression(reader);
			return { kind, start, end: place(), nameEnd, valueStart, written, expression };
		}
		case "select": {
			const items = readSelectItems(reader);
			return { kind, start, end: place(), nameEnd, valueStart, written, items };
		}
		case "expand": {
			const items = readExpandItems(reader);
			return { kind, start, end: place(), nameEnd, valueStart, written, items };
		}
		case "orderby": {
			const items = readOrderByItems(reader);
			return { kind, start, end: place(), nameEnd, valueStart, written, items };
		}
		case "compute": {
			const items = readComputeItems(reader);
			return { kind, start, end: place(), nameEnd, valueStart, written, items };
		}
		case "apply": {
			const transformations = readApply(reader);
			return { kind, start, end: place(), nameEnd, valueStart, written, transformations };
		}
		case "search": {
			const expression = readSearch(reader);
			return { kind, start, end: place(), nameEnd, valueStart, written, expression };
		}
		default:
			return readScalarOption(reader, kind, head, place);
	}
}

type ScalarKind = Exclude<
	SystemOptionKind,
	"filter" | "select" | "expand" | "orderby" | "compute" | "apply" | "search"
>;

function readScalarOption(reader: Reader, kind: ScalarKind, head: OptionHead, place: () => number): QueryOption {
	switch (kind) {
		case "top":
		case "skip":
		case "index": {
			const value = readWholeNumber(reader, kind === "index");
			const option = { kind, ...head, end: place() };
			return value === undefined ? option : { ...option, value };
		}
		case "count": {
			const value = readBoolean(reader);
			const option = { kind, ...head, end: place() };
			return value === undefined ? option : { ...option, value };
		}
		case "levels": {
			const value = readLevels(reader);
			const option = { kind, ...head, end: place() };
			return value === undefined ? option : { ...option, value };
		}
		default: {
			const value = readRest(reader, kind);
			return { kind, ...head, end: place(), value };
		}
	}
}

function readWholeNumber(reader: Reader, negative: boolean): number | undefined {
	const start = reader.pos;
	const first = negative && reader.peek() === charCode.minus ? start + 1 : start;
	const end = skipDigits(reader, first);
	reader.pos = end;
	if (end > first) return Number(reader.text.slice(start, end));
	reader.problem("expectedNumber", end, end);
	return undefined;
}

function readBoolean(reader: Reader): boolean | undefined {
	if (reader.takeWord("true")) return true;
	if (reader.takeWord("false")) return false;
	reader.problem("expectedValue", reader.pos, reader.pos, "true");
	return undefined;
}

/** `max` or a number without leading zeros. */
function readLevels(reader: Reader): number | "max" | undefined {
	if (reader.takeWord("max")) return "max";
	if (isDigit(reader.peek()) && reader.peek() !== charCode.zero) return readWholeNumber(reader, false);
	reader.problem("expectedValue", reader.pos, reader.pos, "max");
	reader.pos = skipDigits(reader, reader.pos);
	return undefined;
}

/** Text for someone else, to the end of the option. */
function readRest(reader: Reader, kind: TextOption["kind"]): string {
	const start = reader.pos;
	const text = reader.text.slice(start, reader.limit);
	reader.pos = reader.limit;
	if (text === "") reader.problem("expectedValue", start, start);
	else if (kind === "format") checkFormat(reader, text);
	else if (kind === "schemaversion") checkVersion(reader, start);
	return text;
}

/** One of OData's three, or a media type. */
function checkFormat(reader: Reader, text: string): void {
	if (/^(atom|json|xml)$/i.test(text)) return;
	const slash = text.indexOf("/");
	if (slash < 1 || slash === text.length - 1) reader.problem("expectedToken", reader.limit, reader.limit, "/");
}

function checkVersion(reader: Reader, start: number): void {
	if (reader.text.slice(start, reader.limit) === "*") return;
	for (let pos = start; pos < reader.limit; pos += 1) {
		if (/[\w.~-]/.test(reader.text.charAt(pos))) continue;
		reader.problem("unexpectedText", pos, reader.limit);
		return;
	}
}
