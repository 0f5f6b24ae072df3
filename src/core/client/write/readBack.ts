import type { ClientProblem } from "../clientProblem.ts";
import type { RecordTarget } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { parseJson } from "../json/parseJson.ts";
import { etagOf, isRow } from "../readRow.ts";
import { recordPath } from "../recordPath.ts";
import type { WriteOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";

/** A record as it is now. */
export type ReadBack =
	| { readonly kind: "row"; readonly row: Row; readonly etag?: string }
	| { readonly kind: "absent"; readonly problem: ClientProblem }
	| { readonly kind: "unreadable" };

/**
 * Reads the whole record, with all annotations: which column a navigation property has written is told there. The read is
 * made as the same user, and asks for the state after all writes (`Consistency: Strong`).
 */
export async function readBack(exchange: Exchange, target: RecordTarget, options: WriteOptions): Promise<ReadBack> {
	const { signal, onProgress, timeout, caller } = options;
	const result = await exchange.send({
		method: "GET",
		url: recordPath(target),
		prefer: ['odata.include-annotations="*"'],
		options: {
			...(signal !== undefined && { signal }),
			...(onProgress !== undefined && { onProgress }),
			...(timeout !== undefined && { timeout }),
			...(caller !== undefined && { caller }),
			strongConsistency: true,
		},
		repeat: "safe",
		write: false,
	});
	if (!result.ok) {
		const { problem } = result;
		return problem.code === "service" && problem.status === 404 ? { kind: "absent", problem } : { kind: "unreadable" };
	}
	const read = parseJson(result.value.text);
	if (!read.ok || !isRow(read.value)) return { kind: "unreadable" };
	const etag = etagOf(read.value);
	return { kind: "row", row: read.value, ...(etag !== undefined && { etag }) };
}
