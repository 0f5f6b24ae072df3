import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { Payload } from "./payload.ts";

/** Changes one row that must be there (else the service's refusal for an absent row). All of the change or nothing. */
export function updateRecord(context: RequestContext, table: SandboxTable, id: string, payload: Payload): void {
	throw new Error(
		`not built yet: update ${table.logicalName} ${id}, ${Object.keys(payload).length} for ${context.root}`,
	);
}
