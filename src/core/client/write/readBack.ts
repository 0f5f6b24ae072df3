import type { ClientProblem } from "../clientProblem.ts";
import type { RecordTarget } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { retrieve } from "../read/retrieve.ts";
import { etagOf } from "../readRow.ts";
import type { RequestOptions, WriteOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";

/** A record as it is now. */
export type ReadBack =
	| { readonly kind: "row"; readonly row: Row; readonly etag?: string }
	| { readonly kind: "absent"; readonly problem: ClientProblem }
	| { readonly kind: "unreadable" };

/** Reads the whole record, with all annotations: which column a navigation property has written is told there. */
export async function readBack(exchange: Exchange, target: RecordTarget, options: WriteOptions): Promise<ReadBack> {
	const read = await retrieve(exchange, target, undefined, readOptions(options));
	if (read.ok) {
		const etag = etagOf(read.value);
		return { kind: "row", row: read.value, ...(etag !== undefined && { etag }) };
	}
	const { problem } = read;
	return problem.code === "service" && problem.status === 404 ? { kind: "absent", problem } : { kind: "unreadable" };
}

/** What a write is looked after with: as the same user, who may give up as before, and in the state after all writes. */
export function readOptions({ signal, onProgress, timeout, caller }: WriteOptions): RequestOptions {
	return {
		...(signal !== undefined && { signal }),
		...(onProgress !== undefined && { onProgress }),
		...(timeout !== undefined && { timeout }),
		...(caller !== undefined && { caller }),
		strongConsistency: true,
	};
}
