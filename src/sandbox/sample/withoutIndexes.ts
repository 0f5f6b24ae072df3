import type { Database } from "../storage/database.ts";
import { quoted } from "../storage/sqlNames.ts";

/** Fewer rows than that are written past the indexes as fast. */
const worthwhile = 500;

/**
 * Writes many rows to a table that holds few: its indexes are taken away and made again at the end, sorted once instead
 * of row by row. Unique ones stay, so that a duplicate is refused where it stands. Inside a transaction.
 */
export function withoutIndexes(database: Database, table: string, rows: number, write: () => void): void {
	const there = Number(database.get(`SELECT count(*) AS there FROM ${quoted(table)}`)?.there);
	if (rows < worthwhile || rows < there) {
		write();
		return;
	}
	const sql =
		"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql NOT LIKE 'CREATE UNIQUE%'";
	const indexes = database.all(sql, table);
	for (const { name } of indexes) database.define(`DROP INDEX ${quoted(String(name))}`);
	write();
	for (const index of indexes) database.define(String(index.sql));
}
