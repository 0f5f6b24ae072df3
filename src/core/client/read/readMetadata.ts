import type { ClientResult } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { RequestOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";
import { readAnswer } from "./readAnswer.ts";
import { nextOf, rowsOf } from "./readPage.ts";

/**
 * What the service says of its tables, columns and choices. A collection comes whole: the documentation says that it is not
 * paged, and where it is all the same, the pages are put together.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query-metadata-web-api
 */
export async function readMetadata(
	exchange: Exchange,
	path: string,
	options: RequestOptions = {},
): Promise<ClientResult<Row>> {
	const rows: Row[] = [];
	let first: Row | undefined;
	for (let url: string | undefined = path; url !== undefined;) {
		const sent = await exchange.send({ method: "GET", url, options, repeat: "safe", write: false });
		if (!sent.ok) return { ok: false, problem: sent.problem };
		const { request } = sent.value;
		const read = readAnswer(sent.value);
		if (!read.ok) return read;
		if (read.value === null) return { ok: false, problem: { code: "unreadable", what: "notJson", request } };
		const next = nextOf(exchange, read.value, sent.value);
		if (!next.ok) return next;
		url = next.value;
		if (first === undefined && url === undefined) return { ok: true, value: read.value };
		const page = rowsOf(read.value);
		if (page === undefined) return { ok: false, problem: { code: "unreadable", what: "noRows", request } };
		first ??= read.value;
		for (const row of page) rows.push(row);
	}
	const { "@odata.nextLink": _next, ...rest } = first ?? {};
	return { ok: true, value: { ...rest, value: rows } };
}
