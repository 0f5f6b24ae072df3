import type { Span } from "./nodes.ts";

/** The place of a node that was made and never parsed. Its ancestors must be made as well: see print.ts. */
export const nowhere: Span = { start: -1, end: -1 };

/**
 * A copy of a tree without places, for putting it into another text: printed, it is written anew and no part of its old
 * text is kept. `nameEnd` and the like lose their meaning with the places.
 */
export function detached<Tree>(tree: Tree): Tree {
	if (Array.isArray(tree)) return tree.map((item: unknown) => detached(item)) as Tree;
	if (typeof tree !== "object" || tree === null) return tree;
	const copy: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(tree)) copy[key] = places.has(key) ? -1 : detached<unknown>(value);
	return copy as Tree;
}

const places: ReadonlySet<string> = new Set(["start", "end", "nameEnd", "valueStart", "operatorStart"]);
