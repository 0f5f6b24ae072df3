import { orderTerms, type OrderTerm } from "../query/translateOrderBy.ts";
import type { OrderByOption } from "../../core/odata/nodes.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { rowAlias } from "./rowColumns.ts";

/** The order of the rows of a request; the primary key is its last column. */
export function rowOrder(
	context: RequestContext,
	table: SandboxTable,
	option: OrderByOption | undefined,
): readonly OrderTerm[] {
	return orderTerms(option?.items ?? [], { context, table, alias: rowAlias, parameterAliases: "known" });
}

/** What tells one order from another: a position in one means nothing in the other. */
export function orderKey({ logicalName }: SandboxTable, terms: readonly OrderTerm[]): string {
	return [logicalName, ...terms.map(({ sql, direction }) => `${sql} ${direction}`)].join("\n");
}
