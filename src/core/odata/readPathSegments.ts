/** The segments of paths inside expressions that are more than a name. */
import { charCode, isNameFollow } from "./charCodes.ts";
import type {
	AggregateSegment,
	AliasReference,
	AnnotationSegment,
	Arguments,
	Expression,
	LambdaSegment,
	Missing,
	PathSegment,
	SystemSegment,
	SystemSegmentName,
	TextSegment,
} from "./nodes.ts";
import { readAggregateItem } from "./readAggregate.ts";
import { closeParentheses, readNamedArguments } from "./readArguments.ts";
import { readExpression } from "./readExpression.ts";
import { readNestedOptions } from "./readNestedOptions.ts";
import { segmentOf } from "./readPathExpression.ts";
import type { Reader } from "./reader.ts";
import { skipToClosing } from "./skipToClosing.ts";

/** A segment behind a slash. */
export function readMemberSegment(reader: Reader): PathSegment {
	const start = reader.pos;
	const code = reader.peek();
	if (code === charCode.dollar) return readSystemMember(reader);
	if (code === charCode.at) return readAnnotation(reader);
	const nameEnd = reader.nameEnd(start);
	if (nameEnd === start) return reader.missing("expectedName");
	if (reader.codeAt(nameEnd) === charCode.open) {
		if (reader.takeWord("any")) return readLambda(reader, "any", start);
		if (reader.takeWord("all")) return readLambda(reader, "all", start);
		if (reader.takeWord("aggregate")) return readAggregateSegment(reader, start);
	}
	return readNameSegment(reader, nameEnd);
}

/** A name with its parentheses, if any. `nameEnd` is where its first part ends. */
export function readNameSegment(reader: Reader, nameEnd: number): PathSegment {
	const start = reader.pos;
	const end = reader.dottedEnd(nameEnd);
	const name = reader.text.slice(start, end);
	reader.pos = end;
	if (reader.peek() === charCode.open) {
		const given = readNamedArguments(reader);
		const key = reader.peek() === charCode.open ? readNamedArguments(reader) : undefined;
		return segmentOf(reader, start, name, end > nameEnd, given, key);
	}
	return { kind: end > nameEnd ? "qualifiedName" : "name", start: reader.at(start), end: reader.at(end), name };
}

/** `any(x:...)` behind its word; `pos` is at the parenthesis. */
export function readLambda(reader: Reader, operator: "any" | "all", start: number): LambdaSegment {
	reader.pos += 1;
	reader.skipBlanks();
	if (reader.take(charCode.close)) {
		if (operator === "all") reader.problem("expectedExpression", reader.pos, reader.pos);
		return { kind: "lambda", start: reader.at(start), end: reader.at(reader.pos), operator };
	}
	const variable = reader.identifier();
	const body = readLambdaBody(reader);
	return { kind: "lambda", start: reader.at(start), end: reader.at(reader.pos), operator, variable, body };
}

/** From the colon to the closing parenthesis. */
function readLambdaBody(reader: Reader): Expression {
	reader.skipBlanks();
	if (reader.peek() !== charCode.colon) {
		const body = reader.missing("expectedToken", ":");
		skipToClosing(reader, charCode.close);
		return body;
	}
	reader.pos += 1;
	reader.skipBlanks();
	const body = reader.enter() ? readExpression(reader) : reader.missing("expectedExpression");
	reader.leave();
	closeParentheses(reader);
	return body;
}

function readAggregateSegment(reader: Reader, start: number): AggregateSegment {
	reader.pos += 1;
	reader.skipBlanks();
	const item = reader.enter() ? readAggregateItem(reader, false) : undefined;
	reader.leave();
	closeParentheses(reader);
	const items = item === undefined ? [] : [item];
	return { kind: "aggregateSegment", start: reader.at(start), end: reader.at(reader.pos), items };
}

/** `$it`, `$this`, `$these`, `$root`: what a path may begin with. The last two are nothing without more. */
export function readVariable(reader: Reader): SystemSegment | TextSegment {
	const start = reader.pos;
	for (const name of ["$it", "$this", "$root", "$these"] as const) {
		if (!takeSystemName(reader, name)) continue;
		const needsMore = name === "$root" || name === "$these";
		if (needsMore && reader.peek() !== charCode.slash) {
			reader.problem("expectedToken", reader.pos, reader.pos, "/");
		}
		return { kind: "system", start: reader.at(start), end: reader.at(reader.pos), name };
	}
	return unknownSegment(reader);
}

/** `$count`, perhaps with options, and `$filter(...)`, perhaps with a key. */
function readSystemMember(reader: Reader): SystemSegment | TextSegment {
	const start = reader.pos;
	if (takeSystemName(reader, "$count")) {
		const node = { kind: "system", start: reader.at(start), end: reader.at(reader.pos), name: "$count" } as const;
		if (reader.peek() !== charCode.open) return node;
		const options = readNestedOptions(reader, "countInExpression");
		return { ...node, end: reader.at(reader.pos), options };
	}
	return takeSystemName(reader, "$filter") ? readFilterSegment(reader, start) : unknownSegment(reader);
}

/** `$filter(...)` behind its word. */
export function readFilterSegment(reader: Reader, start: number): SystemSegment {
	const given = readFilterArguments(reader);
	const key = reader.peek() === charCode.open ? readNamedArguments(reader) : undefined;
	const node = {
		kind: "system" as const,
		start: reader.at(start),
		end: reader.at(reader.pos),
		name: "$filter" as const,
		arguments: given,
	};
	return key === undefined ? node : { ...node, key };
}

function readFilterArguments(reader: Reader): Arguments {
	const start = reader.at(reader.pos);
	if (!reader.expect(charCode.open)) return { kind: "arguments", start, end: start, items: [] };
	reader.skipBlanks();
	const valueStart = reader.at(reader.pos);
	const value = reader.enter() ? readExpression(reader) : reader.missing("expectedExpression");
	reader.leave();
	const end = reader.at(reader.pos);
	closeParentheses(reader);
	const items = [{ kind: "positional" as const, start: valueStart, end, value }];
	return { kind: "arguments", start, end: reader.at(reader.pos), items };
}

/** Passes over that name if it stands here as a whole. Their case matters (ABNF, note at odataRelativeUri). */
export function takeSystemName(reader: Reader, name: SystemSegmentName): boolean {
	const end = reader.pos + name.length;
	if (!reader.text.startsWith(name, reader.pos) || end > reader.limit || isNameFollow(reader.codeAt(end))) return false;
	reader.pos = end;
	return true;
}

/** A `$` and a word that OData does not define there. */
export function unknownSegment(reader: Reader): TextSegment {
	const start = reader.pos;
	reader.pos = Math.max(start + 1, reader.nameEnd(start + 1));
	reader.problem("unknownSegment", start, reader.pos);
	const text = reader.text.slice(start, reader.pos);
	return { kind: "text", start: reader.at(start), end: reader.at(reader.pos), text };
}

/** At the beginning of an expression a name without dots behind the `@` is an alias. */
export function readAnnotationOrAlias(reader: Reader): AnnotationSegment | AliasReference | Missing {
	const start = reader.pos;
	const end = reader.nameEnd(start + 1);
	if (end === start + 1 || reader.codeAt(end) === charCode.dot) return readAnnotation(reader);
	reader.pos = end;
	return { kind: "aliasReference", start: reader.at(start), end: reader.at(end), name: reader.text.slice(start, end) };
}

/** `@Measures.Currency`, `@Measures.Currency#Reporting`: the sign before the qualifier is encoded in a URL. */
export function readAnnotation(reader: Reader): AnnotationSegment | Missing {
	const start = reader.pos;
	const end = reader.qualifiedNameEnd(start + 1);
	reader.pos = end;
	if (end === start + 1) return reader.missing("expectedName");
	const name = reader.text.slice(start + 1, end);
	if (reader.peek() !== charCode.hash) {
		return { kind: "annotation", start: reader.at(start), end: reader.at(end), name };
	}
	const qualifierEnd = reader.nameEnd(end + 1);
	reader.pos = qualifierEnd;
	if (qualifierEnd === end + 1) reader.problem("expectedName", qualifierEnd, qualifierEnd);
	const qualifier = reader.text.slice(end + 1, qualifierEnd);
	return { kind: "annotation", start: reader.at(start), end: reader.at(reader.pos), name, qualifier };
}
