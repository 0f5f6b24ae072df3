import type { OrderByItem } from "../../core/odata/nodes.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import { quoted, targetName } from "../storage/sqlNames.ts";
import { readOperand } from "./operand.ts";
import { notImplemented, orderByRelated, orderNotSingle } from "./queryRefusals.ts";
import { comparedColumn, storedColumn } from "./row.ts";
import type { QueryScope } from "./scope.ts";
import type { SqlFragment } from "./sqlFragment.ts";
import { Translation } from "./translation.ts";

/** One part of the order: an expression of the row, and which way. Null comes first where it ascends. */
export interface OrderTerm extends SqlFragment {
	readonly direction: "ASC" | "DESC";
}

/**
 * The order of the rows, the primary key last, so that no two rows are equal and pages are stable. The key goes the way
 * of the part before it, which one index can follow in both directions. A column that is named again says nothing new.
 */
export function orderTerms(items: readonly OrderByItem[], scope: QueryScope): readonly OrderTerm[] {
	const translation = new Translation(scope);
	const terms = new Map<string, OrderTerm>();
	let direction: OrderTerm["direction"] = "ASC";
	for (const item of items) {
		const column = columnOf(item, translation);
		if (terms.has(column.logicalName)) continue;
		direction = item.direction === "desc" ? "DESC" : "ASC";
		terms.set(column.logicalName, { ...sortedBy(column, scope), direction });
	}
	const { primaryId } = scope.table;
	if (!terms.has(primaryId)) {
		terms.set(primaryId, { sql: storedColumn(translation.row, primaryId), values: [], direction });
	}
	return [...terms.values()];
}

/** What stands behind ORDER BY. */
export function translateOrderBy(items: readonly OrderByItem[], scope: QueryScope): SqlFragment {
	const terms = orderTerms(items, scope);
	return {
		sql: terms.map(({ sql, direction }) => `${sql} ${direction}`).join(", "),
		values: terms.flatMap(({ values }) => values),
	};
}

function columnOf({ expression }: OrderByItem, translation: Translation): SandboxColumn {
	const operand = readOperand(expression, translation.row, translation);
	if (operand.kind === "literal") throw notImplemented();
	if (operand.kind === "navigation") throw orderNotSingle();
	if (operand.lookups.length === 0) return operand.column;
	const path = [...operand.lookups.map(({ name }) => name), operand.column.propertyName];
	throw orderByRelated(path.join("/"));
}

/** A lookup by the name of what it points to, a choice by its number, a text as it is compared. */
function sortedBy(column: SandboxColumn, scope: QueryScope): SqlFragment {
	const translation = new Translation(scope);
	const { row } = translation;
	if (column.targets.length === 0) return { sql: comparedColumn(row, column), values: [] };
	const names = column.targets.map((target) => ({ target, sql: nameOfTarget(column, target, translation) }));
	const [only] = names;
	if (names.length === 1 && only !== undefined) return { sql: only.sql ?? "NULL", values: [] };
	const cases = names
		.filter(({ sql }) => sql !== undefined)
		.map(({ target, sql }) => `WHEN ${translation.bind(target)} THEN ${sql ?? "NULL"}`);
	const kept = storedColumn(row, targetName(column.logicalName));
	return { sql: cases.length === 0 ? "NULL" : `CASE ${kept} ${cases.join(" ")} END`, values: translation.values };
}

/** The primary name of the row that the lookup points to; undefined where its table has none or no row yet. */
function nameOfTarget(column: SandboxColumn, target: string, { row, scope }: Translation): string | undefined {
	const { schema, store } = scope.context;
	const table = schema.table(target);
	const name = table?.primaryName === undefined ? undefined : table.columns.get(table.primaryName);
	if (table === undefined || name === undefined || !store.exists(target)) return undefined;
	store.ensure(table);
	const named = { table, sql: `${quoted(`${scope.alias}Name`)}.` };
	const id = `${storedColumn(named, table.primaryId)} = ${storedColumn(row, column.logicalName)}`;
	return `(SELECT ${comparedColumn(named, name)} FROM ${quoted(target)} AS ${quoted(`${scope.alias}Name`)} WHERE ${id})`;
}
