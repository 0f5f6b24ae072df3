import type { ClientResult, RecordTarget, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { recordPath } from "../recordPath.ts";
import type { WriteOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";
import { overwrite } from "./overwrite.ts";
import { readBack } from "./readBack.ts";
import { sendWrite } from "./sendWrite.ts";
import { failed, holds, uncertain } from "./writeProblem.ts";
import { foundWritten, writtenOf } from "./written.ts";

export interface UpsertOptions extends WriteOptions {
	readonly only?: "create" | "update";
}

/**
 * Makes the record or changes it: afterwards it has these values, whatever it had before (see overwrite.ts). Whether it was
 * made is told by the service where the record comes back, and otherwise only where the request allows one of the two.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api
 */
export async function upsertRecord(
	exchange: Exchange,
	target: RecordTarget,
	record: Row,
	options: UpsertOptions = {},
): Promise<ClientResult<Written>> {
	const { only, ...others } = options;
	if (only === "create") return await createAt(exchange, target, record, others);
	const rules = { mayCreate: only === undefined, insists: true };
	return await overwrite(exchange, { target, mine: record }, others, rules);
}

/**
 * Refused where there is a record already. After a lost answer such a record may be ours or have been there before: only
 * where it is as it was to be does that not matter.
 */
async function createAt(
	exchange: Exchange,
	target: RecordTarget,
	record: Row,
	options: WriteOptions,
): Promise<ClientResult<Written>> {
	const url = recordPath(target);
	const end = await sendWrite(exchange, {
		method: "PATCH",
		url,
		condition: { "If-None-Match": "*" },
		body: record,
		options,
		repeat: "conditional",
		check: url,
	});
	if (end.kind === "done") return { ok: true, value: { ...writtenOf(exchange, end.answer, target), created: true } };
	if (end.kind === "refused") return failed(end.problem);
	const intent = { target, mine: record };
	const found = await readBack(exchange, target, options);
	if (found.kind === "unreadable") return uncertain(intent, "notReadable", end.problem);
	if (found.kind === "absent") {
		return end.problem.code === "service" ? failed(end.problem) : uncertain(intent, "unanswered", end.problem);
	}
	const held = holds(intent, found.row);
	if (held === "all") return foundWritten(target, found);
	if (end.problem.code === "service" && end.problem.status !== 412) return failed(end.problem);
	return uncertain(intent, held === "unknown" ? "notReadable" : "changedSince", end.problem, found);
}
