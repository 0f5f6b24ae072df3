/** Refusals of reading. One factory for each kind of failure; codes as in the service's error reference where known. */
import * as words from "../../words/sandboxRead.ts";
import { propertyNotFound as propertyOfTypeNotFound } from "../query/queryRefusals.ts";
import { Refusal } from "../service/refusal.ts";
import { badQueryCode } from "../service/serviceRefusals.ts";

/** A name in `$select` or `$expand` that the table does not have; names are compared with their case. */
export function propertyNotFound(name: string, table: string): Refusal {
	return propertyOfTypeNotFound(name, `Microsoft.Dynamics.CRM.${table}`);
}

/** `$expand` of a column. */
export function notNavigation(name: string, table: string): Refusal {
	return new Refusal(400, badQueryCode, words.notNavigation(name, table));
}

export function recordNotFound(table: string, id: string): Refusal {
	return new Refusal(404, "0x80040217", words.recordNotFound(table, id));
}

/** The same for an alternate key. */
export function keyNotFound(table: string): Refusal {
	return new Refusal(404, "0x80060891", words.keyNotFound(table));
}

/** https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/join-tables */
export function expandOptionsNotAllowed(): Refusal {
	return new Refusal(400, badQueryCode, words.expandOptionsNotAllowed());
}

export function expandedReference(): Refusal {
	return new Refusal(400, badQueryCode, words.expandedReference());
}

export function tooManyExpands(count: number, limit: number): Refusal {
	return new Refusal(400, "0x8004430d", words.tooManyExpands(count, limit));
}

export function manyToManyExpand(relationship: string): Refusal {
	return new Refusal(400, badQueryCode, words.manyToManyExpand(relationship));
}

export function expandItemNotUnderstood(text: string): Refusal {
	return new Refusal(400, badQueryCode, words.expandItemNotUnderstood(text));
}

export function selectItemNotUnderstood(text: string): Refusal {
	return new Refusal(400, badQueryCode, words.selectItemNotUnderstood(text));
}

export function notCollection(): Refusal {
	return new Refusal(400, badQueryCode, words.notCollection());
}

/** A `$skiptoken` that the sandbox did not write, or wrote for another query. */
export function pagingCookieNotUnderstood(): Refusal {
	return new Refusal(400, "0x80040201", words.pagingCookieNotUnderstood());
}

/** Something follows a set, and no key says of which record. */
export function keyMissing(segment: string): Refusal {
	return new Refusal(400, badQueryCode, words.keyMissing(segment));
}

/** `$value` of what is no column. */
export function noRawValue(name: string): Refusal {
	return new Refusal(400, badQueryCode, words.noRawValue(name));
}
