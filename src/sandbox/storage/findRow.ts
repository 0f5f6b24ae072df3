import type { Arguments } from "../../core/odata/nodes.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { fold } from "./fold.ts";
import { readKey, type RecordKey } from "./readKey.ts";
import { keyColumn } from "./sqlIndexes.ts";
import { quoted } from "./sqlNames.ts";

/**
 * The id of the row that a key names, by its id or by an alternate key; undefined where there is no such row. What is no
 * key of the table is refused.
 */
export function findRowId(context: RequestContext, table: SandboxTable, key: Arguments): string | undefined {
	return findByKey(context, table, readKey(context, table, key));
}

/** The same for a key that is understood already. */
export function findByKey(
	{ database, store }: RequestContext,
	table: SandboxTable,
	key: RecordKey,
): string | undefined {
	store.ensure(table);
	const id = quoted(table.primaryId);
	const select = `SELECT ${id} AS id FROM ${quoted(table.logicalName)} WHERE`;
	if (key.kind === "id") return textOf(database.get(`${select} ${id} = ?`, key.id)?.id);
	const columns = [...key.values.keys()];
	const conditions = columns.map(({ logicalName }) => `${quoted(keyColumn(table, logicalName))} = ?`);
	const values = columns.map((column) => {
		const value = key.values.get(column) ?? null;
		return column.folded && typeof value === "string" ? fold(value) : value;
	});
	return textOf(database.get(`${select} ${conditions.join(" AND ")}`, ...values)?.id);
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
