import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";

/** Where an expression stands: what its names mean and how the row is called in SQL. */
export interface QueryScope {
	readonly context: RequestContext;
	/** The table whose rows are filtered or ordered. Its storage and that of every table it meets is made on the way. */
	readonly table: SandboxTable;
	/** SQL alias of that row in the statement around. Aliases made here are this one with a number behind. */
	readonly alias: string;
	/** Inside `$expand` the service knows no parameter aliases. */
	readonly parameterAliases: "known" | "refused";
}
