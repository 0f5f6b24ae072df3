import type { Arguments } from "../../core/odata/nodes.ts";
import { keyNotFound, recordNotFound } from "../read/readRefusals.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { findByKey } from "../storage/findRow.ts";
import { readKey, type RecordKey } from "../storage/readKey.ts";

/** The id of the row that a key names; a row that is not there is refused. */
export function rowIdOfKey(context: RequestContext, table: SandboxTable, key: Arguments): string {
	const understood = readKey(context, table, key);
	const id = findByKey(context, table, understood);
	if (id === undefined) throw absentRow(table, understood);
	return id;
}

export function absentRow({ logicalName }: SandboxTable, key: RecordKey): Error {
	return key.kind === "id" ? recordNotFound(logicalName, key.id) : keyNotFound(logicalName);
}
