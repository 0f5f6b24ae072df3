/** The path of a request (Part 2, "Resource Path"). `pos` is at its beginning, the limit at its end. */
import { charCode } from "./charCodes.ts";
import type { Arguments, Path, PathSegment, SystemSegmentName, TextSegment } from "./nodes.ts";
import { closeParentheses } from "./readArguments.ts";
import { readExpression } from "./readExpression.ts";
import { readList } from "./readList.ts";
import { readFilterSegment, readNameSegment, takeSystemName, unknownSegment } from "./readPathSegments.ts";
import type { Reader } from "./reader.ts";

/** What may stand only at the beginning. */
const firstNames = ["$metadata", "$batch", "$entity", "$all", "$crossjoin", "$root"] as const;
/** What may stand only behind something. */
const laterNames = ["$ref", "$count", "$value", "$filter", "$each", "$query"] as const;
/** Nothing may follow these. */
const lastNames: ReadonlySet<SystemSegmentName> = new Set([
	"$ref",
	"$count",
	"$value",
	"$query",
	"$metadata",
	"$batch",
]);

export function readResourcePath(reader: Reader): Path {
	const start = reader.pos;
	const segments: PathSegment[] = [];
	reader.inPath = true;
	while (reader.pos < reader.limit) {
		const segment = isSlash(reader, reader.pos) ? undefined : readSegment(reader, segments.length === 0);
		if (segment !== undefined) segments.push(segment);
		else reader.problem("emptySegment", reader.pos, reader.pos);
		if (!atSlash(reader)) break;
		if (segment?.kind === "system" && lastNames.has(segment.name)) {
			reader.problem("unexpectedSegment", reader.pos, reader.limit);
		}
		reader.pos += 1;
		if (reader.pos === reader.limit) reader.problem("emptySegment", reader.pos, reader.pos);
	}
	reader.inPath = false;
	return { kind: "resourcePath", start: reader.at(start), end: reader.at(reader.pos), segments };
}

/** To the next plain slash; what stands before it belongs to nothing. */
function atSlash(reader: Reader): boolean {
	const start = reader.pos;
	while (!reader.ended && !isSlash(reader, reader.pos)) reader.pos += 1;
	if (reader.pos > start) reader.problem("unexpectedText", start, reader.pos);
	return !reader.ended;
}

function isSlash(reader: Reader, pos: number): boolean {
	return reader.codeAt(pos) === charCode.slash && !reader.isEncoded(pos);
}

function readSegment(reader: Reader, first: boolean): PathSegment {
	const start = reader.pos;
	if (reader.peek() === charCode.dollar) return readSystemSegment(reader, first);
	const nameEnd = reader.nameEnd(start);
	const end = nameEnd > start ? reader.dottedEnd(nameEnd) : start;
	const next = reader.codeAt(end);
	if (end > start && (next === -1 || next === charCode.open || isSlash(reader, end))) {
		return readNameSegment(reader, nameEnd);
	}
	// What is no name may be a key, which can stand only behind something.
	if (!first) return readText(reader);
	return end > start ? readNameSegment(reader, nameEnd) : reader.missing("expectedPath");
}

function readText(reader: Reader): PathSegment {
	const start = reader.pos;
	let end = start;
	while (end < reader.limit && !isSlash(reader, end)) end += 1;
	if (end === start) return reader.missing("expectedPath");
	reader.pos = end;
	return { kind: "text", start: reader.at(start), end: reader.at(end), text: reader.text.slice(start, end) };
}

function readSystemSegment(reader: Reader, first: boolean): PathSegment {
	const start = reader.pos;
	for (const name of first ? firstNames : laterNames)
		if (takeSystemName(reader, name)) return finish(reader, start, name);
	for (const name of first ? laterNames : firstNames) {
		if (!takeSystemName(reader, name)) continue;
		reader.problem("unexpectedSegment", start, reader.pos);
		return finish(reader, start, name);
	}
	return unknownSegment(reader) satisfies TextSegment;
}

function finish(reader: Reader, start: number, name: SystemSegmentName): PathSegment {
	if (name === "$filter") return readFilterSegment(reader, start);
	const given = name === "$crossjoin" ? readCrossjoin(reader) : undefined;
	const node = { kind: "system" as const, start: reader.at(start), end: reader.at(reader.pos), name };
	return given === undefined ? node : { ...node, arguments: given };
}

/** `(Customers,Countries)`. */
function readCrossjoin(reader: Reader): Arguments {
	const start = reader.at(reader.pos);
	if (!reader.expect(charCode.open)) return { kind: "arguments", start, end: start, items: [] };
	const items = readList(reader, (inner) => {
		const place = inner.at(inner.pos);
		const value = inner.nameEnd(inner.pos) > inner.pos ? readExpression(inner) : inner.missing("expectedName");
		return { kind: "positional" as const, start: place, end: inner.at(inner.pos), value };
	});
	closeParentheses(reader);
	return { kind: "arguments", start, end: reader.at(reader.pos), items };
}
