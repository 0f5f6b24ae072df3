import type { SandboxTable } from "../schema/sandboxTable.ts";
import { foldedName, quoted } from "./sqlNames.ts";

/** Columns that pages of rows are mostly ordered and filtered by, besides the primary name. */
const sorted = ["createdon", "modifiedon"];

/**
 * The indexes of a table beside its primary key and its alternate keys. What rows are sorted by has the id behind it, so
 * that the order of a page, ties included, is the order of the index. A lookup has an index of the rows that use it:
 * most lookups of a row are null, and comparing never finds a null. That of the owner is in the order of names, since
 * one owner may have a fifth of all rows.
 */
export function sqlIndexes(table: SandboxTable): readonly string[] {
	const { logicalName, primaryId, primaryName, columns } = table;
	const nameKey = primaryName === undefined ? undefined : keyColumn(table, primaryName);
	const statements: string[] = [];
	for (const name of primaryName === undefined ? sorted : [primaryName, ...sorted]) {
		const column = columns.get(name);
		if (column?.stored !== true) continue;
		const key = keyColumn(table, name);
		statements.push(index(logicalName, key, `${quoted(key)}, ${quoted(primaryId)}`));
	}
	for (const { logicalName: name, targets, stored } of columns.values()) {
		if (!stored || targets.length === 0) continue;
		const order = name === "ownerid" && nameKey !== undefined ? `, ${quoted(nameKey)}, ${quoted(primaryId)}` : "";
		statements.push(index(logicalName, name, quoted(name) + order, ` WHERE ${quoted(name)} IS NOT NULL`));
	}
	return statements;
}

function index(table: string, name: string, columns: string, where = ""): string {
	return `CREATE INDEX IF NOT EXISTS ${quoted(`${table}$${name}`)} ON ${quoted(table)} (${columns})${where}`;
}

/**
 * The index of each alternate key. Texts are the same when they fold to the same. Rows in which a column of the key is
 * null never collide: SQLite takes each null for another value.
 */
export function keyIndexes(table: SandboxTable): readonly string[] {
	return table.keys.map(({ name, columns }) => {
		const parts = columns.map((column) => quoted(keyColumn(table, column)));
		return `CREATE UNIQUE INDEX IF NOT EXISTS ${quoted(keyIndexName(table, name))} ON ${quoted(table.logicalName)} (${parts.join(", ")})`;
	});
}

export const keyIndexName = ({ logicalName }: SandboxTable, key: string): string => `${logicalName}$key$${key}`;

/** The SQL column by which a column is compared and sorted. */
export function keyColumn({ columns }: SandboxTable, column: string): string {
	return columns.get(column)?.folded === true ? foldedName(column) : column;
}
