import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { quoted } from "../storage/sqlNames.ts";
import { conditionValue } from "./conditionValue.ts";
import type { FunctionArguments } from "./functionArguments.ts";
import { functionNotForColumn, notHierarchical } from "./queryRefusals.ts";
import { storedColumn } from "./row.ts";
import type { Translation } from "./translation.ts";

const names = ["Above", "AboveOrEqual", "Under", "UnderOrEqual", "NotUnder"] as const;

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
	const parent = parentColumn(table);
	if (parent === undefined) throw notHierarchical(table.logicalName);
	const sql = storedColumn(translation.row, column.logicalName);
	const isOpposite = (name === "NotUnder") !== negated;
	const alias = translation.alias();
	const id = translation.bind(value === undefined ? null : conditionValue(value, column, translation));
	const found = recursion(name, table, parent, alias, id);
	const rows = `${sql} IN (WITH RECURSIVE ${alias}(id) AS (${found}) SELECT id FROM ${alias})`;
	return isOpposite ? `(${sql} IS NULL OR NOT ${rows})` : rows;
}

/** @param start the row named. The union ends where parents go round in a circle. */
function recursion(name: HierarchyFunction, table: SandboxTable, parent: string, alias: string, start: string): string {
	const from = `FROM ${quoted(table.logicalName)}`;
	const key = quoted(table.primaryId);
	const lookup = quoted(parent);
	switch (name) {
		case "Under":
		case "NotUnder":
			return `SELECT ${key} ${from} WHERE ${lookup} = ${start} UNION SELECT ${key} ${from} JOIN ${alias} ON ${lookup} = id`;
		case "UnderOrEqual":
			return `SELECT ${start} UNION SELECT ${key} ${from} JOIN ${alias} ON ${lookup} = id`;
		case "Above":
			return `SELECT ${lookup} ${from} WHERE ${key} = ${start} UNION SELECT ${lookup} ${from} JOIN ${alias} ON ${key} = id`;
		case "AboveOrEqual":
			return `SELECT ${start} UNION SELECT ${lookup} ${from} JOIN ${alias} ON ${key} = id`;
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

/** The lookup to the row above, of the relationship that is documented as the table's hierarchy. */
function parentColumn({ logicalName, table, columns }: SandboxTable): string | undefined {
	const relationship = table.manyToOne.find(
		({ hierarchical, referencedTable }) => hierarchical === true && referencedTable === logicalName,
	);
	const column = relationship?.referencingColumn;
	return column !== undefined && columns.get(column)?.stored === true ? column : undefined;
}
