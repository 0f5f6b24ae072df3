/** The value of `$apply`: transformations, one after the other. */
import type { RankName, Transformation } from "./applyNodes.ts";
import { charCode } from "./charCodes.ts";
import type { Expression } from "./nodes.ts";
import { readAggregateItem } from "./readAggregate.ts";
import { closeParentheses, readNamedArguments } from "./readArguments.ts";
import { readComputeItems } from "./readCompute.ts";
import { readExpression } from "./readExpression.ts";
import { readGroupBy } from "./readGroupBy.ts";
import { readHierarchy } from "./readHierarchy.ts";
import { readList } from "./readList.ts";
import { readConcat, readJoin, readNest } from "./readNest.ts";
import { readOrderByItems } from "./readOrderBy.ts";
import type { Reader } from "./reader.ts";
import { readSearch } from "./readSearch.ts";

/** A sequence of transformations with slashes between them. */
export function readApply(reader: Reader): readonly Transformation[] {
	const transformations = [readTransformation(reader)];
	while (reader.take(charCode.slash)) transformations.push(readTransformation(reader));
	return transformations;
}

/** Whether a transformation begins at `pos`: only those and functions of a service have parentheses here. */
export function isTransformation(reader: Reader): boolean {
	const start = reader.pos;
	const end = reader.qualifiedNameEnd(start);
	const name = reader.text.slice(start, end);
	if (name === "identity") return true;
	return reader.codeAt(end) === charCode.open && (name.includes(".") || readers.has(name));
}

/** Reads what stands in the parentheses; those are read by `readTransformation`. `start` is the offset of the name. */
type ReadInner = (reader: Reader, start: number, name: string) => Transformation;

const ranks: readonly RankName[] = ["topcount", "topsum", "toppercent", "bottomcount", "bottomsum", "bottompercent"];

const readers: ReadonlyMap<string, ReadInner> = new Map(
	Object.entries<ReadInner>({
		aggregate: (reader, start) => {
			const items = readList(reader, (inner) => readAggregateItem(inner, true));
			return { kind: "aggregate", start, end: start, items };
		},
		groupby: readGroupBy,
		filter: (reader, start) => ({ kind: "filterBy", start, end: start, expression: readExpression(reader) }),
		search: (reader, start) => ({ kind: "searchFor", start, end: start, expression: readSearch(reader) }),
		orderby: (reader, start) => ({ kind: "sortBy", start, end: start, items: readOrderByItems(reader) }),
		compute: (reader, start) => ({ kind: "computeNew", start, end: start, items: readComputeItems(reader) }),
		top: (reader, start) => ({ kind: "limit", start, end: start, name: "top", count: readCount(reader) }),
		skip: (reader, start) => ({ kind: "limit", start, end: start, name: "skip", count: readCount(reader) }),
		concat: readConcat,
		nest: (reader, start) => readNest(reader, start, false),
		addnested: (reader, start) => readNest(reader, start, true),
		join: (reader, start) => readJoin(reader, start, false),
		outerjoin: (reader, start) => readJoin(reader, start, true),
		ancestors: (reader, start) => readHierarchy(reader, start, "ancestors"),
		descendants: (reader, start) => readHierarchy(reader, start, "descendants"),
		traverse: (reader, start) => readHierarchy(reader, start, "traverse"),
		...Object.fromEntries(
			ranks.map((name): [string, ReadInner] => [
				name,
				(reader, start) => {
					const amount = readExpression(reader);
					passComma(reader);
					return { kind: "rank", start, end: start, name, amount, by: readExpression(reader) };
				},
			]),
		),
	}),
);

/** Over a comma, which must be there, and the blanks around it. */
export function passComma(reader: Reader): void {
	reader.skipBlanks();
	reader.expect(charCode.comma);
	reader.skipBlanks();
}

function readTransformation(reader: Reader): Transformation {
	const start = reader.pos;
	const end = reader.qualifiedNameEnd(start);
	if (end === start) return reader.missing("expectedTransformation");
	const name = reader.text.slice(start, end);
	reader.pos = end;
	if (name === "identity") return { kind: "identity", start: reader.at(start), end: reader.at(end) };
	if (name.includes(".")) return readCustom(reader, start, name);
	const readInner = readers.get(name);
	if (readInner === undefined) return unknown(reader, start);
	if (!reader.expect(charCode.open)) return { kind: "missing", start: reader.at(end), end: reader.at(end) };
	reader.skipBlanks();
	const inner = reader.enter() ? readInner(reader, reader.at(start), name) : reader.missing("expectedTransformation");
	reader.leave();
	closeParentheses(reader);
	return { ...inner, end: reader.at(reader.pos) };
}

/** A name that is none of OData's: what services define is qualified. */
function unknown(reader: Reader, start: number): Transformation {
	reader.problem("expectedTransformation", reader.pos, reader.pos);
	const place = reader.at(start);
	return { kind: "missing", start: place, end: place };
}

function readCustom(reader: Reader, start: number, name: string): Transformation {
	const place = reader.at(reader.pos);
	if (reader.peek() !== charCode.open) {
		reader.problem("expectedToken", reader.pos, reader.pos, "(");
		const none = { kind: "arguments" as const, start: place, end: place, items: [] };
		return { kind: "customTransformation", start: reader.at(start), end: place, name, arguments: none };
	}
	const given = readNamedArguments(reader);
	return { kind: "customTransformation", start: reader.at(start), end: given.end, name, arguments: given };
}

/** Of `top(5)`: digits. */
function readCount(reader: Reader): Expression {
	const start = reader.pos;
	const count = readExpression(reader);
	const isCount = count.kind === "literal" && count.type === "integer" && count.value >= 0;
	if (!isCount) reader.problem("expectedNumber", start, start);
	return count;
}
