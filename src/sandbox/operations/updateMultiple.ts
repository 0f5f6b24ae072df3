import * as words from "../../words/sandboxOperations.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { rowIdOfKey } from "../write/rowKey.ts";
import { updateRecord } from "../write/updateRecord.ts";
import { badPayload } from "../write/writeRefusals.ts";
import { readTargets } from "./readTargets.ts";
import { targetKey } from "./targetKey.ts";

/** Changes all records or none; each must be there. */
export function updateMultiple(context: RequestContext, table: SandboxTable): ServiceResponse {
	const targets = readTargets(context, table, "UpdateMultiple");
	context.database.transaction(() => {
		for (const [index, target] of targets.entries()) {
			const { key, payload } = targetKey(context, table, target);
			if (key === undefined) throw badPayload(context.request, table, words.targetWithoutKey(index, table.primaryId));
			updateRecord(context, table, rowIdOfKey(context, table, key), payload);
		}
	});
	return { status: 204, headers: new Map() };
}
