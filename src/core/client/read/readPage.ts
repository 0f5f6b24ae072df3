import { parseUrl } from "../../base/parseUrl.ts";
import type { ClientResult, Page } from "../dataverseClient.ts";
import type { Exchange, ExchangeAnswer } from "../exchange/exchange.ts";
import { isRow } from "../readRow.ts";
import type { Row, RowValue } from "../row.ts";
import { readAnswer } from "./readAnswer.ts";

/**
 * The rows of an answer, and the address of the next ones. A page whose next one is of another origin is refused as a
 * whole: without that address it would look like the last. Counts: `@odata.count` where it was asked for, at most 5,000.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/count-rows
 */
export function readPage(exchange: Exchange, answer: ExchangeAnswer): ClientResult<Page> {
	const read = readAnswer(answer);
	if (!read.ok) return read;
	const body = read.value ?? {};
	const rows = rowsOf(body);
	if (rows === undefined)
		return { ok: false, problem: { code: "unreadable", what: "noRows", request: answer.request } };
	const next = nextOf(exchange, body, answer);
	if (!next.ok) return next;
	const count = body["@odata.count"];
	const exceeded = body["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"];
	const page: Page = {
		rows,
		reply: answer.reply,
		...(next.value !== undefined && { next: next.value }),
		...(typeof count === "number" && { count }),
		...(typeof count === "number" && typeof exceeded === "boolean" && { countLimitExceeded: exceeded }),
	};
	return { ok: true, value: page };
}

/** Undefined where the body is no list of records. */
export function rowsOf({ value }: Row): readonly Row[] | undefined {
	return isList(value) && value.every(isRow) ? value : undefined;
}

/** Undefined on the last page. */
export function nextOf(
	exchange: Exchange,
	body: Row,
	{ url, request }: ExchangeAnswer,
): ClientResult<string | undefined> {
	const written = body["@odata.nextLink"];
	if (typeof written !== "string") return { ok: true, value: undefined };
	const next = exchange.ownUrl(written, url);
	// It would be asked for ever.
	if (next === url) return { ok: false, problem: { code: "unreadable", what: "loop", request } };
	if (next !== undefined) return { ok: true, value: next };
	const origin = parseUrl(written, url)?.origin ?? written.slice(0, 200);
	return { ok: false, problem: { code: "foreignOrigin", origin, request } };
}

function isList(value: RowValue | undefined): value is readonly RowValue[] {
	return Array.isArray(value);
}
