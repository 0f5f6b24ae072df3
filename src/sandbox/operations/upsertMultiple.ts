import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { createRecord } from "../write/createRecord.ts";
import { upsertRecord } from "../write/upsertRecord.ts";
import { readTargets } from "./readTargets.ts";
import { targetKey } from "./targetKey.ts";

/**
 * Changes the records that are there and makes the others; all of it or nothing. The documented response type is never
 * sent: the answer has no content.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/upsertmultiple
 */
export function upsertMultiple(context: RequestContext, table: SandboxTable): ServiceResponse {
	const targets = readTargets(context, table, "UpsertMultiple");
	context.database.transaction(() => {
		for (const target of targets) {
			const { key, payload } = targetKey(context, table, target);
			if (key === undefined) createRecord(context, table, payload);
			else upsertRecord(context, table, { key }, payload);
		}
	});
	return { status: 204, headers: new Map() };
}
