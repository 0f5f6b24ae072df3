import type { RecordTarget } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { readAnswer } from "../read/readAnswer.ts";
import { isRow } from "../readRow.ts";
import type { WriteOptions } from "../requestOptions.ts";
import type { Row, RowValue } from "../row.ts";
import { readOptions } from "./readBack.ts";

/** Whether a link is there, as far as it can be seen. */
export type LinkState = "linked" | "notLinked" | "unknown";

/**
 * @param check the address to look at: see linkCheck.ts.
 * @param related the record that the link is to; of a lookup to be cleared any counts.
 */
export async function readLink(
	exchange: Exchange,
	check: string,
	related: RecordTarget | undefined,
	options: WriteOptions,
): Promise<LinkState> {
	const result = await exchange.send({
		method: "GET",
		url: check,
		options: readOptions(options),
		repeat: "safe",
		write: false,
	});
	if (!result.ok) {
		const { problem } = result;
		return problem.code === "service" && problem.status === 404 ? "notLinked" : "unknown";
	}
	const read = readAnswer(result.value);
	if (!read.ok) return "unknown";
	return read.value === null ? "notLinked" : stateIn(read.value, related);
}

function stateIn(answer: Row, related: RecordTarget | undefined): LinkState {
	const { value } = answer;
	const isCollection = Array.isArray(value);
	const rows: readonly RowValue[] = isCollection ? (value as readonly RowValue[]) : [answer];
	if (rows.length === 0) return "notLinked";
	if (related === undefined) return "linked";
	if (typeof related.key !== "string") return "unknown";
	const id = related.key.toLowerCase();
	if (rows.some((row) => isRow(row) && names(row, id))) return "linked";
	return answer["@odata.nextLink"] === undefined ? "notLinked" : "unknown";
}

/** A reference has the id in its address, a record in a column. */
function names(row: Row, id: string): boolean {
	return Object.values(row).some((value) => {
		const text = typeof value === "string" ? value.toLowerCase() : "";
		return text === id || text.endsWith(`(${id})`);
	});
}
