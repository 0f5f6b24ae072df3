import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { Database, SqlRow, SqlValue } from "../storage/database.ts";
import { quoted } from "../storage/sqlNames.ts";

type Cells = ReadonlyMap<string, SqlValue>;

/** The whole row of that id; undefined where there is none. Its table's storage must exist. */
export function storedRow(database: Database, table: SandboxTable, id: string): SqlRow | undefined {
	const { logicalName, primaryId } = table;
	return database.get(`SELECT * FROM ${quoted(logicalName)} WHERE ${quoted(primaryId)} = ?`, id);
}

export function rowExists(database: Database, table: SandboxTable, id: string): boolean {
	const { logicalName, primaryId } = table;
	return database.get(`SELECT 1 FROM ${quoted(logicalName)} WHERE ${quoted(primaryId)} = ?`, id) !== undefined;
}

/** @param cells by SQL column, the primary id among them. */
export function insertRow(database: Database, table: SandboxTable, cells: Cells): void {
	const names = [...cells.keys()].map(quoted).join(", ");
	const holes = Array.from({ length: cells.size }, () => "?").join(", ");
	database.run(`INSERT INTO ${quoted(table.logicalName)} (${names}) VALUES (${holes})`, ...cells.values());
}

/** Sets the cells in one row; without cells nothing happens. */
export function changeRow(database: Database, table: SandboxTable, id: string, cells: Cells): void {
	if (cells.size === 0) return;
	const names = [...cells.keys()].map((name) => `${quoted(name)} = ?`).join(", ");
	const { logicalName, primaryId } = table;
	database.run(`UPDATE ${quoted(logicalName)} SET ${names} WHERE ${quoted(primaryId)} = ?`, ...cells.values(), id);
}
