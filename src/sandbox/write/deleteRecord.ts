import { recordNotFound } from "../read/readRefusals.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { checkSupport } from "./checkSupport.ts";
import { deleteWithChildren } from "./deleteWithChildren.ts";
import { rowExists } from "./rows.ts";

/** Deletes one row that must be there, with what the relationships of its table say about the rows that point to it. */
export function deleteRecord(context: RequestContext, table: SandboxTable, id: string): void {
	context.database.transaction(() => {
		checkSupport(table, "Delete");
		context.store.ensure(table);
		if (!rowExists(context.database, table, id)) throw recordNotFound(table.logicalName, id);
		deleteWithChildren(context, table, id);
	});
}
