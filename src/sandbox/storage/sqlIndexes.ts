import type { SandboxTable } from "../schema/sandboxTable.ts";
import { foldedName, quoted } from "./sqlNames.ts";

export interface SqlIndex {
	readonly name: string;
	/** As SQLite keeps it, so that a change of the definition is seen. */
	readonly sql: string;
}

/** Columns that pages of rows are mostly ordered and filtered by, besides the primary name. */
const sorted = ["createdon", "modifiedon"];

/**
 * The indexes of a table beside its primary key and its alternate keys. What rows are sorted by has the id behind it, so
 * that the order of a page, ties included, is the order of the index. A lookup has an index of the rows that use it:
 * most lookups of a row are null, and comparing never finds a null. That of the owner is in the order of names, since
 * one owner may have a fifth of all rows.
 */
export function sqlIndexes(table: SandboxTable): readonly SqlIndex[] {
	const { logicalName, primaryId, primaryName, columns } = table;
	const nameKey = primaryName === undefined ? undefined : keyColumn(table, primaryName);
	const indexes: SqlIndex[] = [];
	for (const name of primaryName === undefined ? sorted : [primaryName, ...sorted]) {
		if (columns.get(name)?.stored !== true) continue;
		const key = keyColumn(table, name);
		indexes.push(index(logicalName, key, [key, primaryId]));
	}
	for (const { logicalName: name, targets, stored } of columns.values()) {
		if (!stored || targets.length === 0) continue;
		const order = name === "ownerid" && nameKey !== undefined ? [nameKey, primaryId] : [];
		indexes.push(index(logicalName, name, [name, ...order], ` WHERE ${quoted(name)} IS NOT NULL`));
	}
	return indexes;
}

/**
 * The index of each alternate key. Texts are the same when they fold to the same. Rows in which a column of the key is
 * null never collide: SQLite takes each null for another value.
 */
export function keyIndexes(table: SandboxTable): readonly SqlIndex[] {
	return table.keys.map(({ name, columns }) =>
		uniqueIndex(
			table.logicalName,
			keyMark + name,
			columns.map((column) => keyColumn(table, column)),
		),
	);
}

/** What the names of key indexes begin with, behind the table's. */
const keyMark = "key$";

export const isKeyIndex = (table: string, name: string): boolean => name.startsWith(`${table}$${keyMark}`);

/** A pair of ids is there once, and is found from either side. */
export function intersectIndexes(table: string, [one, other]: readonly [string, string]): readonly SqlIndex[] {
	return [uniqueIndex(table, `${one}$${other}`, [one, other]), index(table, `$${other}`, [other, one])];
}

/** The SQL column by which a column is compared and sorted. */
export function keyColumn({ columns }: SandboxTable, column: string): string {
	return columns.get(column)?.folded === true ? foldedName(column) : column;
}

function index(table: string, what: string, columns: readonly string[], where = ""): SqlIndex {
	return definition("CREATE INDEX", table, what, columns, where);
}

function uniqueIndex(table: string, what: string, columns: readonly string[]): SqlIndex {
	return definition("CREATE UNIQUE INDEX", table, what, columns, "");
}

function definition(create: string, table: string, what: string, columns: readonly string[], where: string): SqlIndex {
	const name = `${table}$${what}`;
	return {
		name,
		sql: `${create} ${quoted(name)} ON ${quoted(table)} (${columns.map(quoted).join(", ")})${where}`,
	};
}
