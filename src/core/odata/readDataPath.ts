import { charCode } from "./charCodes.ts";
import type { Missing, PathExpression, PathSegment } from "./nodes.ts";
import type { Reader } from "./reader.ts";

/**
 * A path of names and casts alone, as aggregation groups by it: no keys, no calls, no annotations. Unless `typeLast`,
 * it may not end with a cast.
 */
export function readDataPath(reader: Reader, typeLast: boolean): PathExpression | Missing {
	const start = reader.pos;
	if (reader.nameEnd(start) === start) return reader.missing("expectedPath");
	const segments: PathSegment[] = [];
	do segments.push(readSegment(reader));
	while (reader.take(charCode.slash));
	if (!typeLast && segments.at(-1)?.kind === "qualifiedName") {
		reader.problem("expectedToken", reader.pos, reader.pos, "/");
	}
	return { kind: "path", start: reader.at(start), end: reader.at(reader.pos), segments };
}

function readSegment(reader: Reader): PathSegment {
	const start = reader.pos;
	const nameEnd = reader.nameEnd(start);
	if (nameEnd === start) return reader.missing("expectedName");
	const end = reader.dottedEnd(nameEnd);
	reader.pos = end;
	const name = reader.text.slice(start, end);
	return { kind: end > nameEnd ? "qualifiedName" : "name", start: reader.at(start), end: reader.at(end), name };
}
