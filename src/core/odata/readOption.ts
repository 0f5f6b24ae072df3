import { charCode, isBlank } from "./charCodes.ts";
import { isAllowed, isNested, type OptionContext, systemOption } from "./optionContext.ts";
import type { AliasOption, CustomOption, QueryOption } from "./nodes.ts";
import { readExpression } from "./readExpression.ts";
import { readOptionValue } from "./readOptionValue.ts";
import type { Reader } from "./reader.ts";

/** Where an option and its parts stand; the nodes of all options begin with it. */
export interface OptionHead {
	readonly start: number;
	readonly nameEnd: number;
	readonly valueStart: number;
	readonly written: string;
}

/** One option with its value. In a request the limit is where it ends; nested ones end by their grammar. */
export function readOption(reader: Reader, context: OptionContext): QueryOption {
	const start = reader.pos;
	const sign = reader.peek();
	if (sign === charCode.at) return readAlias(reader, context);
	const end = reader.nameEnd(sign === charCode.dollar ? start + 1 : start);
	const name = reader.text.slice(start, end);
	const kind = systemOption(name);
	// Without its `$` a name is one of OData's only where it is the whole name.
	if (kind === undefined || (sign !== charCode.dollar && reader.codeAt(end) !== charCode.equals)) {
		return readCustom(reader, context, sign === charCode.dollar);
	}
	if (!isAllowed(kind, context)) reader.problem("unexpectedOption", start, end);
	return readOptionValue(reader, kind, readHead(reader, start, end), isNested(context));
}

/** The name up to `nameEnd` and the equals sign behind it. */
function readHead(reader: Reader, start: number, nameEnd: number): OptionHead {
	const written = reader.text.slice(start, nameEnd);
	reader.pos = nameEnd;
	if (reader.peek() !== charCode.equals) reader.problem("expectedToken", nameEnd, nameEnd, "=");
	reader.skipBlanks();
	reader.take(charCode.equals);
	return { start: reader.at(start), nameEnd: reader.at(nameEnd), valueStart: reader.at(reader.pos), written };
}

/** `@p1=...`. */
function readAlias(reader: Reader, context: OptionContext): AliasOption {
	const start = reader.pos;
	const end = reader.nameEnd(start + 1);
	if (end === start + 1) reader.problem("expectedName", end, end);
	else if (!isAllowed("alias", context)) reader.problem("unexpectedOption", start, end);
	const { start: first, nameEnd, valueStart, written } = readHead(reader, start, end);
	skipUnexpectedBlanks(reader);
	const value = readExpression(reader);
	if (!isNested(context)) expectValueEnd(reader);
	return { kind: "alias", start: first, end: reader.at(reader.pos), nameEnd, valueStart, written, value };
}

/** An option of the service; with a `$` it is a slip. */
function readCustom(reader: Reader, context: OptionContext, unknown: boolean): CustomOption {
	const start = reader.pos;
	const end = isNested(context) ? nestedEnd(reader) : reader.limit;
	let nameEnd = start;
	while (nameEnd < end && reader.text.charCodeAt(nameEnd) !== charCode.equals) nameEnd += 1;
	const hasValue = nameEnd < end;
	if (nameEnd === start) reader.problem("expectedName", start, start);
	else if (unknown) reader.problem("unknownOption", start, nameEnd);
	else if (!isAllowed("custom", context)) reader.problem("unexpectedOption", start, nameEnd);
	reader.pos = end;
	const option: CustomOption = {
		kind: "custom",
		start: reader.at(start),
		end: reader.at(end),
		nameEnd: reader.at(nameEnd),
		valueStart: reader.at(hasValue ? nameEnd + 1 : end),
		written: reader.text.slice(start, nameEnd),
	};
	return hasValue ? { ...option, value: reader.text.slice(nameEnd + 1, end) } : option;
}

/** Where an option that nobody understands ends within parentheses. */
function nestedEnd(reader: Reader): number {
	let depth = 0;
	for (let pos = reader.pos; pos < reader.limit; pos += 1) {
		const code = reader.text.charCodeAt(pos);
		if (code === charCode.open) depth += 1;
		else if (code === charCode.close && depth-- === 0) return pos;
		else if (code === charCode.semicolon && depth === 0) return pos;
	}
	return reader.limit;
}

/** A value begins right behind its equals sign. */
export function skipUnexpectedBlanks(reader: Reader): void {
	const start = reader.pos;
	if (!isBlank(reader.peek())) return;
	reader.skipBlanks();
	reader.problem("unexpectedBlank", start, reader.pos);
}

/** The value must end where its option does. */
export function expectValueEnd(reader: Reader): void {
	const end = reader.pos;
	reader.skipBlanks();
	if (reader.ended && reader.pos > end) reader.problem("unexpectedBlank", end, reader.pos);
	reader.expectEnd();
}
