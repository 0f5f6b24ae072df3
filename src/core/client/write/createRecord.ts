import type { ClientResult, TableTarget, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { isExactNumber } from "../json/exactNumber.ts";
import { recordPath } from "../recordPath.ts";
import type { WriteOptions } from "../requestOptions.ts";
import type { Row, RowValue } from "../row.ts";
import { createOnce } from "./createOnce.ts";
import { readBack } from "./readBack.ts";
import { sendWrite, type WriteEnd } from "./sendWrite.ts";
import { failed, holds, type Intent, uncertain } from "./writeProblem.ts";
import { foundWritten, writtenOf } from "./written.ts";

/**
 * Makes one record, once, however often the request has to be sent: its id is made here, and the service takes an id once.
 *
 * By PATCH to the id with `If-None-Match: *`, which the documentation gives for records with an id of one's own and which
 * cannot make two even where a table passes over an id in a payload. By POST with the id in the body where only POST is
 * documented: rows inside of the payload, collections to bind, detection of duplicates. Both look at alternate keys and
 * give the record back. A table that takes no ids gets a plain POST, which is sent once.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api
 */
export async function createRecord(
	exchange: Exchange,
	table: TableTarget,
	record: Row,
	options: WriteOptions = {},
): Promise<ClientResult<Written>> {
	const { entitySet, primaryIdColumn: idColumn, takesClientIds } = table;
	const given = idColumn === undefined ? undefined : record[idColumn];
	const isId = given === undefined || typeof given === "string";
	if (idColumn === undefined || takesClientIds === false || !isId) {
		return await createOnce(exchange, table, record, options);
	}
	const target = { entitySet, key: given ?? exchange.newId(), primaryIdColumn: idColumn };
	const end = await sendCreate(exchange, { ...target, idColumn }, record, options);
	if (end.kind === "done") return { ok: true, value: writtenOf(exchange, end.answer, target) };
	if (end.kind === "refused") return failed(end.problem);
	return await afterLoss(exchange, { target, mine: record }, end, { isOwnId: given === undefined, options });
}

async function sendCreate(
	exchange: Exchange,
	target: { readonly entitySet: string; readonly key: string; readonly idColumn: string },
	record: Row,
	options: WriteOptions,
): Promise<WriteEnd> {
	const { entitySet, key, idColumn } = target;
	const check = recordPath(target);
	const common = { options, repeat: "conditional", check } as const;
	if (needsPost(record, options)) {
		return await sendWrite(exchange, {
			...common,
			method: "POST",
			url: entitySet,
			body: { ...record, [idColumn]: key },
		});
	}
	const { [idColumn]: _id, ...body } = record;
	return await sendWrite(exchange, {
		...common,
		method: "PATCH",
		url: check,
		condition: { "If-None-Match": "*" },
		body,
	});
}

function needsPost(record: Row, { suppressDuplicateDetection }: WriteOptions): boolean {
	return suppressDuplicateDetection === false || Object.values(record).some(isNested);
}

function isNested(value: RowValue): boolean {
	return typeof value === "object" && value !== null && !isExactNumber(value);
}

/** A record with an id that we have made is ours, whatever stands in it by now. One with a given id has to look like it. */
async function afterLoss(
	exchange: Exchange,
	intent: Intent,
	{ problem }: Extract<WriteEnd, { kind: "lost" }>,
	{ isOwnId, options }: { readonly isOwnId: boolean; readonly options: WriteOptions },
): Promise<ClientResult<Written>> {
	const found = await readBack(exchange, intent.target, options);
	switch (found.kind) {
		case "row": {
			const held = isOwnId ? "all" : holds(intent, found.row);
			if (held === "all") return foundWritten(intent.target, found);
			return uncertain(intent, held === "unknown" ? "notReadable" : "changedSince", problem, found);
		}
		case "absent":
			// The last attempt was refused, and no earlier one has left anything.
			return problem.code === "service" ? failed(problem) : uncertain(intent, "unanswered", problem);
		case "unreadable":
			return uncertain(intent, "notReadable", problem);
	}
}
