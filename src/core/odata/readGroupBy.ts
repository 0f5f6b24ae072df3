import type { GroupByTransformation, RollupKey, Transformation } from "./applyNodes.ts";
import { charCode } from "./charCodes.ts";
import { closeParentheses } from "./readArguments.ts";
import { readApply } from "./readApply.ts";
import { readDataPath } from "./readDataPath.ts";
import { readHierarchyReference } from "./readHierarchy.ts";
import { readList } from "./readList.ts";
import { readSequence } from "./readNest.ts";
import type { Reader } from "./reader.ts";

type Key = GroupByTransformation["keys"][number];

/** `(a,b/c,rollup(d,e)),aggregate(...)`: what stands in the parentheses of `groupby`. */
export function readGroupBy(reader: Reader, start: number): Transformation {
	let keys: readonly Key[] = [];
	if (reader.expect(charCode.open)) {
		reader.skipBlanks();
		keys = readList(reader, readKey);
		closeParentheses(reader);
	}
	reader.skipBlanks();
	if (!reader.take(charCode.comma)) return { kind: "groupby", start, end: start, keys, then: [] };
	reader.skipBlanks();
	return { kind: "groupby", start, end: start, keys, then: readApply(reader) };
}

function readKey(reader: Reader): Key {
	const start = reader.pos;
	const end = reader.nameEnd(start);
	if (reader.codeAt(end) === charCode.open) {
		const name = reader.text.slice(start, end);
		if (name === "rollup") return readRollup(reader, start, end);
		if (name === "rolluprecursive") return readRecursiveRollup(reader, start, end);
	}
	return readDataPath(reader, false);
}

/** `rollup(a,b)`: levels, or the name of a hierarchy. */
function readRollup(reader: Reader, start: number, end: number): RollupKey {
	reader.pos = end + 1;
	reader.skipBlanks();
	const parameters = readList(reader, (inner) => readDataPath(inner, false));
	closeParentheses(reader);
	return { kind: "rollup", start: reader.at(start), end: reader.at(reader.pos), recursive: false, parameters };
}

/** `rolluprecursive($root/Nodes,Hierarchy,NodeID,descendants(...))`: only the last may be absent. */
function readRecursiveRollup(reader: Reader, start: number, end: number): RollupKey {
	reader.pos = end + 1;
	reader.skipBlanks();
	const reference = readHierarchyReference(reader);
	reader.skipBlanks();
	const more = reader.take(charCode.comma);
	reader.skipBlanks();
	const parameters = more ? [...reference, readSequence(reader)] : reference;
	closeParentheses(reader);
	return { kind: "rollup", start: reader.at(start), end: reader.at(reader.pos), recursive: true, parameters };
}
