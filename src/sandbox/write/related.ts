import type { CascadeConfiguration } from "../../core/schema/model.ts";
import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { quoted, targetName } from "../storage/sqlNames.ts";

/** A lookup by which rows of `child` may point to rows of a table. */
export interface ChildRelationship {
	readonly child: SandboxTable;
	readonly column: SandboxColumn;
	/** Only where the schema or the supplement documents it. */
	readonly cascade?: CascadeConfiguration;
}

/** Tells the relationships below a table; remembers them for the length of one operation. */
export type RelationshipsBelow = (table: SandboxTable) => readonly ChildRelationship[];

/**
 * Finds every lookup that may point to a table, also those of which the schema knows no relationship. Only tables with
 * storage have rows, and of the hundreds of relationships of a user or an account nearly all are of tables without.
 */
export function relationshipsBelow(context: RequestContext): RelationshipsBelow {
	const stored = storedTables(context);
	const known = new Map<SandboxTable, readonly ChildRelationship[]>();
	return (table) => {
		const relationships = known.get(table) ?? relationshipsOf(table, stored);
		known.set(table, relationships);
		return relationships;
	};
}

function storedTables({ database, schema }: RequestContext): readonly SandboxTable[] {
	const rows = database.all("SELECT name FROM sqlite_master WHERE type = 'table'");
	return rows.map(({ name }) => schema.table(String(name))).filter((table) => table !== undefined);
}

function relationshipsOf(table: SandboxTable, stored: readonly SandboxTable[]): readonly ChildRelationship[] {
	const found: ChildRelationship[] = [];
	for (const child of stored) {
		for (const column of child.columns.values()) {
			if (!column.stored || !column.targets.includes(table.logicalName)) continue;
			const cascade = cascadeOf(table, child, column);
			found.push({ child, column, ...(cascade !== undefined && { cascade }) });
		}
	}
	return found;
}

function cascadeOf(table: SandboxTable, child: SandboxTable, column: SandboxColumn): CascadeConfiguration | undefined {
	for (const navigation of table.navigation.values()) {
		const isIt =
			navigation.kind === "children" &&
			navigation.column === column.logicalName &&
			navigation.table === child.logicalName;
		if (isIt) return navigation.cascade;
	}
	return undefined;
}

/** Ids of the rows that point to that record by that lookup. */
export function childrenOf(
	{ database }: RequestContext,
	{ child, column }: ChildRelationship,
	parent: SandboxTable,
	id: string,
): readonly string[] {
	const name = quoted(column.logicalName);
	const isPolymorphic = column.targets.length > 1;
	const condition = isPolymorphic ? ` AND ${quoted(targetName(column.logicalName))} = ?` : "";
	const rows = database.all(
		`SELECT ${quoted(child.primaryId)} AS id FROM ${quoted(child.logicalName)} WHERE ${name} = ?${condition}`,
		id,
		...(isPolymorphic ? [parent.logicalName] : []),
	);
	return rows.map((row) => String(row.id));
}
