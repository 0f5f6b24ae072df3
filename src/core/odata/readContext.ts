/** Fragments of context URLs: `pos` is at the `#`. */
import { charCode, isDigit } from "./charCodes.ts";
import type { ContextItem, ContextPart, ContextUrl } from "./contextNodes.ts";
import type { Arguments, PathSegment } from "./nodes.ts";
import { closeParentheses, readNamedArguments } from "./readArguments.ts";
import { readList } from "./readList.ts";
import { readAnnotation, takeSystemName } from "./readPathSegments.ts";
import { readStarOrName } from "./readSelect.ts";
import type { Reader } from "./reader.ts";

const parts: readonly ContextPart[] = ["$entity", "$delta", "$deletedEntity", "$link", "$deletedLink"];

export function readContext(reader: Reader): ContextUrl {
	const start = reader.at(reader.pos);
	reader.expect(charCode.hash);
	const segments: PathSegment[] = [];
	let select: readonly ContextItem[] | undefined;
	let part: ContextPart | undefined;
	do {
		part = segments.length === 0 ? undefined : takePart(reader);
		if (part !== undefined) break;
		if (select !== undefined) reader.problem("unexpectedSegment", reader.pos, reader.limit);
		segments.push(readSegment(reader));
		if (reader.peek() === charCode.open) select = readSelectList(reader);
	} while (reader.take(charCode.slash));
	const url: ContextUrl = { kind: "contextUrl", start, end: reader.at(reader.pos), segments };
	return { ...url, ...(select && { select }), ...(part && { part }) };
}

function takePart(reader: Reader): ContextPart | undefined {
	const end = reader.nameEnd(reader.pos + 1);
	const name = reader.text.slice(reader.pos, end);
	const part = parts.find((known) => known === name);
	if (part !== undefined) reader.pos = end;
	return part;
}

/** A name with its key, if any, or what stands for no table: `$ref`, `Collection(Edm.EntityType)`. */
function readSegment(reader: Reader): PathSegment {
	const start = reader.pos;
	if (takeSystemName(reader, "$ref")) {
		return { kind: "system", start: reader.at(start), end: reader.at(reader.pos), name: "$ref" };
	}
	const segment = readStarOrName(reader, false);
	if (segment.kind !== "name" && segment.kind !== "qualifiedName") return segment;
	const given = segment.name === "Collection" ? readCollected(reader) : readKey(reader);
	return given === undefined ? segment : { ...segment, end: given.end, arguments: given };
}

/** Of `Collection(...)`: one type, or `$ref`. */
function readCollected(reader: Reader): Arguments | undefined {
	const start = reader.at(reader.pos);
	if (!reader.take(charCode.open)) return undefined;
	const type = reader.enter() ? readSegment(reader) : reader.missing("expectedName");
	reader.leave();
	closeParentheses(reader);
	const { start: inner, end } = type;
	const value = { kind: "path" as const, start: inner, end, segments: [type] };
	return {
		kind: "arguments",
		start,
		end: reader.at(reader.pos),
		items: [{ kind: "positional", start: inner, end, value }],
	};
}

/** A key begins with a literal or with a name and `=`; names alone are a list of columns. */
function readKey(reader: Reader): Arguments | undefined {
	if (reader.peek() !== charCode.open) return undefined;
	const first = reader.codeAt(reader.pos + 1);
	const nameEnd = reader.nameEnd(reader.pos + 1);
	const next = nameEnd > reader.pos + 1 ? reader.codeAt(nameEnd) : first;
	const isKey = isDigit(first) || [charCode.quote, charCode.minus, charCode.equals].some((code) => code === next);
	return isKey ? readNamedArguments(reader) : undefined;
}

function readSelectList(reader: Reader): readonly ContextItem[] {
	reader.pos += 1;
	let items: readonly ContextItem[] = [];
	if (reader.enter() && reader.peek() !== charCode.close) items = readList(reader, readItem);
	reader.leave();
	closeParentheses(reader);
	return items;
}

function readItem(reader: Reader): ContextItem {
	const start = reader.at(reader.pos);
	const segments: PathSegment[] = [];
	do segments.push(readItemSegment(reader));
	while (reader.take(charCode.slash));
	const recursive = reader.take(charCode.plus);
	const select = reader.peek() === charCode.open ? readSelectList(reader) : undefined;
	const item: ContextItem = { kind: "contextItem", start, end: reader.at(reader.pos), segments, recursive };
	return select === undefined ? item : { ...item, select };
}

/** The sign before the qualifier of an annotation is plain in a fragment. */
function readItemSegment(reader: Reader): PathSegment {
	if (reader.peek() !== charCode.at) return readStarOrName(reader, true);
	const hash = reader.qualifiedNameEnd(reader.pos + 1);
	if (reader.codeAt(hash) === charCode.hash && reader.isEncoded(hash)) reader.problem("unexpectedText", hash, hash + 1);
	return readAnnotation(reader);
}
