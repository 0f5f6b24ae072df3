import type { OrderByItem } from "../../core/odata/nodes.ts";
import { quoted } from "../storage/sqlNames.ts";
import type { QueryScope } from "./scope.ts";
import type { SqlFragment } from "./sqlFragment.ts";

/** One column of the order: an expression of the row, and which way. */
export interface OrderTerm extends SqlFragment {
	readonly direction: "ASC" | "DESC";
}

/** The order of the rows, the primary key last, so that no two rows are equal and paging is stable. */
export function orderTerms(_items: readonly OrderByItem[], scope: QueryScope): readonly OrderTerm[] {
	return [{ sql: `${quoted(scope.alias)}.${quoted(scope.table.primaryId)}`, values: [], direction: "ASC" }];
}

/** What stands behind ORDER BY. */
export function translateOrderBy(items: readonly OrderByItem[], scope: QueryScope): SqlFragment {
	const terms = orderTerms(items, scope);
	return {
		sql: terms.map(({ sql, direction }) => `${sql} ${direction}`).join(", "),
		values: terms.flatMap(({ values }) => values),
	};
}
