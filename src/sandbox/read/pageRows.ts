import type { SqlFragment } from "../query/sqlFragment.ts";
import type { OrderTerm } from "../query/translateOrderBy.ts";
import { largestPage } from "../service/readPreferences.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { SqlValue } from "../storage/database.ts";
import { rangesAfter } from "./keyset.ts";
import { decodeCookie, encodeCookie, type PagingPosition, type PagingValue } from "./pagingCookie.ts";
import type { ReadOptions } from "./queryOptions.ts";
import { type ReadRow, positioned, readRows } from "./readRows.ts";
import { columnSql } from "./rowColumns.ts";
import { orderKey, rowOrder } from "./rowOrder.ts";
import { idSlot, type RowPlan } from "./rowPlan.ts";
import { allOf, fromTable, type RowSource } from "./rowSource.ts";

export interface PageRows {
	readonly rows: readonly ReadRow[];
	/** The cookie of the page behind this one; absent where there is none. */
	readonly next?: string;
}

/**
 * The rows of one page. A page knows where it begins by the values of its order, not by a number of rows before it, so
 * later pages cost what the first one does, and rows that come or go between two requests neither repeat nor hide others.
 */
export function pageOf(
	context: RequestContext,
	source: RowSource,
	filter: SqlFragment | undefined,
	{ orderBy, top, skipToken }: ReadOptions,
	plan: RowPlan,
): PageRows {
	const { maxPageSize } = context.preferences;
	const terms = rowOrder(context, source.table, orderBy);
	const { table } = source;
	const order = orderKey(table, terms);
	const position = skipToken === undefined ? undefined : decodeCookie(skipToken, order);
	// With a page size of its own `$top` is ignored, without one it is no more than a page.
	const size = Math.min(maxPageSize ?? top ?? largestPage, largestPage);
	const wanted = maxPageSize === undefined && top !== undefined && top <= largestPage ? size : size + 1;
	const rows = readRanges(context, source, filter, plan, terms, position, wanted);
	const last = rows[size - 1];
	if (rows.length <= size || last === undefined) return { rows };
	return {
		rows: rows.slice(0, size),
		next: encodeCookie(
			{
				page: (position?.page ?? 1) + 1,
				values: positionValues(context, table, String(last[idSlot]), terms),
			},
			order,
		),
	};
}

/**
 * The values of the order in one row, asked for by themselves: a page of rows need not carry them. Whole numbers may be
 * longer than a number of JavaScript, so they and texts come as text with a letter before it that tells them apart.
 */
function positionValues(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	terms: readonly OrderTerm[],
): readonly PagingValue[] {
	const ordered = terms.slice(0, -1);
	if (ordered.length === 0) return [`t${id}`];
	const columns = ordered.map(
		({ sql }) => `CASE typeof(${sql}) WHEN 'integer' THEN 'i' || ${sql} WHEN 'text' THEN 't' || ${sql} ELSE ${sql} END`,
	);
	const values = ordered.flatMap((term) => [...term.values, ...term.values, ...term.values, ...term.values]);
	const sql = `SELECT ${positioned(columns)} ${fromTable(context, table)} WHERE ${columnSql(table.primaryId)} = ?`;
	const [row] = readRows(context.database, sql, [...values, id]);
	const known = ordered.map((_term, index): PagingValue => {
		const value = row?.[index];
		return typeof value === "string" || typeof value === "number" ? value : null;
	});
	return [...known, `t${id}`];
}

function sqlValue(value: PagingValue): SqlValue {
	if (typeof value !== "string") return value;
	return value.startsWith("i") ? BigInt(value.slice(1)) : value.slice(1);
}

function readRanges(
	context: RequestContext,
	source: RowSource,
	filter: SqlFragment | undefined,
	plan: RowPlan,
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
