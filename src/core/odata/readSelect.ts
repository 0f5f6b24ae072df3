import { charCode } from "./charCodes.ts";
import type { PathSegment, QueryOption, SelectItem } from "./nodes.ts";
import { readNames } from "./readArguments.ts";
import { readList } from "./readList.ts";
import { readNestedOptions } from "./readNestedOptions.ts";
import { readAnnotation, unknownSegment } from "./readPathSegments.ts";
import type { Reader } from "./reader.ts";

/** `name,Address/City,Model.*,Addresses($top=1)`. */
export function readSelectItems(reader: Reader): readonly SelectItem[] {
	return readList(reader, readSelectItem);
}

const noOptions: readonly QueryOption[] = [];

export function readSelectItem(reader: Reader): SelectItem {
	const start = reader.at(reader.pos);
	const segments: PathSegment[] = [readSegment(reader)];
	while (reader.peek() === charCode.slash) {
		reader.pos += 1;
		segments.push(readSegment(reader));
	}
	const options = reader.peek() === charCode.open ? readParentheses(reader, segments) : noOptions;
	return { kind: "selectItem", start, end: reader.at(reader.pos), segments, options };
}

function readSegment(reader: Reader): PathSegment {
	const code = reader.peek();
	if (code === charCode.at) return readAnnotation(reader);
	return code === charCode.dollar ? unknownSegment(reader) : readStarOrName(reader, true);
}

/** `*`, a name, a qualified name, and where it is allowed `Model.*`. */
export function readStarOrName(reader: Reader, operations: boolean): PathSegment {
	const start = reader.pos;
	if (reader.take(charCode.star)) return { kind: "star", start: reader.at(start), end: reader.at(start + 1) };
	const nameEnd = reader.nameEnd(start);
	if (nameEnd === start) return reader.missing("expectedName");
	const end = reader.dottedEnd(nameEnd);
	const name = reader.text.slice(start, end);
	reader.pos = end;
	if (operations && reader.peek() === charCode.dot && reader.codeAt(end + 1) === charCode.star) {
		reader.pos = end + 2;
		return { kind: "star", start: reader.at(start), end: reader.at(reader.pos), namespace: name };
	}
	return { kind: end > nameEnd ? "qualifiedName" : "name", start: reader.at(start), end: reader.at(end), name };
}

/** Options, or the parameter names that tell which overload of a function is meant: those go to the last segment. */
function readParentheses(reader: Reader, segments: PathSegment[]): readonly QueryOption[] {
	const last = segments.at(-1);
	if (last === undefined || (last.kind !== "name" && last.kind !== "qualifiedName") || startsOptions(reader)) {
		return readNestedOptions(reader, "select");
	}
	const names = readNames(reader);
	segments[segments.length - 1] = { ...last, end: names.end, arguments: names };
	return noOptions;
}

/** Whether the parentheses hold options: `pos` is at the opening one. */
function startsOptions(reader: Reader): boolean {
	const start = reader.pos + 1;
	const code = reader.codeAt(start);
	if (code === charCode.dollar || code === charCode.at) return true;
	const end = reader.nameEnd(start);
	return end === start || reader.codeAt(end) === charCode.equals;
}
