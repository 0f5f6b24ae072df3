/** A node of any kind with the nodes directly below it. */
export interface AnyNode {
	readonly kind: string;
	readonly start: number;
	readonly end: number;
	readonly children: readonly AnyNode[];
}

/** All nodes of a tree, from the outside in and in the order of their properties. */
export function odataNodes(tree: unknown): readonly AnyNode[] {
	const found: AnyNode[] = [];
	const visit = (value: unknown): readonly AnyNode[] => {
		if (Array.isArray(value)) return value.flatMap(visit);
		if (typeof value !== "object" || value === null) return [];
		if (!isNode(value)) return Object.values(value).flatMap(visit);
		const children: AnyNode[] = [];
		const node: AnyNode = { kind: value.kind, start: value.start, end: value.end, children };
		found.push(node);
		children.push(...Object.values(value).flatMap(visit));
		return [node];
	};
	visit(tree);
	return found;
}

function isNode(value: object): value is Omit<AnyNode, "children"> {
	return "kind" in value && "start" in value && "end" in value;
}
