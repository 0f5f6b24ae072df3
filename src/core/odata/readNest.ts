/** Transformations that hold sequences of others. */
import type { Transformation, TransformationSequence } from "./applyNodes.ts";
import { passComma, readApply } from "./readApply.ts";
import { readAlias } from "./readCompute.ts";
import { readDataPath } from "./readDataPath.ts";
import { readList } from "./readList.ts";
import { charCode } from "./charCodes.ts";
import type { Expression } from "./nodes.ts";
import { readAnnotation } from "./readPathSegments.ts";
import type { Reader } from "./reader.ts";

/** `filter(...)/groupby(...)`. */
export function readSequence(reader: Reader): TransformationSequence {
	const start = reader.at(reader.pos);
	const transformations = readApply(reader);
	return { kind: "sequence", start, end: reader.at(reader.pos), transformations };
}

function readNamedSequence(reader: Reader): TransformationSequence {
	const sequence = readSequence(reader);
	const alias = readAlias(reader);
	return { ...sequence, end: reader.at(reader.pos), alias };
}

export function readConcat(reader: Reader, start: number): Transformation {
	const sequences = readList(reader, readSequence);
	if (sequences.length === 1) reader.problem("expectedToken", reader.pos, reader.pos, ",");
	return { kind: "concat", start, end: start, sequences };
}

export function readNest(reader: Reader, start: number, added: boolean): Transformation {
	if (!added) return { kind: "nest", start, end: start, sequences: readList(reader, readNamedSequence) };
	const path = readDataPath(reader, true);
	passComma(reader);
	return { kind: "nest", start, end: start, path, sequences: readList(reader, readNamedSequence) };
}

export function readJoin(reader: Reader, start: number, outer: boolean): Transformation {
	const path = readJoined(reader);
	const alias = readAlias(reader);
	reader.skipBlanks();
	if (!reader.take(charCode.comma)) return { kind: "join", start, end: start, outer, path, alias, then: [] };
	reader.skipBlanks();
	return { kind: "join", start, end: start, outer, path, alias, then: readApply(reader) };
}

/** A collection of the row: navigation, a complex property, an annotation. */
function readJoined(reader: Reader): Expression {
	if (reader.peek() !== charCode.at) return readDataPath(reader, true);
	const annotation = readAnnotation(reader);
	return { kind: "path", start: annotation.start, end: annotation.end, segments: [annotation] };
}
