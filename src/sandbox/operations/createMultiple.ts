import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { createRecord } from "../write/createRecord.ts";
import { answer } from "./operation.ts";
import { readTargets } from "./readTargets.ts";

/** Makes all records or none. Ids come in the order of the records. */
export function createMultiple(context: RequestContext, table: SandboxTable): ServiceResponse {
	const targets = readTargets(context, table, "CreateMultiple");
	const ids = context.database.transaction(() => targets.map((target) => createRecord(context, table, target)));
	return answer(context, "CreateMultiple", { Ids: ids });
}
