/** Relationships: few as a list, many grouped by the prefix of the other table and cut into pages. */
import type { Relationship, RelationshipSide } from "../../core/schema/catalog.ts";
import type { Table } from "../../core/schema/model.ts";
import { treeWords } from "../../words/schemaTree.ts";
import { sortKey, sortedBy, tableLead } from "./naming.ts";
import { type RelationshipRow, relationshipRows } from "./relationshipRow.ts";
import type {
	FactNode,
	FolderNode,
	GroupNode,
	PageNode,
	RelationshipFolder,
	RelationshipNode,
	SchemaNode,
} from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { columnNodeBelow, tableNodeBelow } from "./nodesBelow.ts";
import { namePrefix } from "./tableFilter.ts";

/** The longest list of relationships that is shown in one piece. */
export const pageSize = 200;

type Holder = FolderNode | GroupNode | PageNode;

export function relationshipFolderChildren(
	parent: FolderNode,
	folder: RelationshipFolder,
	table: Table,
	view: SchemaView,
): readonly SchemaNode[] {
	const rows = relationshipRows(table, folder);
	if (rows.length <= pageSize) return rowNodes(parent, sortedRows(rows, view));
	const groups = groupByPrefix(rows);
	if (groups.size === 1) return pageNodes(parent, sortedRows(rows, view));
	const prefixes = sortedBy([...groups.keys()], (prefix) => prefix ?? "");
	return prefixes.map((prefix) => ({
		kind: "group",
		id: `${parent.id}/${prefix ?? ""}_`,
		parent,
		table: parent.table,
		prefix,
		rows: groups.get(prefix) ?? [],
	}));
}

function groupByPrefix(rows: readonly RelationshipRow[]): ReadonlyMap<string | undefined, readonly RelationshipRow[]> {
	const groups = new Map<string | undefined, RelationshipRow[]>();
	for (const row of rows) {
		const prefix = namePrefix(row.otherTable ?? row.schemaName);
		const group = groups.get(prefix);
		if (group === undefined) groups.set(prefix, [row]);
		else group.push(row);
	}
	return groups;
}

export function groupChildren(node: GroupNode, view: SchemaView): readonly SchemaNode[] {
	const rows = sortedRows(node.rows, view);
	return rows.length <= pageSize ? rowNodes(node, rows) : pageNodes(node, rows);
}

function pageNodes(parent: FolderNode | GroupNode, rows: readonly RelationshipRow[]): readonly PageNode[] {
	return Array.from({ length: Math.ceil(rows.length / pageSize) }, (_, page) => {
		const start = page * pageSize;
		const first = start + 1;
		const part = rows.slice(start, start + pageSize);
		return { kind: "page", id: `${parent.id}/${first}`, parent, table: parent.table, first, rows: part };
	});
}

export function pageChildren(node: PageNode): readonly SchemaNode[] {
	return rowNodes(node, node.rows);
}

function sortedRows(rows: readonly RelationshipRow[], view: SchemaView): readonly RelationshipRow[] {
	return sortedBy(rows, (row) => `${sortKey(otherTableLead(row, view))}\n${row.column ?? ""}\n${row.schemaName}`);
}

/** The name that leads for the table at the other end; the relationship's own where that table is not known. */
export function otherTableLead({ otherTable, schemaName }: RelationshipRow, view: SchemaView): string {
	return otherTable === undefined ? schemaName : tableLead(view, otherTable);
}

/** Two rows may have one name and one other table: the second gets an id of its own. */
function rowNodes(parent: Holder, rows: readonly RelationshipRow[]): readonly RelationshipNode[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const key = `${row.schemaName}>${row.otherTable ?? ""}`;
		const times = seen.get(key) ?? 0;
		seen.set(key, times + 1);
		const id = `${parent.id}/${key}${times === 0 ? "" : `#${times}`}`;
		return { kind: "relationship", id, parent, table: parent.table, row };
	});
}

/** The other table, to go on from there, and the names that code needs. */
export function relationshipChildren(parent: RelationshipNode, view: SchemaView): readonly SchemaNode[] {
	const { row, table } = parent;
	const { own, other } = sidesOf(parent, view);
	const nodes: SchemaNode[] = [];
	if (row.otherTable !== undefined) {
		const related = tableNodeBelow(parent, row.otherTable, view);
		nodes.push(related ?? fact(parent, "relatedTable", { value: row.otherTable }));
	}
	const columnTable = row.kind === "manyToOne" ? table : row.otherTable;
	if (row.column !== undefined) {
		const column = columnTable === undefined ? undefined : view.catalog.column(columnTable, row.column);
		nodes.push(
			column === undefined || columnTable === undefined
				? fact(parent, "lookupColumn", { value: row.column })
				: columnNodeBelow(parent, columnTable, column, true),
		);
	}
	if (row.intersectTable !== undefined) {
		const intersect =
			row.intersectTable === row.otherTable ? undefined : tableNodeBelow(parent, row.intersectTable, view);
		nodes.push(intersect ?? fact(parent, "intersectTable", { value: row.intersectTable }));
	}
	nodes.push(navigationFact(parent, "navigationProperty", own, row.navigationProperty));
	nodes.push(navigationFact(parent, "navigationPropertyBack", other, undefined));
	nodes.push(fact(parent, "relationshipName", { value: row.schemaName }));
	return nodes;
}

type FactName =
	| "relatedTable"
	| "lookupColumn"
	| "intersectTable"
	| "navigationProperty"
	| "navigationPropertyBack"
	| "relationshipName";

function fact(parent: SchemaNode, name: FactName, rest: Pick<FactNode, "value" | "remark">): FactNode {
	return { kind: "fact", id: `${parent.id}/${name}`, parent, name: treeWords[name], ...rest };
}

function navigationFact(
	parent: SchemaNode,
	name: "navigationProperty" | "navigationPropertyBack",
	side: RelationshipSide | undefined,
	documented: string | undefined,
): FactNode {
	const value = documented ?? side?.navigationProperty;
	if (value === undefined) return fact(parent, name, {});
	const usual = documented === undefined && side?.navigationPropertyIsUsual === true;
	return fact(parent, name, { value, ...(usual && { remark: treeWords.usualName }) });
}

/** This table's side of the relationship and the other one, as far as the catalog knows them. */
export function sidesOf(
	{ row, table }: Pick<RelationshipNode, "row" | "table">,
	view: SchemaView,
): { readonly own: RelationshipSide | undefined; readonly other: RelationshipSide | undefined } {
	const known = view.catalog.relationships(row.schemaName);
	const found = known.find((relationship) => isSame(relationship, row, table));
	if (found === undefined) return { own: undefined, other: undefined };
	const ownIsFrom = row.kind === "manyToMany" ? found.from.table === table : row.kind === "manyToOne";
	return ownIsFrom ? { own: found.from, other: found.to } : { own: found.to, other: found.from };
}

function isSame({ kind, from, to }: Relationship, row: RelationshipRow, table: string): boolean {
	const ends: readonly (string | undefined)[] = [from.table, to.table];
	if (row.kind === "manyToMany") return kind === "manyToMany" && ends.includes(table) && ends.includes(row.otherTable);
	const [lookupTable, target] = row.kind === "manyToOne" ? [table, row.otherTable] : [row.otherTable, table];
	return kind === "oneToMany" && from.table === lookupTable && to.table === target;
}
