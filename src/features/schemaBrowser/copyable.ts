/** Which texts can be copied from an item of the tree. */
import type { CommandId } from "../../host/contributions.ts";
import { sidesOf } from "./relationshipChildren.ts";
import type { SchemaNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";

export type CopyCommand = Extract<CommandId, `dataverseWorkbench.copy${string}`> & keyof typeof readers;

/** The text that each command takes from an item; undefined where the item has none or it is not documented. */
const readers = {
	"dataverseWorkbench.copyLogicalName": (node: SchemaNode) => logicalName(node),
	"dataverseWorkbench.copySchemaName": (node: SchemaNode) => schemaName(node),
	"dataverseWorkbench.copyEntitySetName": (node: SchemaNode) =>
		node.kind === "table" ? node.summary.entitySetName : undefined,
	"dataverseWorkbench.copyNavigationProperty": (node: SchemaNode, view: SchemaView) =>
		node.kind === "relationship"
			? (node.row.navigationProperty ?? sidesOf(node, view).own?.navigationProperty)
			: undefined,
	"dataverseWorkbench.copyOptionValue": (node: SchemaNode) =>
		node.kind === "option" ? String(node.option.value) : undefined,
	"dataverseWorkbench.copyOptionLabel": (node: SchemaNode) => (node.kind === "option" ? node.option.label : undefined),
} as const;

/** The texts of all items that have one, in the order of the items. */
export function copyTexts(command: CopyCommand, nodes: readonly SchemaNode[], view: SchemaView): readonly string[] {
	return nodes.flatMap((node) => readers[command](node, view) ?? []);
}

/** The name that code uses for what the item stands for; for an option its value. */
export function logicalName(node: SchemaNode): string | undefined {
	switch (node.kind) {
		case "table":
			return node.table;
		case "column":
			return node.column;
		case "option":
			return String(node.option.value);
		case "key":
			return node.key.name;
		case "relationship":
			return node.row.schemaName;
		case "fact":
			return node.value;
		case "message":
			return node.message.name;
		case "choice":
			return node.choice.name;
		case "section":
		case "folder":
		case "group":
		case "page":
		case "choicePart":
		case "note":
			return undefined;
	}
}

function schemaName(node: SchemaNode): string | undefined {
	switch (node.kind) {
		case "table":
			return node.summary.schemaName;
		case "column":
			return node.facts.schemaName;
		case "relationship":
			return node.row.schemaName;
		default:
			return undefined;
	}
}
