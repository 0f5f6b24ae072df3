import type { Found } from "./mention.ts";
import type { SchemaNames } from "./schemaNames.ts";

/**
 * A column of the first of these tables that has it. Without tables the question stays open: every table that has such a
 * column is given. Undefined where no table has it.
 */
export function columnFound(names: SchemaNames, tables: readonly string[], text: string): Found | undefined {
	for (const table of tables) {
		const name = names.columnOf(table, text);
		if (name !== undefined) return { kind: "column", name, table };
	}
	return tables.length > 0 ? undefined : openColumn(names, text);
}

/** A column whose table the text does not tell: of the only table that has it, or of several. */
export function openColumn(names: SchemaNames, name: string): Found | undefined {
	const tables = names.tablesWithColumn(name);
	const [table] = tables;
	if (table === undefined) return undefined;
	return tables.length === 1 ? { kind: "column", name, table } : { kind: "column", name, tables };
}

/** A navigation property whose table the text does not tell: of the only table that has it, or of several. */
export function navigationOfAny(names: SchemaNames, name: string): Found | undefined {
	const tables = names.tablesWithNavigation(name);
	const [table] = tables;
	if (table === undefined) return undefined;
	return tables.length === 1
		? { kind: "navigationProperty", name, table }
		: { kind: "navigationProperty", name, tables };
}

/** The option with that value of a column that was found; undefined where the column has no such option. */
export function optionFound(names: SchemaNames, column: Found, value: number): Found | undefined {
	if (column.kind !== "column") return undefined;
	const places = names.catalog
		.optionsByValue(value)
		.filter((place) => place.column === column.name && (column.table === undefined || place.table === column.table));
	const [first] = places;
	if (first === undefined) return undefined;
	const name = String(value);
	if (places.length === 1) return { kind: "option", name, table: first.table, column: column.name, value };
	const same = new Set(places.map(({ option }) => option.label)).size === 1;
	if (!same) return undefined;
	return { kind: "option", name, tables: places.map(({ table }) => table), column: column.name, value };
}
