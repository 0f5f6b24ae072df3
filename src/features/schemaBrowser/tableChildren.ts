/** What stands below a table and its folders. */
import type { Column, Table } from "../../core/schema/model.ts";
import { treeWords } from "../../words/schemaTree.ts";
import { sortedByName } from "./naming.ts";
import { columnNodeBelow, optionNodes, tableNodeBelow } from "./nodesBelow.ts";
import { relationshipFolderChildren } from "./relationshipChildren.ts";
import type { ColumnNode, FolderName, FolderNode, KeyNode, SchemaNode, TableNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";

const tableFolders: readonly FolderName[] = ["columns", "choices", "keys", "relationships", "messages"];
const relationshipFolders: readonly FolderName[] = ["manyToOne", "oneToMany", "manyToMany"];

export function tableChildren(parent: TableNode): readonly FolderNode[] {
	return tableFolders.map((folder) => folderNode(parent, folder));
}

function folderNode(parent: TableNode | FolderNode, folder: FolderName): FolderNode {
	const { table, summary } = parent;
	return { kind: "folder", folder, id: `${parent.id}/${folder}`, parent, table, summary };
}

/** How many things a folder holds; undefined where the schema does not say. */
export function folderCount({ folder, summary }: Pick<FolderNode, "folder" | "summary">): number | undefined {
	switch (folder) {
		case "columns":
			return summary.columnCount;
		case "choices":
			return summary.choiceCount;
		case "keys":
			return summary.keyCount;
		case "relationships":
			return summary.manyToOneCount + summary.oneToManyCount + summary.manyToManyCount;
		case "manyToOne":
			return summary.manyToOneCount;
		case "oneToMany":
			return summary.oneToManyCount;
		case "manyToMany":
			return summary.manyToManyCount;
		case "messages":
			return summary.messageCount;
	}
}

export function folderChildren(parent: FolderNode, view: SchemaView): readonly SchemaNode[] {
	const { folder } = parent;
	if (folder === "relationships") return relationshipFolders.map((name) => folderNode(parent, name));
	const table = view.catalog.table(parent.table);
	if (table === undefined) return [];
	switch (folder) {
		case "columns":
			return sortedByName(table.columns, view.sort).map((facts) => columnNodeBelow(parent, parent.table, facts));
		case "choices":
			return sortedByName(table.columns.filter(hasChoice), view.sort).map((facts) =>
				columnNodeBelow(parent, parent.table, facts),
			);
		case "keys":
			return (table.keys ?? []).map((key, index) => keyNode(parent, key, index));
		case "messages":
			return messageNodes(parent, table);
		case "manyToOne":
		case "oneToMany":
		case "manyToMany":
			return relationshipFolderChildren(parent, folder, table, view);
	}
}

function hasChoice({ choice }: Column): boolean {
	return choice !== undefined;
}

/** Options of a choice, tables that a lookup points to. */
export function columnChildren(parent: ColumnNode, view: SchemaView): readonly SchemaNode[] {
	const { choice, targets } = parent.facts;
	if (choice !== undefined) return optionNodes(parent, choice.options);
	const tables = (targets ?? []).flatMap(({ table }) => view.catalog.summary(table) ?? []);
	return sortedByName(tables, view.sort).flatMap(({ logicalName }) => tableNodeBelow(parent, logicalName, view) ?? []);
}

function keyNode(parent: FolderNode, key: KeyNode["key"], index: number): KeyNode {
	return { kind: "key", id: `${parent.id}/${index}`, parent, table: parent.table, key };
}

/** The columns of a key; one that the table's page does not have still stands there by its name. */
export function keyChildren(parent: KeyNode, view: SchemaView): readonly SchemaNode[] {
	return parent.key.columns.map((value) => {
		const facts = view.catalog.column(parent.table, value);
		if (facts !== undefined) return columnNodeBelow(parent, parent.table, facts);
		return { kind: "fact", id: `${parent.id}/${value}`, parent, name: treeWords.column, value };
	});
}

function messageNodes(parent: FolderNode, table: Table): readonly SchemaNode[] {
	const all = [...(table.messages ?? []), ...(table.events ?? [])];
	return all.map((message, index) => ({
		kind: "message",
		id: `${parent.id}/${index}`,
		parent,
		table: parent.table,
		message,
	}));
}
