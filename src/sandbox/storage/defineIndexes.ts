import type { Database } from "./database.ts";
import { isKeyIndex, type SqlIndex } from "./sqlIndexes.ts";
import { quoted } from "./sqlNames.ts";

/**
 * Makes the indexes that a SQL table lacks. One whose definition is another by now is made again, and that of an
 * alternate key that is none any more goes.
 */
export function defineIndexes(database: Database, table: string, wanted: readonly SqlIndex[]): void {
	const existing = new Map(
		database
			.all("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? COLLATE NOCASE", table)
			.map(({ name, sql }) => [String(name), sql]),
	);
	for (const { name, sql } of wanted) {
		const present = existing.get(name);
		existing.delete(name);
		if (present === sql) continue;
		if (present !== undefined) database.define(`DROP INDEX ${quoted(name)}`);
		define(database, sql);
	}
	for (const name of existing.keys()) if (isKeyIndex(table, name)) database.define(`DROP INDEX ${quoted(name)}`);
}

/**
 * A key that came with a newer schema may find rows that violate it already. The service then keeps the key and its
 * index fails; here as well nothing is enforced.
 */
function define(database: Database, sql: string): void {
	try {
		database.define(sql);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
	}
}

/** SQLite's SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY. */
export function isUniqueViolation(error: unknown): boolean {
	return error instanceof Error && "errcode" in error && (error.errcode === 2067 || error.errcode === 1555);
}
