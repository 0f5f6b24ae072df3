/** What operations that write are tried with where every answer is given. */
import { fetchFailed, type ScriptedReply } from "./scriptedFetch.ts";
import type { Exchange } from "../../../src/core/client/exchange/exchange.ts";
import type { Row } from "../../../src/core/client/row.ts";
import { associate } from "../../../src/core/client/write/associate.ts";
import { createRecord } from "../../../src/core/client/write/createRecord.ts";
import { deleteRecord } from "../../../src/core/client/write/deleteRecord.ts";
import { disassociate } from "../../../src/core/client/write/disassociate.ts";
import { updateRecord } from "../../../src/core/client/write/updateRecord.ts";
import { upsertRecord } from "../../../src/core/client/write/upsertRecord.ts";

export const id = "00aa00aa-bb11-cc22-dd33-44ee44ee44ee";
export const table = { entitySet: "accounts", primaryIdColumn: "accountid" };
export const target = { ...table, key: id };
export const etag = 'W/"1"';

export const done: ScriptedReply = { status: 204 };
/** The answer is lost, and whether the request arrived nobody knows. */
export const lost = fetchFailed("ECONNRESET", { syscall: "read" });
export const unreachable = fetchFailed("ECONNREFUSED", { syscall: "connect" });

export function refused(status: number, code: string, message = "no"): ScriptedReply {
	return { status, text: JSON.stringify({ error: { code, message } }) };
}
export function found(row: Row): ScriptedReply {
	return { status: 200, text: JSON.stringify({ "@odata.etag": 'W/"2"', accountid: id, ...row }) };
}

export const contact = { entitySet: "contacts", primaryIdColumn: "contactid", key: id };

/** One operation of each kind. */
export const scriptedWrites = {
	update: (exchange: Exchange) => updateRecord(exchange, target, { name: "mine" }, { ifMatch: etag }),
	updateAny: (exchange: Exchange) => updateRecord(exchange, target, { name: "mine" }, { ifMatch: "*" }),
	updateOnce: (exchange: Exchange) => updateRecord(exchange, target, { name: "mine" }),
	create: (exchange: Exchange) => createRecord(exchange, table, { name: "mine" }),
	createOnce: (exchange: Exchange) =>
		createRecord(
			exchange,
			{ ...table, takesClientIds: false },
			{ name: "O'Neill", revenue: 5, birthdate: "2026-03-15" },
		),
	upsert: (exchange: Exchange) => upsertRecord(exchange, target, { name: "mine" }),
	remove: (exchange: Exchange) => deleteRecord(exchange, target, { ifMatch: etag }),
	link: (exchange: Exchange) => associate(exchange, target, "accountleads_association", contact),
	unlink: (exchange: Exchange) => disassociate(exchange, target, "primarycontactid"),
} as const;
