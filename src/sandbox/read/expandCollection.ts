import type { SqlFragment } from "../query/sqlFragment.ts";
import { type OrderTerm, orderTerms } from "../query/translateOrderBy.ts";
import { largestPage } from "../service/readPreferences.ts";
import { quoted } from "../storage/sqlNames.ts";
import type { ExpandedCollection } from "./expandPlan.ts";
import { jsonText } from "./jsonText.ts";
import { idValue } from "./pagePosition.ts";
import { encodeCookie } from "./pagingCookie.ts";
import { type ReadRow, positioned, readRows } from "./readRows.ts";
import { columnSql, rowAlias } from "./rowColumns.ts";
import { orderKey } from "./rowOrder.ts";
import { idSlot, type RowPlan } from "./rowPlan.ts";
import { allOf, childTarget, filterOf, fromTable } from "./rowSource.ts";
import { type Expansion, type RowRun, writeRows } from "./writeRows.ts";

/** Alias of the intersect table of a many-to-many relationship. */
const linkAlias = "link";

/** One `$expand` of collections while it is carried out. */
interface Collections {
	readonly run: RowRun;
	readonly parent: RowPlan;
	readonly expand: ExpandedCollection;
	readonly terms: readonly OrderTerm[];
}

/** The rows of one collection while they are gathered. */
interface Group {
	readonly texts: string[];
	last: ReadRow;
}

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
	const { context } = run;
	const { navigation, table, plan, expands } = expand;
	const scope = { context, table, alias: rowAlias, parameterAliases: "refused" } as const;
	const collections = { run, parent, expand, terms: orderTerms(expand.orderBy?.items ?? [], scope) };
	const found = rows.length === 0 ? [] : readChildren(collections, rows);
	const groups = grouped(found, writeRows(run, plan, expands, found), plan.expressions.length);
	const key = `,"${navigation.name}":[`;
	return (row) => {
		const group = groups.get(row[idSlot]);
		return `${key}${group?.texts.join(",") ?? ""}]${nextLink(collections, String(row[idSlot]), group)}`;
	};
}

/** By the id of the row that they belong to, which stands behind the columns of the plan. */
function grouped(rows: readonly ReadRow[], texts: readonly string[], owner: number): ReadonlyMap<unknown, Group> {
	const groups = new Map<unknown, Group>();
	for (const [index, row] of rows.entries()) {
		const group = groups.get(row[owner]);
		const text = texts[index] ?? "null";
		if (group === undefined) groups.set(row[owner], { texts: [text], last: row });
		else if (group.texts.length < largestPage) {
			group.texts.push(text);
			group.last = row;
		}
	}
	return groups;
}

/** The rows of all collections, those of each in their order. */
function readChildren(collections: Collections, rows: readonly ReadRow[]): readonly ReadRow[] {
	const { run, expand, terms } = collections;
	const { context, pageSize } = run;
	const { table, plan, filter, top } = expand;
	const { owner, from, target } = linkOf(collections);
	const ids = JSON.stringify(rows.map((row) => row[idSlot]));
	const where = allOf([
		{ sql: `${owner} IN (SELECT value FROM json_each(?))`, values: [ids] },
		target,
		filterOf(context, table, filter, "refused"),
	]);
	const order = terms.map(({ sql, direction }) => `${sql} ${direction}`).join(", ");
	const orderValues = terms.flatMap(({ values }) => values);
	const columns = [...plan.expressions, owner];
	const limit = top ?? pageSize;
	if (limit === undefined) {
		const sql = `SELECT ${positioned(columns)} ${from} WHERE ${where.sql} ORDER BY ${order}`;
		return readRows(context.database, sql, [...where.values, ...orderValues]);
	}
	const numbered = `row_number() OVER (PARTITION BY ${owner} ORDER BY ${order})`;
	const inner = `SELECT ${positioned([...columns, numbered])} ${from} WHERE ${where.sql}`;
	const place = quoted(`${columns.length}`);
	const sql = `SELECT * FROM (${inner}) WHERE ${place} <= ? ORDER BY ${place}`;
	return readRows(context.database, sql, [...orderValues, ...where.values, limit]);
}

interface Link {
	/** SQL of the id of the row that a found one belongs to. */
	readonly owner: string;
	readonly from: string;
	readonly target: SqlFragment | undefined;
}

function linkOf({ run: { context }, parent, expand: { navigation, table } }: Collections): Link {
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
function nextLink({ run, parent, expand, terms }: Collections, id: string, group: Group | undefined): string {
	const { byKey, pageSize, context } = run;
	const { navigation, query, table } = expand;
	const options = query === "" ? [] : [query];
	if (pageSize === undefined) {
		if (byKey) return "";
	} else {
		if (group === undefined || group.texts.length < pageSize) return "";
		const position = { page: 2, values: [idValue(String(group.last[idSlot]))] };
		options.push(`$skiptoken=${encodeCookie(position, orderKey(table, terms))}`);
	}
	const path = `${context.root}${parent.table.entitySetName}(${id})/${navigation.name}`;
	const link = options.length === 0 ? path : `${path}?${options.join("&")}`;
	return `,"${navigation.name}@odata.nextLink":${jsonText(link)}`;
}
