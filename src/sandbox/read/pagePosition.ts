import type { OrderTerm } from "../query/translateOrderBy.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { SqlValue } from "../storage/database.ts";
import type { PagingValue } from "./pagingCookie.ts";
import { positioned, readRows } from "./readRows.ts";
import { columnSql } from "./rowColumns.ts";
import { fromTable } from "./rowSource.ts";

/**
 * What the terms of an order, the primary key their last, are in one row. Asked for by itself, so that the rows of a page
 * need not carry it. Whole numbers may be longer than a number of JavaScript, so they and texts come as text with a
 * letter before it that tells them apart.
 */
export function positionAfter(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	terms: readonly OrderTerm[],
): readonly PagingValue[] {
	const ordered = terms.slice(0, -1);
	if (ordered.length === 0) return [idValue(id)];
	const columns = ordered.map(
		({ sql }) => `CASE typeof(${sql}) WHEN 'integer' THEN 'i' || ${sql} WHEN 'text' THEN 't' || ${sql} ELSE ${sql} END`,
	);
	// As often as the term stands in its CASE.
	const values = ordered.flatMap((term) => [...term.values, ...term.values, ...term.values, ...term.values]);
	const sql = `SELECT ${positioned(columns)} ${fromTable(context, table)} WHERE ${columnSql(table.primaryId)} = ?`;
	const [row] = readRows(context.database, sql, [...values, id]);
	const known = ordered.map((_term, index): PagingValue => {
		const value = row?.[index];
		return typeof value === "string" || typeof value === "number" ? value : null;
	});
	return [...known, idValue(id)];
}

/** The primary key as part of a position. */
export function idValue(id: string): PagingValue {
	return `t${id}`;
}

export function sqlValue(value: PagingValue): SqlValue {
	if (typeof value !== "string") return value;
	return value.startsWith("i") ? BigInt(value.slice(1)) : value.slice(1);
}
