import { recordNotFound } from "../read/readRefusals.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { applyPayload } from "./applyPayload.ts";
import { changeRecord } from "./changeRecord.ts";
import { checkSupport } from "./checkSupport.ts";
import type { Payload } from "./payload.ts";
import { readPayload } from "./readPayload.ts";
import { deepUpdate } from "./writeRefusals.ts";

/** Changes one row that must be there (else the service's refusal for an absent row). All of the change or nothing. */
export function updateRecord(context: RequestContext, table: SandboxTable, id: string, payload: Payload): void {
	context.database.transaction(() => {
		checkSupport(table, "Update");
		const understood = readPayload(context, table, payload, "update");
		const changed = changeRecord(context, table, id, (draft) => {
			applyPayload(context, draft, understood, () => {
				throw deepUpdate();
			});
		});
		if (!changed) throw recordNotFound(table.logicalName, id);
	});
}
