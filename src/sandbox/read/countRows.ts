import type { SqlFragment } from "../query/sqlFragment.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { readRows } from "./readRows.ts";
import { allOf, fromTable, type RowSource } from "./rowSource.ts";

/** The service counts no further. */
export const mostCounted = 5000;

/** The number of rows, or one more than `mostCounted` where there are more. */
export type CountedRows = number;

export function countRows(context: RequestContext, source: RowSource, filter: SqlFragment | undefined): CountedRows {
	const where = allOf([source.where, filter]);
	const some = `SELECT 1 ${fromTable(context, source.table)} WHERE ${where.sql} LIMIT ${mostCounted + 1}`;
	const [row] = readRows(context.database, `SELECT count(*) AS "0" FROM (${some})`, where.values);
	return Number(row?.[0]);
}
