import type { ClientProblem } from "../clientProblem.ts";
import type { ClientResult, RecordTarget, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { recordPath } from "../recordPath.ts";
import type { ConditionalWriteOptions } from "../requestOptions.ts";
import { readBack } from "./readBack.ts";
import { type LostProblem, sendWrite } from "./sendWrite.ts";
import { conflict, failed, isVersionMismatch, speaksForAll, uncertain } from "./writeProblem.ts";

/**
 * Deletes a record. Repeated as often as it takes, with or without a version: an id is gone once it is deleted. Not so a
 * record that is named by an alternate key, in whose place another one may have come: without a version it is sent once.
 */
export async function deleteRecord(
	exchange: Exchange,
	target: RecordTarget,
	options: ConditionalWriteOptions = {},
): Promise<ClientResult<Written>> {
	const { ifMatch } = options;
	const expected = ifMatch === "*" ? undefined : ifMatch;
	const isById = typeof target.key === "string";
	const url = recordPath(target);
	const end = await sendWrite(exchange, {
		method: "DELETE",
		url,
		...(expected !== undefined && { condition: { "If-Match": expected } }),
		options: withoutRecord(options),
		repeat: isById || expected !== undefined ? "conditional" : "never",
		check: url,
	});
	if (end.kind === "done") return deleted(target);
	const intent = { target, mine: {} };
	if (end.kind === "lost") {
		if (isAbsent(end.problem)) return deleted(target);
		return await afterLoss(exchange, target, end.problem, options);
	}
	if (expected === undefined || !isVersionMismatch(end.problem)) return failed(end.problem);
	return conflict(intent, expected, end.problem, await readBack(exchange, target, options));
}

async function afterLoss(
	exchange: Exchange,
	target: RecordTarget,
	last: LostProblem,
	options: ConditionalWriteOptions,
): Promise<ClientResult<Written>> {
	const intent = { target, mine: {} };
	const found = await readBack(exchange, target, options);
	if (found.kind === "absent") return deleted(target, true);
	if (found.kind === "unreadable") return uncertain(intent, "notReadable", last);
	if (speaksForAll(last)) return failed(last);
	if (isVersionMismatch(last) && options.ifMatch !== undefined) {
		// The id is still there, so that nothing was deleted; a key may belong to another record by now.
		if (typeof target.key === "string") return conflict(intent, options.ifMatch, last, found);
		return uncertain(intent, "changedSince", last, found);
	}
	return uncertain(intent, typeof target.key === "string" ? "unanswered" : "unconditional", last, found);
}

function isAbsent(problem: ClientProblem): boolean {
	return problem.code === "service" && problem.status === 404;
}

function deleted({ key }: RecordTarget, confirmedByReading = false): ClientResult<Written> {
	return {
		ok: true,
		value: { ...(typeof key === "string" && { id: key }), ...(confirmedByReading && { confirmedByReading }) },
	};
}

/** There is none to give back. */
function withoutRecord({ returnRecord: _returnRecord, ...options }: ConditionalWriteOptions): ConditionalWriteOptions {
	return options;
}
