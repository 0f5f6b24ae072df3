import type { ClientResult, TableTarget, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { isGuid } from "../recordPath.ts";
import type { WriteOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";
import { sendWrite } from "./sendWrite.ts";
import { failed } from "./writeProblem.ts";
import { writtenOf } from "./written.ts";

/**
 * A create whose id the service makes. It is never sent again after a lost answer, because nothing would keep the service
 * from making a second record; the problem then has a query for records that look like it.
 */
export async function createOnce(
	exchange: Exchange,
	table: TableTarget,
	record: Row,
	options: WriteOptions,
): Promise<ClientResult<Written>> {
	const { entitySet, primaryIdColumn } = table;
	const end = await sendWrite(exchange, {
		method: "POST",
		url: entitySet,
		body: record,
		options,
		repeat: "never",
		reason: "noClientId",
		check: lookAlikes(entitySet, record),
	});
	if (end.kind === "done")
		return {
			ok: true,
			value: writtenOf(exchange, end.answer, primaryIdColumn === undefined ? {} : { primaryIdColumn }),
		};
	return failed(end.problem);
}

/** Columns that a filter can compare as they stand. Few are enough to recognise a record, and a URL has its limits. */
const mostColumns = 4;
const longestText = 100;

/** "contacts?$filter=lastname eq 'Ray' and creditlimit eq 5&$top=10" */
function lookAlikes(entitySet: string, record: Row): string {
	const conditions: string[] = [];
	for (const [column, value] of Object.entries(record)) {
		const literal = column.includes("@") ? undefined : literalOf(value);
		if (literal !== undefined) conditions.push(`${column} eq ${literal}`);
	}
	const filter = conditions.slice(0, mostColumns).join(" and ");
	return filter === "" ? `${entitySet}?$top=10` : `${entitySet}?$filter=${encodeURIComponent(filter)}&$top=10`;
}

/** Texts of dates, ids and several choices are not compared as texts; which column is one is not known here. */
function literalOf(value: Row[string]): string | undefined {
	if (typeof value === "boolean" || (typeof value === "number" && Number.isInteger(value))) return String(value);
	if (typeof value !== "string" || value === "" || value.length > longestText) return undefined;
	if (isGuid(value) || /^\d{4}-\d\d-\d\d/.test(value) || /^-?\d+(?:,-?\d+)*$/.test(value)) return undefined;
	return `'${value.replaceAll("'", "''")}'`;
}
