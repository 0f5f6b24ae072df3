/** The Schema view opens the table with the most relationships. */
import { english } from "../../src/words/message.ts";
import { nodeChildren } from "../../src/features/schemaBrowser/nodeChildren.ts";
import { nodeLook } from "../../src/features/schemaBrowser/nodeLook.ts";
import type { SchemaNode } from "../../src/features/schemaBrowser/schemaNode.ts";
import type { SchemaView } from "../../src/features/schemaBrowser/schemaView.ts";
import { atMost, type BenchResult } from "./benchRow.ts";
import { median, timed } from "./measure.ts";
import { shippedCatalog } from "./shippedBundle.ts";

const table = "systemuser";

export function benchTree(): Promise<BenchResult> {
	const first: number[] = [];
	const all: number[] = [];
	const reading: number[] = [];
	let count = 0;
	// A catalog of its own each time: nothing of it has been read before.
	for (let round = 0; round < 9; round += 1) {
		first.push(timed(() => firstItems(view())));
		all.push(timed(() => (count = everything(view()))));
		const catalog = shippedCatalog();
		reading.push(timed(() => catalog.table(table)));
	}
	const ours = median(first);
	return Promise.resolve({
		rows: [
			{
				what: `tree: ${table} to its first one-to-many items`,
				unit: "ms",
				ours,
				alternative: { name: `all ${count.toLocaleString("en")} items at once`, value: median(all) },
				limit: { name: "reading the table", value: median(reading) },
				promise: atMost(ours, 50, "ms"),
			},
		],
		notices: [],
	});
}

function view(): SchemaView {
	return {
		catalog: shippedCatalog(),
		labels: "displayName",
		sort: "displayName",
		filter: {},
		favourites: [],
		say: english,
	};
}

/** Opens the table down to its relationships, then the first group and its first page, with what each item shows. */
function firstItems(shown: SchemaView): number {
	let node = relationships(shown);
	for (;;) {
		const children = nodeChildren(node, shown);
		for (const child of children) nodeLook(child, shown);
		const [next] = children;
		if (next?.kind !== "group" && next?.kind !== "page") return children.length;
		node = next;
	}
}

/** Every relationship at once, however many groups and pages they are in. */
function everything(shown: SchemaView, node: SchemaNode = relationships(shown)): number {
	return nodeChildren(node, shown).reduce((count, child) => {
		nodeLook(child, shown);
		return count + (child.kind === "group" || child.kind === "page" ? everything(shown, child) : 1);
	}, 0);
}

function relationships(shown: SchemaView): SchemaNode {
	const child = (node: SchemaNode | undefined, wanted: (node: SchemaNode) => boolean): SchemaNode => {
		const found = nodeChildren(node, shown).find(wanted);
		if (found === undefined) throw new Error("The tree has another shape.");
		return found;
	};
	const tables = child(undefined, (node) => node.kind === "section" && node.section === "tables");
	const user = child(tables, (node) => node.kind === "table" && node.table === table);
	const folder = child(user, (node) => node.kind === "folder" && node.folder === "relationships");
	return child(folder, (node) => node.kind === "folder" && node.folder === "oneToMany");
}
