import type { FilterOption } from "../../core/odata/nodes.ts";
import type { SqlFragment } from "../query/sqlFragment.ts";
import { translateFilter } from "../query/translateFilter.ts";
import type { Navigation, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { quoted, targetName } from "../storage/sqlNames.ts";
import { columnSql, rowAlias } from "./rowColumns.ts";

/** The rows that a path leads to: a whole table, or those of it that belong to one record. */
export interface RowSource {
	readonly table: SandboxTable;
	/** Absent for a whole table. */
	readonly where?: SqlFragment;
}

/** The rows that a collection of one record holds. */
export function collectionSource(
	context: RequestContext,
	parent: SandboxTable,
	id: string,
	navigation: Navigation,
	table: SandboxTable,
): RowSource {
	const { intersect } = navigation;
	if (intersect === undefined) {
		const target = childTarget(navigation, parent, table);
		const link = { sql: `${columnSql(navigation.column)} = ?`, values: [id] };
		return { table, where: target === undefined ? link : allOf([link, target]) };
	}
	context.store.ensureIntersect(intersect.table, [navigation.column, intersect.otherColumn]);
	const linked = `SELECT ${quoted(intersect.otherColumn)} FROM ${quoted(intersect.table)} WHERE ${quoted(navigation.column)} = ?`;
	return { table, where: { sql: `${columnSql(table.primaryId)} IN (${linked})`, values: [id] } };
}

/** That a child's lookup, if it may point to several tables, points to the parent's. */
export function childTarget(
	{ column }: Navigation,
	parent: SandboxTable,
	table: SandboxTable,
): SqlFragment | undefined {
	const targets = table.columns.get(column)?.targets ?? [];
	return targets.length > 1 ? { sql: `${columnSql(targetName(column))} = ?`, values: [parent.logicalName] } : undefined;
}

/** The condition of `$filter` on the rows of this folder's statements. */
export function filterOf(
	context: RequestContext,
	table: SandboxTable,
	filter: FilterOption | undefined,
	parameterAliases: "known" | "refused",
): SqlFragment | undefined {
	if (filter === undefined) return undefined;
	return translateFilter(filter.expression, { context, table, alias: rowAlias, parameterAliases });
}

/** All conditions that are there; an empty one is always true. */
export function allOf(conditions: readonly (SqlFragment | undefined)[]): SqlFragment {
	const given = conditions.filter((condition) => condition !== undefined);
	return {
		sql: given.length === 0 ? "1" : given.map(({ sql }) => sql).join(" AND "),
		values: given.flatMap(({ values }) => values),
	};
}

/** `FROM` for the rows of a table under the alias of this folder. Its storage is there afterwards. */
export function fromTable({ store }: RequestContext, table: SandboxTable): string {
	store.ensure(table);
	return `FROM ${quoted(table.logicalName)} AS ${quoted(rowAlias)}`;
}
