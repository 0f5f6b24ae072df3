import type { ClientResult, RecordTarget, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { recordPath } from "../recordPath.ts";
import type { ConditionalWriteOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";
import { overwrite } from "./overwrite.ts";
import { readBack } from "./readBack.ts";
import { type LostProblem, sendWrite } from "./sendWrite.ts";
import { conflict, failed, holds, type Intent, isVersionMismatch, speaksForAll, uncertain } from "./writeProblem.ts";
import { foundWritten, writtenOf } from "./written.ts";

/**
 * Changes a record that exists; `If-Match` always keeps the service from making one.
 *
 * - With a version it is repeated as often as it takes: it can be applied once only, because that changes the version.
 *   Where a repetition meets another version, the record is read: with our values in it, it is saved (also where somebody
 *   else has written the very same); else ours may have come first and been written over: "changedSince", never "conflict".
 * - With "*" (write over any version) see overwrite.ts: repeated, each time over a version that was read.
 * - Without: sent once. After a lost answer the record is read; where it is not as it was to be, nobody knows whether ours
 *   was applied and then changed by somebody else, whose work a repetition would undo.
 */
export async function updateRecord(
	exchange: Exchange,
	target: RecordTarget,
	changes: Row,
	options: ConditionalWriteOptions = {},
): Promise<ClientResult<Written>> {
	const { ifMatch } = options;
	const intent = { target, mine: changes };
	if (ifMatch === undefined || ifMatch === "*") {
		return await overwrite(exchange, intent, options, { mayCreate: false, insists: ifMatch === "*" });
	}
	const end = await sendWrite(exchange, {
		method: "PATCH",
		url: recordPath(target),
		condition: { "If-Match": ifMatch },
		body: changes,
		options,
		repeat: "conditional",
		check: recordPath(target),
	});
	if (end.kind === "done") return { ok: true, value: writtenOf(exchange, end.answer, target) };
	if (end.kind === "lost") return await afterLoss(exchange, intent, end.problem, { ...options, ifMatch });
	if (!isVersionMismatch(end.problem)) return failed(end.problem);
	return conflict(intent, ifMatch, end.problem, await readBack(exchange, target, options));
}

async function afterLoss(
	exchange: Exchange,
	intent: Intent,
	last: LostProblem,
	options: ConditionalWriteOptions & { readonly ifMatch: string },
): Promise<ClientResult<Written>> {
	const found = await readBack(exchange, intent.target, options);
	if (found.kind === "absent") return failed(found.problem);
	if (found.kind === "unreadable") return uncertain(intent, "notReadable", last);
	const held = holds(intent, found.row);
	if (held === "all") return foundWritten(intent.target, found);
	if (speaksForAll(last)) return failed(last);
	if (found.etag === options.ifMatch) return uncertain(intent, "unanswered", last, found);
	return uncertain(intent, held === "unknown" ? "notReadable" : "changedSince", last, found);
}
