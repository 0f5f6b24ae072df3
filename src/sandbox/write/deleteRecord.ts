import { recordNotFound } from "../read/readRefusals.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import { baseCurrency } from "../service/identity.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { checkSupport } from "./checkSupport.ts";
import { deleteWithChildren } from "./deleteWithChildren.ts";
import { rowExists } from "./rows.ts";
import { baseCurrencyKept } from "./writeRefusals.ts";

/** Deletes one row that must be there, with what the relationships of its table say about the rows that point to it. */
export function deleteRecord(context: RequestContext, table: SandboxTable, id: string): void {
	context.database.transaction(() => {
		checkSupport(table, "Delete");
		context.store.ensure(table);
		if (!rowExists(context.database, table, id)) throw recordNotFound(table.logicalName, id);
		if (id === baseCurrency.id) throw baseCurrencyKept();
		deleteWithChildren(context, table, id);
	});
}
