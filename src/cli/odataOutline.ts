import { printable } from "./printable.ts";

interface Node {
	readonly kind: string;
	readonly start: number;
	readonly end: number;
}

/** A line for each node of a tree: its kind, and the text it stands for. */
export function odataOutline(tree: unknown, text: string): readonly string[] {
	return linesOf(tree, text, 0);
}

function linesOf(tree: unknown, text: string, depth: number): readonly string[] {
	if (Array.isArray(tree)) return tree.flatMap((item) => linesOf(item, text, depth));
	if (typeof tree !== "object" || tree === null) return [];
	const inner = isNode(tree) ? depth + 1 : depth;
	const below = Object.values(tree).flatMap((value) => linesOf(value, text, inner));
	if (!isNode(tree)) return below;
	return [`${"  ".repeat(depth)}${tree.kind}  ${printable(text.slice(tree.start, tree.end))}`, ...below];
}

function isNode(value: object): value is Node {
	return "kind" in value && typeof value.kind === "string" && "start" in value && typeof value.start === "number";
}
