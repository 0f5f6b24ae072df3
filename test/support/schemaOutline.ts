/** The Schema view as text, for tests: what stands below the item that a path of labels leads to. */
import { catalogOf } from "../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../src/core/schema/catalogSource.ts";
import type { Schema } from "../../src/core/schema/model.ts";
import { nodeChildren } from "../../src/features/schemaBrowser/nodeChildren.ts";
import { nodeLook } from "../../src/features/schemaBrowser/nodeLook.ts";
import type { SchemaNode } from "../../src/features/schemaBrowser/schemaNode.ts";
import type { SchemaView } from "../../src/features/schemaBrowser/schemaView.ts";
import { english } from "../../src/words/message.ts";

export function viewOfSchema(schema: Schema, facts: Partial<SchemaView> = {}): SchemaView {
	return {
		catalog: catalogOf(schemaSource(schema)),
		labels: "displayName",
		sort: "displayName",
		filter: {},
		favourites: [],
		say: english,
		...facts,
	};
}

/** Children of the item at "Tables > Account > Columns"; labels without the mark of a required column. */
export function nodesAt(path: string, view: SchemaView): readonly SchemaNode[] {
	const steps = path === "" ? [] : path.split(" > ");
	return nodeChildren(nodeAt(steps, view), view);
}

export function nodeAt(steps: readonly string[], view: SchemaView): SchemaNode | undefined {
	let node: SchemaNode | undefined;
	for (const step of steps) {
		const found = nodeChildren(node, view).find((child) => nodeLook(child, view).label.replace(/ [*+]$/, "") === step);
		if (found === undefined) throw new Error(`no "${step}" in ${steps.join(" > ")}`);
		node = found;
	}
	return node;
}

/** One line: "+" where it can be opened ("-" where it is open at once), icon, label, and after a bar the description. */
export function lookLine(node: SchemaNode, view: SchemaView): string {
	const { expandable, icon, label, description } = nodeLook(node, view);
	const sign = { no: " ", collapsed: "+", expanded: "-" }[expandable];
	return `${sign} ${icon === undefined ? "" : `(${icon}) `}${label} | ${description.join(" · ")}`;
}

export function outline(path: string, view: SchemaView): readonly string[] {
	return nodesAt(path, view).map((node) => lookLine(node, view));
}
