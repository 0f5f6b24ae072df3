import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";

/** Deletes one row that must be there, with what the relationships of its table say about the rows that point to it. */
export function deleteRecord(context: RequestContext, table: SandboxTable, id: string): void {
	throw new Error(`not built yet: delete ${table.logicalName} ${id} for ${context.root}`);
}
