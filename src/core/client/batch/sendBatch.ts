import type { BatchItem, BatchOptions, BatchResult } from "../batchItem.ts";
import type { ClientResult } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { batchResults } from "./batchResults.ts";
import { planBatch } from "./planBatch.ts";
import { printBatch } from "./printBatch.ts";
import { readBatchAnswer } from "./readBatchAnswer.ts";

/**
 * Sends several requests in one, and tells what became of each. A batch of GETs may be repeated. One with a write is sent
 * once, even where each write in it were safe alone: what was applied of a batch whose answer was lost is not known, and a
 * part that meets its own echo would stop the parts behind it. It then "may have been applied".
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api
 */
export async function sendBatch(
	exchange: Exchange,
	items: readonly BatchItem[],
	options: BatchOptions = {},
): Promise<ClientResult<readonly BatchResult[]>> {
	if (items.length === 0) return { ok: true, value: [] };
	const planned = planBatch(exchange, items);
	if (!planned.ok) return planned;
	const { continueOnError = false } = options;
	const boundary = `batch_${exchange.newId()}`;
	const write = planned.value.some((item) => item.kind === "changeSet" || item.part.method !== "GET");
	const sent = await exchange.send({
		method: "POST",
		url: "$batch",
		headers: { "Content-Type": `multipart/mixed;boundary=${boundary}` },
		...(continueOnError && { prefer: ["odata.continue-on-error"] }),
		body: printBatch(planned.value, boundary),
		options,
		repeat: write ? "never" : "safe",
		write,
		unsure: { reason: "batch" },
		isBatch: true,
	});
	if (!sent.ok) return { ok: false, problem: sent.problem };
	const { headers, text, reply, request } = sent.value;
	const answers = readBatchAnswer(headers["content-type"], text);
	const results =
		answers === undefined
			? undefined
			: batchResults(planned.value, answers, { continueOnError, attempts: reply.retries + 1 });
	if (results !== undefined) return { ok: true, value: results };
	return { ok: false, problem: { code: "unreadable", what: "badBatch", request } };
}
