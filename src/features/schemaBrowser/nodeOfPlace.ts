import type { SchemaPlace } from "../../host/contributions.ts";
import { columnNodeBelow, tableNodeBelow } from "./nodesBelow.ts";
import { sections } from "./nodeChildren.ts";
import type { SchemaNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { tableChildren } from "./tableChildren.ts";

/** The item of a table or column below Tables, with all items above it; the table alone where the column is unknown. */
export function nodeOfPlace({ table, column }: SchemaPlace, view: SchemaView): SchemaNode | undefined {
	const section = sections.find((node) => node.section === "tables");
	const tableNode = section && tableNodeBelow(section, table, view);
	const facts = column === undefined ? undefined : view.catalog.column(table, column);
	const folder = tableNode && tableChildren(tableNode).find((node) => node.folder === "columns");
	return facts !== undefined && folder !== undefined ? columnNodeBelow(folder, table, facts) : tableNode;
}
