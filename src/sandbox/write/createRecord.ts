import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { makeRecord } from "./makeRecord.ts";
import type { Payload } from "./payload.ts";

/**
 * Makes one row, with everything that its payload makes or links besides: deep inserts and bindings. All of it or, when
 * a refusal is thrown, nothing. Answers the id of the new row.
 */
export function createRecord(context: RequestContext, table: SandboxTable, payload: Payload): string {
	return context.database.transaction(() => makeRecord(context, table, payload));
}
