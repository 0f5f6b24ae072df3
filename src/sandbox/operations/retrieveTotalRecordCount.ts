import type { JsonObject } from "../metadata/json.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { quoted } from "../storage/sqlNames.ts";
import { noSuchTable, virtualTable } from "./operationRefusals.ts";

/**
 * How many rows the tables have, by logical name, in the order asked for. The service answers from a snapshot of the
 * last 24 hours; the sandbox counts.
 */
export function retrieveTotalRecordCount(context: RequestContext, names: readonly string[]): JsonObject {
	const tables = names.map((name) => countable(context, name));
	return {
		EntityRecordCountCollection: {
			Count: tables.length,
			IsReadOnly: false,
			Keys: tables.map(({ logicalName }) => logicalName),
			Values: tables.map((table) => count(context, table)),
		},
	};
}

/** Rows of a virtual table live elsewhere, so nobody counts them; the service says so too. */
function countable({ schema }: RequestContext, name: string): SandboxTable {
	const table = schema.table(name);
	if (table === undefined) throw noSuchTable(name);
	if (table.table.tableType === "Virtual") throw virtualTable(name);
	return table;
}

function count({ database, store }: RequestContext, table: SandboxTable): number {
	store.ensure(table);
	return Number(database.get(`SELECT COUNT(*) AS rows FROM ${quoted(table.logicalName)}`)?.rows ?? 0);
}
