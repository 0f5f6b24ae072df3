import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { quoted } from "../storage/sqlNames.ts";
import { conditionValue } from "./conditionValue.ts";
import type { FunctionArguments } from "./functionArguments.ts";
import { functionNotForColumn, notHierarchical } from "./queryRefusals.ts";
import { storedColumn } from "./row.ts";
import type { Translation } from "./translation.ts";

const names = ["Above", "AboveOrEqual", "Under", "UnderOrEqual", "NotUnder"] as const;

/** https://learn.microsoft.com/power-apps/developer/data-platform/query-hierarchical-data */
const depthLimit = 100;

/** The functions over the rows above and below a row in its table's hierarchy. */
export type HierarchyFunction = (typeof names)[number];

export function isHierarchyFunction(name: string): name is HierarchyFunction {
	return names.some((one) => one === name);
}

/**
 * Of the primary key: whether the row itself is above or under the one named. Of a lookup to a table with a hierarchy:
 * whether the row it points to is. "Not under" is met by null as well.
 */
export function writeHierarchyFunction(
	name: HierarchyFunction,
	{ values: [value] }: FunctionArguments,
	column: SandboxColumn,
	negated: boolean,
	translation: Translation,
): string {
	const table = hierarchyTable(name, column, translation);
	const parent = table.hierarchy;
	if (parent === undefined) throw notHierarchical(table.logicalName);
	const sql = storedColumn(translation.row, column.logicalName);
	const isOpposite = (name === "NotUnder") !== negated;
	const alias = translation.alias();
	const id = translation.bind(value === undefined ? null : conditionValue(value, column, translation));
	const found = recursion(name, table, parent, alias, id);
	const rows = `${sql} IN (WITH RECURSIVE ${alias}(id, level) AS (${found}) SELECT id FROM ${alias} WHERE id IS NOT NULL)`;
	return isOpposite ? `(${sql} IS NULL OR NOT ${rows})` : rows;
}

/**
 * Goes up or down step by step, a hundred steps at most, as the service does; which also ends a circle.
 *
 * @param start the row named.
 */
function recursion(name: HierarchyFunction, table: SandboxTable, parent: string, alias: string, start: string): string {
	const from = `FROM ${quoted(table.logicalName)}`;
	const key = quoted(table.primaryId);
	const lookup = quoted(parent);
	const down = `UNION SELECT ${key}, ${alias}.level + 1 ${from} JOIN ${alias} ON ${lookup} = ${alias}.id WHERE ${alias}.level < ${depthLimit}`;
	const up = `UNION SELECT ${lookup}, ${alias}.level + 1 ${from} JOIN ${alias} ON ${key} = ${alias}.id WHERE ${alias}.level < ${depthLimit}`;
	switch (name) {
		case "Under":
		case "NotUnder":
			return `SELECT ${key}, 1 ${from} WHERE ${lookup} = ${start} ${down}`;
		case "UnderOrEqual":
			return `SELECT ${start}, 0 ${down}`;
		case "Above":
			return `SELECT ${lookup}, 1 ${from} WHERE ${key} = ${start} ${up}`;
		case "AboveOrEqual":
			return `SELECT ${start}, 0 ${up}`;
	}
}

/** The table whose hierarchy is meant. */
function hierarchyTable(name: string, column: SandboxColumn, translation: Translation): SandboxTable {
	const { table } = translation.scope;
	if (column.logicalName === table.primaryId) return table;
	const [target] = column.targets;
	if (target === undefined) throw functionNotForColumn(name, table.logicalName, column.logicalName);
	return translation.table(target);
}
