import type { Arguments } from "../../core/odata/nodes.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { findByKey } from "../storage/findRow.ts";
import { readKey, type RecordKey } from "../storage/readKey.ts";
import { givenByKey, withoutKey } from "./keyValues.ts";
import { makeRecord } from "./makeRecord.ts";
import type { Payload } from "./payload.ts";
import { updateRecord } from "./updateRecord.ts";

/** Which row: by its primary id, or by a key as the tree of a URL has it: `(accountnumber='x')`. */
export type RowKey = { readonly id: string } | { readonly key: Arguments };

export interface UpsertOutcome {
	readonly id: string;
	readonly created: boolean;
}

/**
 * Changes the row of that key; where there is none, makes it with the key's values in it. The whole or nothing. Rows in
 * the payload (deep insert) are refused in both cases.
 */
export function upsertRecord(
	context: RequestContext,
	table: SandboxTable,
	rowKey: RowKey,
	payload: Payload,
): UpsertOutcome {
	const key: RecordKey =
		"key" in rowKey ? readKey(context, table, rowKey.key) : { kind: "id", id: rowKey.id.toLowerCase() };
	const id = findByKey(context, table, key);
	if (id !== undefined) {
		updateRecord(context, table, id, key.kind === "id" ? payload : withoutKey(table, payload, key));
		return { id, created: false };
	}
	const complete = key.kind === "id" ? { ...payload, [table.primaryId]: key.id } : payload;
	const given = key.kind === "id" ? {} : givenByKey(context, table, payload, key);
	const made = context.database.transaction(() => makeRecord(context, table, complete, given, "upsert"));
	return { id: made, created: true };
}
