/** Nodes that stand at several places of the tree: their id starts with that of the node above. */
import type { Column, Option } from "../../core/schema/model.ts";
import type { ColumnNode, SchemaNode, TableNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";

/** The node of a table below any other node; undefined where the schema does not know the table. */
export function tableNodeBelow(parent: SchemaNode, table: string, view: SchemaView): TableNode | undefined {
	const summary = view.catalog.summary(table);
	return summary && { kind: "table", id: `${parent.id}/${table}`, parent, table, summary };
}

export function columnNodeBelow(parent: SchemaNode, table: string, facts: Column, withTable = false): ColumnNode {
	const { logicalName } = facts;
	const id = withTable ? `${parent.id}/${table}.${logicalName}` : `${parent.id}/${logicalName}`;
	return { kind: "column", id, parent, table, column: logicalName, facts, withTable };
}

/** One node per option; a value may be listed twice, so the place in the list is the id. */
export function optionNodes(parent: SchemaNode, options: readonly Option[]): readonly SchemaNode[] {
	return options.map((option, index) => ({ kind: "option", id: `${parent.id}/${index}`, parent, option }));
}
