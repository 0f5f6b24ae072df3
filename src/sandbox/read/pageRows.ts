import type { SqlFragment } from "../query/sqlFragment.ts";
import type { OrderTerm } from "../query/translateOrderBy.ts";
import { largestPage } from "../service/readPreferences.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { rangesAfter } from "./keyset.ts";
import { positionAfter, sqlValue } from "./pagePosition.ts";
import { decodeCookie, encodeCookie, type PagingPosition } from "./pagingCookie.ts";
import type { ReadOptions } from "./queryOptions.ts";
import { type ReadRow, positioned, readRows } from "./readRows.ts";
import { orderKey, rowOrder } from "./rowOrder.ts";
import { idSlot, type RowPlan } from "./rowPlan.ts";
import { allOf, fromTable, type RowSource } from "./rowSource.ts";

export interface PageRows {
	readonly rows: readonly ReadRow[];
	/** The cookie of the page behind this one; absent where there is none. */
	readonly next?: string;
}

/** The rows that a request asks for, before they are cut into pages. */
export interface RowQuery {
	readonly context: RequestContext;
	readonly source: RowSource;
	readonly filter: SqlFragment | undefined;
	readonly plan: RowPlan;
}

/**
 * The rows of one page. A page knows where it begins by the values of its order, not by a number of rows before it, so
 * later pages cost what the first one does, and rows that come or go between two requests neither repeat nor hide others.
 */
export function pageOf(query: RowQuery, { orderBy, top, skipToken }: ReadOptions): PageRows {
	const { context, source } = query;
	const { maxPageSize } = context.preferences;
	const terms = rowOrder(context, source.table, orderBy);
	const order = orderKey(source.table, terms);
	const position = skipToken === undefined ? undefined : decodeCookie(skipToken, order);
	// With a page size of its own `$top` is ignored, without one it is no more than a page.
	const size = Math.min(maxPageSize ?? top ?? largestPage, largestPage);
	const isLast = maxPageSize === undefined && top !== undefined && top <= largestPage;
	const rows = readRanges(query, terms, position, isLast ? size : size + 1);
	const last = rows[size - 1];
	if (rows.length <= size || last === undefined) return { rows };
	const values = positionAfter(context, source.table, String(last[idSlot]), terms);
	return { rows: rows.slice(0, size), next: encodeCookie({ page: (position?.page ?? 1) + 1, values }, order) };
}

function readRanges(
	{ context, source, filter, plan }: RowQuery,
	terms: readonly OrderTerm[],
	position: PagingPosition | undefined,
	wanted: number,
): readonly ReadRow[] {
	const from = fromTable(context, source.table);
	const order = terms.map(({ sql, direction }) => `${sql} ${direction}`).join(", ");
	const orderValues = terms.flatMap(({ values }) => values);
	const ranges = position === undefined ? [undefined] : rangesAfter(terms, position.values.map(sqlValue));
	let rows: readonly ReadRow[] = [];
	for (const range of ranges) {
		const where = allOf([range, source.where, filter]);
		const sql = `SELECT ${positioned(plan.expressions)} ${from} WHERE ${where.sql} ORDER BY ${order} LIMIT ?`;
		const found = readRows(context.database, sql, [...where.values, ...orderValues, wanted - rows.length]);
		rows = rows.length === 0 ? found : [...rows, ...found];
		if (rows.length >= wanted) break;
	}
	return rows;
}
