import { orderTerms, type OrderTerm } from "../query/translateOrderBy.ts";
import type { SqlFragment } from "../query/sqlFragment.ts";
import { quoted } from "../storage/sqlNames.ts";
import type { ExpandedCollection } from "./expandPlan.ts";
import { jsonText } from "./jsonText.ts";
import { encodeCookie } from "./pagingCookie.ts";
import { largestPage } from "../service/readPreferences.ts";
import { orderKey } from "./rowOrder.ts";
import { type ReadRow, positioned, readRows } from "./readRows.ts";
import { columnSql, rowAlias } from "./rowColumns.ts";
import { idSlot, type RowPlan } from "./rowPlan.ts";
import { allOf, childTarget, filterOf, fromTable } from "./rowSource.ts";
import { type Expansion, type RowRun, writeRows } from "./writeRows.ts";

/** Alias of the intersect table of a many-to-many relationship. */
const linkAlias = "link";

/**
 * The collections of all these rows by one query. Where the number of rows in each is limited (by `$top`, or by the page
 * size when there is a `$expand` within) SQLite counts them; else the service's own limit cuts them off.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/join-tables
 */
export function expandCollection(
	run: RowRun,
	parent: RowPlan,
	expand: ExpandedCollection,
	rows: readonly ReadRow[],
): Expansion {
	const { navigation, plan, expands } = expand;
	const terms = orderTerms(expand.orderBy?.items ?? [], {
		context: run.context,
		table: expand.table,
		alias: rowAlias,
		parameterAliases: "refused",
	});
	const found = rows.length === 0 ? [] : readChildren(run, parent, expand, terms, rows);
	const texts = writeRows(run, plan, expands, found);
	const groups = new Map<unknown, Group>();
	for (const [index, row] of found.entries()) {
		const owner = row[plan.expressions.length];
		const group = groups.get(owner);
		const text = texts[index] ?? "null";
		if (group === undefined) groups.set(owner, { texts: [text], last: row });
		else if (group.texts.length < largestPage) {
			group.texts.push(text);
			group.last = row;
		}
	}
	const key = `,"${navigation.name}":[`;
	return (row) => {
		const group = groups.get(row[idSlot]);
		return `${key}${group?.texts.join(",") ?? ""}]${nextLink(run, parent, expand, row, terms, group)}`;
	};
}

/** The rows of one collection while they are gathered. */
interface Group {
	readonly texts: string[];
	last: ReadRow;
}

/** The rows of all collections in their order; behind the columns of the plan stands the id of the row they belong to. */
function readChildren(
	run: RowRun,
	parent: RowPlan,
	expand: ExpandedCollection,
	terms: readonly OrderTerm[],
	rows: readonly ReadRow[],
): readonly ReadRow[] {
	const { context, pageSize } = run;
	const { table, plan, filter, top } = expand;
	const ids = JSON.stringify(rows.map((row) => row[idSlot]));
	const { owner, from, target } = linkOf(run, parent, expand);
	const where = allOf([
		{ sql: `${owner} IN (SELECT value FROM json_each(?))`, values: [ids] },
		target,
		filterOf(context, table, filter, "refused"),
	]);
	const order = terms.map(({ sql, direction }) => `${sql} ${direction}`).join(", ");
	const orderValues = terms.flatMap(({ values }) => values);
	const columns = [...plan.expressions, owner];
	const limit = top ?? pageSize;
	const { database } = context;
	if (limit === undefined) {
		const sql = `SELECT ${positioned(columns)} ${from} WHERE ${where.sql} ORDER BY ${order}`;
		return readRows(database, sql, [...where.values, ...orderValues]);
	}
	const numbered = `row_number() OVER (PARTITION BY ${owner} ORDER BY ${order})`;
	const inner = `SELECT ${positioned([...columns, numbered])} ${from} WHERE ${where.sql}`;
	const place = quoted(`${columns.length}`);
	const sql = `SELECT * FROM (${inner}) WHERE ${place} <= ? ORDER BY ${place}`;
	return readRows(database, sql, [...orderValues, ...where.values, limit]);
}

interface Link {
	/** SQL of the id of the row that a found one belongs to. */
	readonly owner: string;
	readonly from: string;
	readonly target: SqlFragment | undefined;
}

function linkOf({ context }: RowRun, parent: RowPlan, { navigation, table }: ExpandedCollection): Link {
	const from = fromTable(context, table);
	const { intersect, column } = navigation;
	if (intersect === undefined) {
		return { owner: columnSql(column), from, target: childTarget(navigation, parent.table, table) };
	}
	context.store.ensureIntersect(intersect.table, [column, intersect.otherColumn]);
	const link = quoted(linkAlias);
	const join = `${link}.${quoted(intersect.otherColumn)} = ${columnSql(table.primaryId)}`;
	return {
		owner: `${link}.${quoted(column)}`,
		from: `${from} JOIN ${quoted(intersect.table)} AS ${link} ON ${join}`,
		target: undefined,
	};
}

/**
 * Where to get the collection on its own. Without a `$expand` within it always stands there and has no position in it,
 * also when all rows were given; with one it stands there when a page is full, and goes on behind it.
 */
function nextLink(
	{ byKey, pageSize, context }: RowRun,
	parent: RowPlan,
	{ navigation, query, table }: ExpandedCollection,
	row: ReadRow,
	terms: readonly OrderTerm[],
	group: Group | undefined,
): string {
	const options = query === "" ? [] : [query];
	if (pageSize === undefined) {
		if (byKey) return "";
	} else {
		if (group === undefined || group.texts.length < pageSize) return "";
		const position = { page: 2, values: [`t${String(group.last[idSlot])}`] };
		options.push(`$skiptoken=${encodeCookie(position, orderKey(table, terms))}`);
	}
	const { entitySetName } = parent.table;
	const path = `${context.root}${entitySetName}(${String(row[idSlot])})/${navigation.name}`;
	const link = options.length === 0 ? path : `${path}?${options.join("&")}`;
	return `,"${navigation.name}@odata.nextLink":${jsonText(link)}`;
}
