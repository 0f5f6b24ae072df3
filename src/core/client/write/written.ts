import type { RecordTarget, Written } from "../dataverseClient.ts";
import type { Exchange, ExchangeAnswer } from "../exchange/exchange.ts";
import { parseJson } from "../json/parseJson.ts";
import { etagOf, isRow } from "../readRow.ts";
import { isGuid } from "../recordPath.ts";
import type { Row } from "../row.ts";
import type { ReadBack } from "./readBack.ts";

/** What is known of the record beforehand; a new one may have no key yet. */
type IdKnown = Partial<Pick<RecordTarget, "key" | "primaryIdColumn">>;

/** What an answered write has left behind. An answer that tells less than it should is no reason to call it failed. */
export function writtenOf(exchange: Exchange, answer: ExchangeAnswer, target: IdKnown): Written {
	const record = recordOf(answer);
	const etag = (record === undefined ? undefined : etagOf(record)) ?? answer.headers.etag;
	const { primaryIdColumn, key } = target;
	const own = primaryIdColumn === undefined ? undefined : record?.[primaryIdColumn];
	const id =
		typeof own === "string" ? own : (idInAddress(exchange, answer) ?? (typeof key === "string" ? key : undefined));
	return {
		...(id !== undefined && { id }),
		...(etag !== undefined && { etag }),
		...(record !== undefined && { record }),
	};
}

/** The address of the record as the service tells it. One of another origin is not believed. */
function idInAddress(exchange: Exchange, { headers, url }: ExchangeAnswer): string | undefined {
	const address = headers["odata-entityid"] ?? headers.location;
	const own = address === undefined ? undefined : exchange.ownUrl(address, url);
	const key = own === undefined ? undefined : /\(([^()/]*)\)$/.exec(own)?.[1];
	return key !== undefined && isGuid(key) ? key : undefined;
}

function recordOf({ status, text }: ExchangeAnswer): Row | undefined {
	if (status === 204 || text === "") return undefined;
	const read = parseJson(text);
	return read.ok && isRow(read.value) ? read.value : undefined;
}

/** A record that was read after the answer of its write was lost, and found to be as it was to be. */
export function foundWritten(target: RecordTarget, { row, etag }: Extract<ReadBack, { kind: "row" }>): Found {
	const own = target.primaryIdColumn === undefined ? undefined : row[target.primaryIdColumn];
	const id = typeof own === "string" ? own : typeof target.key === "string" ? target.key : undefined;
	return {
		ok: true,
		value: {
			...(id !== undefined && { id }),
			...(etag !== undefined && { etag }),
			record: row,
			confirmedByReading: true,
		},
	};
}

interface Found {
	readonly ok: true;
	readonly value: Written;
}
