/**
 * Refusals of writes. One factory for each kind of failure; the sentences are in words/sandboxWrite.ts. Status by code:
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors
 */
import * as words from "../../words/sandboxWrite.ts";
import type { Message } from "../../words/message.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import { Refusal } from "../service/refusal.ts";
import type { ServiceRequest } from "../service/serviceRequest.ts";
import { badQueryCode } from "../service/serviceRefusals.ts";

const badPayloadCode = "0x80048d19";
const invalidArgumentCode = "0x80040203";
const recordExistsCode = "0x80040237";

/** The body does not fit: `reason` is a sentence of words/sandboxWrite.ts about it. */
export function badPayload(request: ServiceRequest, table: SandboxTable, reason: Message): Refusal {
	return new Refusal(400, badPayloadCode, words.badPayload(setInRefusal(request, table), reason));
}

/** The set that the sentence about a bad body names: the service leaves it empty for everything but POST. */
export function setInRefusal({ method }: ServiceRequest, { entitySetName }: SandboxTable): string {
	return method === "POST" ? entitySetName : "";
}

/** `_x_value` in a body. */
export function lookupWrittenAsProperty(): Refusal {
	return new Refusal(400, badQueryCode, words.lookupWrittenAsProperty());
}

export function deepUpdate(): Refusal {
	return new Refusal(400, badQueryCode, words.deepUpdate());
}

/** A primary id, or a link between two records, that is there already. */
export function recordExists(): Refusal {
	return new Refusal(412, recordExistsCode, words.recordExists());
}

export function versionMismatch(): Refusal {
	return new Refusal(412, "0x80060882", words.versionMismatch());
}

export function etagNotUnderstood(etag: string): Refusal {
	return new Refusal(400, badQueryCode, words.etagNotUnderstood(etag));
}

export function keyViolated(key: string, columns: readonly string[]): Refusal {
	return new Refusal(412, "0x80060892", words.keyViolated(key, columns.join(", ")));
}

/** All amounts are computed in it. */
export function baseCurrencyKept(): Refusal {
	return new Refusal(400, "0x80048cff", words.baseCurrencyKept());
}

export function deleteBlocked(): Refusal {
	return new Refusal(405, "0x80040227", words.deleteBlocked());
}

/** A column that the system requires, set to null. */
export function columnCleared(column: string): Refusal {
	return new Refusal(400, invalidArgumentCode, words.columnCleared(column));
}

/** The same column, missing in a new record. */
export function columnRequired(column: string): Refusal {
	return new Refusal(400, invalidArgumentCode, words.columnRequired(column));
}

/** Of a case the customer is all that the system requires; it has a sentence of its own. */
export function caseWithoutCustomer(): Refusal {
	return new Refusal(400, "0x80044410", words.caseWithoutCustomer());
}

const statusCode = "0x80048408";

export function statusOfOtherState(status: number, state: string, table: string, id: string): Refusal {
	return new Refusal(400, statusCode, words.statusOfOtherState(status, state, table, id));
}

export function unknownStatus(status: number, table: string, id: string): Refusal {
	return new Refusal(400, statusCode, words.unknownStatus(status, table, id));
}

export function unknownState(state: number, table: string, id: string): Refusal {
	return new Refusal(400, statusCode, words.unknownState(state, table, id));
}

export function stateNeedsMessage(table: string, state: string, operation: string): Refusal {
	return new Refusal(400, "0x80100005", words.stateNeedsMessage(table, state, operation));
}

/** The table does not know the message at all. */
export function messageNotSupported(name: string, table: string): Refusal {
	return new Refusal(400, "0x80040800", words.messageNotSupported(name, table));
}

export function loopInHierarchy(code: string, tables: string): Refusal {
	return new Refusal(400, code, words.loopInHierarchy(tables));
}

export function lookupValueDeleted(property: string): Refusal {
	return new Refusal(400, badQueryCode, words.lookupValueDeleted(property));
}
