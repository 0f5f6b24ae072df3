import type { SqlValue } from "../storage/database.ts";

/**
 * A piece of SQL with the values of its `?` in order. The text depends on the shape of a query and never on its values,
 * so that statements stay prepared. It is safe in any place where an operand of AND may stand.
 */
export interface SqlFragment {
	readonly sql: string;
	readonly values: readonly SqlValue[];
}
