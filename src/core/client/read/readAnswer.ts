import type { Outcome } from "../../base/outcome.ts";
import type { ClientProblem } from "../clientProblem.ts";
import type { ExchangeAnswer } from "../exchange/exchange.ts";
import { parseJson } from "../json/parseJson.ts";
import { isRow } from "../readRow.ts";
import type { Row } from "../row.ts";

/** The body of an answer: null where there is none. */
export function readAnswer({ status, text, request, reply }: ExchangeAnswer): Outcome<Row | null, ClientProblem> {
	if (status === 304) {
		// Only who has asked with If-None-Match meets it, and has the record already.
		const message = "The record has not changed.";
		return { ok: false, problem: { code: "service", status, message, attempts: reply.retries + 1, request } };
	}
	if (status === 204 || text === "") return { ok: true, value: null };
	const read = parseJson(text);
	if (read.ok && isRow(read.value)) return { ok: true, value: read.value };
	return { ok: false, problem: { code: "unreadable", what: "notJson", request } };
}
