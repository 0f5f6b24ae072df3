import type { SandboxKey } from "../schema/sandboxTable.ts";
import type { Database } from "../storage/database.ts";
import { quoted } from "../storage/sqlNames.ts";
import { keyColumn } from "../storage/sqlIndexes.ts";
import type { RowDraft } from "./rowDraft.ts";
import { keyViolated } from "./writeRefusals.ts";

/**
 * Refuses a row whose alternate key another row has. Texts are compared without their case; a key with an empty column
 * is not enforced.
 * https://learn.microsoft.com/power-apps/developer/data-platform/define-alternate-keys-entity
 */
export function checkKeys(database: Database, draft: RowDraft): void {
	for (const key of draft.table.keys) {
		if (key.columns.some((column) => draft.sets(column)) && isTaken(database, draft, key)) {
			throw keyViolated(key.name, key.columns);
		}
	}
}

function isTaken(database: Database, draft: RowDraft, { columns }: SandboxKey): boolean {
	const { table, id } = draft;
	const names = columns.map((column) => keyColumn(table, column));
	const values = names.map((name) => draft.value(name));
	if (values.includes(null)) return false;
	const conditions = names.map((name) => `${quoted(name)} = ?`).join(" AND ");
	const sql = `SELECT 1 FROM ${quoted(table.logicalName)} WHERE ${conditions} AND ${quoted(table.primaryId)} <> ?`;
	return database.get(sql, ...values, id) !== undefined;
}
