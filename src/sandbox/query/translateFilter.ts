import type { Expression } from "../../core/odata/nodes.ts";
import type { QueryScope } from "./scope.ts";
import type { SqlFragment } from "./sqlFragment.ts";

/** The condition of `$filter` (of a lambda, of a nested `$expand`) as SQL that is true for the rows to be returned. */
export function translateFilter(_expression: Expression, _scope: QueryScope): SqlFragment {
	return { sql: "1", values: [] };
}
