import { charCode } from "./charCodes.ts";
import { builtInFunction } from "./functionNames.ts";
import type {
	Arguments,
	CallExpression,
	Expression,
	NameSegment,
	PathExpression,
	PathSegment,
	QualifiedNameSegment,
} from "./nodes.ts";
import { readBuiltInArguments, readNamedArguments, readNames } from "./readArguments.ts";
import { readPrefixed } from "./readQuoted.ts";
import { readAnnotationOrAlias, readMemberSegment, readVariable } from "./readPathSegments.ts";
import type { Reader } from "./reader.ts";

/**
 * A path or a call: `name`, `a/b`, `contains(a,'b')`, `$it/a`, `@p`, `Sales.Pattern'Yellow'`. `nameEnd` is where the
 * first name ends, `pos` itself where the first character is `$` or `@`.
 */
export function readPath(reader: Reader, nameEnd: number): Expression {
	const start = reader.pos;
	if (nameEnd > start) return readNamePath(reader, start, nameEnd);
	const first = reader.peek() === charCode.dollar ? readVariable(reader) : readAnnotationOrAlias(reader);
	if (reader.peek() === charCode.slash) {
		const path = readRest(reader, start, first);
		if (first.kind === "system" && first.name === "$these") checkCollection(reader, path);
		return path;
	}
	return first.kind === "aliasReference" ? first : pathOf(reader, start, [first]);
}

function readNamePath(reader: Reader, start: number, nameEnd: number): Expression {
	const end = reader.dottedEnd(nameEnd);
	const next = reader.codeAt(end);
	if (next === charCode.open) return readCall(reader, start, end, end > nameEnd);
	if (end > nameEnd && next === charCode.quote) return readPrefixed(reader, end);
	reader.pos = end;
	const name = reader.text.slice(start, end);
	const segment: NameSegment | QualifiedNameSegment = {
		kind: end > nameEnd ? "qualifiedName" : "name",
		start: reader.at(start),
		end: reader.at(end),
		name,
	};
	if (next === charCode.slash) return readRest(reader, start, segment);
	// A type alone is no value; a function without parentheses is one only in the path of a request.
	if (end > nameEnd && !reader.typesAllowed) reader.problem("expectedToken", end, end, "(");
	return pathOf(reader, start, [segment]);
}

/** A name with parentheses: a call if nothing follows, else the beginning of a path. */
function readCall(reader: Reader, start: number, nameEnd: number, qualified: boolean): Expression {
	const name = reader.text.slice(start, nameEnd);
	const known = builtInFunction(name);
	reader.pos = nameEnd;
	const typeNames = reader.typesAllowed && name === "Collection";
	const given =
		known !== undefined
			? readBuiltInArguments(reader, known)
			: typeNames
				? readNames(reader)
				: readNamedArguments(reader);
	const key = reader.peek() === charCode.open ? readNamedArguments(reader) : undefined;
	if (reader.peek() === charCode.slash) {
		return readRest(reader, start, segmentOf(reader, start, name, qualified, given, key));
	}
	const call: CallExpression = {
		kind: "call",
		start: reader.at(start),
		end: reader.at(reader.pos),
		name: known?.name ?? name,
		nameEnd: reader.at(nameEnd),
		builtIn: known !== undefined,
		arguments: given,
	};
	return key === undefined ? call : { ...call, key };
}

export function segmentOf(
	reader: Reader,
	start: number,
	name: string,
	qualified: boolean,
	given: Arguments,
	key: Arguments | undefined,
): NameSegment | QualifiedNameSegment {
	const segment = {
		kind: qualified ? ("qualifiedName" as const) : ("name" as const),
		start: reader.at(start),
		end: reader.at(reader.pos),
		name,
		arguments: given,
	};
	return key === undefined ? segment : { ...segment, key };
}

/** What `$these` stands for is a collection, which has functions and no properties. */
function checkCollection(reader: Reader, { segments: [, second] }: PathExpression): void {
	const isName = second?.kind === "name" || second?.kind === "qualifiedName";
	if (isName && second.arguments === undefined) reader.problemAt("expectedToken", second.end, "(");
}

/** All further segments; `pos` is at the slash. */
function readRest(reader: Reader, start: number, first: PathSegment): PathExpression {
	const segments: PathSegment[] = [first];
	while (reader.take(charCode.slash)) segments.push(readMemberSegment(reader));
	return pathOf(reader, start, segments);
}

function pathOf(reader: Reader, start: number, segments: readonly PathSegment[]): PathExpression {
	return { kind: "path", start: reader.at(start), end: reader.at(reader.pos), segments };
}
