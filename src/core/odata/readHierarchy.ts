/** Transformations along a hierarchy (Data Aggregation, "Hierarchical Transformations"). */
import type { HierarchyKeyWord, HierarchyParameter, HierarchyTransformation, Transformation } from "./applyNodes.ts";
import { charCode, isDigit } from "./charCodes.ts";
import { isTransformation, passComma } from "./readApply.ts";
import { readDataPath } from "./readDataPath.ts";
import { readExpression } from "./readExpression.ts";
import { readSequence } from "./readNest.ts";
import { readNumeric } from "./readNumeric.ts";
import { readOrderByItem } from "./readOrderBy.ts";
import type { Reader } from "./reader.ts";

/** The nodes, the name of the hierarchy, the path to a node's id: what all of them begin with. */
export function readHierarchyReference(reader: Reader): readonly HierarchyParameter[] {
	const nodes = readExpression(reader);
	passComma(reader);
	const hierarchy = readDataPath(reader, true);
	passComma(reader);
	return [nodes, hierarchy, readDataPath(reader, false)];
}

/** What stands in the parentheses. */
export function readHierarchy(reader: Reader, start: number, name: HierarchyTransformation["name"]): Transformation {
	const parameters = [...readHierarchyReference(reader)];
	passComma(reader);
	if (name === "traverse") readTraverse(reader, parameters);
	else readFromStart(reader, parameters);
	return { kind: "hierarchy", start, end: start, name, parameters };
}

/** `preorder`, then perhaps a sequence, then perhaps an order. */
function readTraverse(reader: Reader, parameters: HierarchyParameter[]): void {
	const order = takeKeyWord(reader, "preorder") ?? takeKeyWord(reader, "postorder");
	parameters.push(order ?? reader.missing("expectedToken", "preorder"));
	while (nextParameter(reader))
		parameters.push(isTransformation(reader) ? readSequence(reader) : readOrderByItem(reader));
}

/** The sequence that finds the start nodes, then perhaps another one, a distance and `keep start`. */
function readFromStart(reader: Reader, parameters: HierarchyParameter[]): void {
	parameters.push(readSequence(reader));
	while (nextParameter(reader)) {
		if (isDigit(reader.peek())) parameters.push(readNumeric(reader));
		else if (isTransformation(reader)) parameters.push(readSequence(reader));
		else parameters.push(takeKeyWord(reader, "keep start") ?? reader.missing("expectedToken", "keep start"));
	}
}

function nextParameter(reader: Reader): boolean {
	reader.skipBlanks();
	const more = reader.take(charCode.comma);
	if (more) reader.skipBlanks();
	return more;
}

function takeKeyWord(reader: Reader, word: HierarchyKeyWord["word"]): HierarchyKeyWord | undefined {
	const start = reader.at(reader.pos);
	return reader.takeWord(word) ? { kind: "keyWord", start, end: reader.at(reader.pos), word } : undefined;
}
