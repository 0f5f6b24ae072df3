import { sendBatch } from "./batch/sendBatch.ts";
import type { ClientParts } from "./clientParts.ts";
import type { DataverseClient } from "./dataverseClient.ts";
import { createExchange } from "./exchange/createExchange.ts";
import { executeOperation } from "./executeOperation.ts";
import { queryPages } from "./read/queryPages.ts";
import { readMetadata } from "./read/readMetadata.ts";
import { retrieve } from "./read/retrieve.ts";
import { sendRaw } from "./sendRaw.ts";
import { associate } from "./write/associate.ts";
import { createRecord } from "./write/createRecord.ts";
import { deleteRecord } from "./write/deleteRecord.ts";
import { disassociate } from "./write/disassociate.ts";
import { updateRecord } from "./write/updateRecord.ts";
import { upsertRecord } from "./write/upsertRecord.ts";

/** The client of one environment: each operation is a function over the one exchange. */
export function createClient(parts: ClientParts): DataverseClient {
	const exchange = createExchange(parts);
	return {
		retrieve: (...call) => retrieve(exchange, ...call),
		query: (...call) => queryPages(exchange, ...call),
		create: (...call) => createRecord(exchange, ...call),
		update: (...call) => updateRecord(exchange, ...call),
		upsert: (...call) => upsertRecord(exchange, ...call),
		delete: (...call) => deleteRecord(exchange, ...call),
		associate: (...call) => associate(exchange, ...call),
		disassociate: (...call) => disassociate(exchange, ...call),
		execute: (...call) => executeOperation(exchange, ...call),
		batch: (...call) => sendBatch(exchange, ...call),
		metadata: (...call) => readMetadata(exchange, ...call),
		send: (...call) => sendRaw(exchange, ...call),
	};
}
