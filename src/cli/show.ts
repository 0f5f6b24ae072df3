import { closestNames } from "../core/base/closestNames.ts";
import type { Catalog } from "../core/schema/catalog.ts";
import type { Column, Table } from "../core/schema/model.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { columnInsteadOfTable, columnNotFound, tableNotFound } from "../words/cliReport.ts";
import { english, type Message } from "../words/message.ts";
import { noteOf } from "../words/notes/noteOf.ts";
import { columnText } from "./columnText.ts";
import type { Command } from "./command.ts";
import { exitCodes } from "./exitCodes.ts";
import { printJson } from "./printJson.ts";
import { styleOf } from "./style.ts";
import { tableText } from "./tableText.ts";

/** How many names a "Did you mean" offers. */
const suggestions = 3;

/**
 * One table or one column. A point stands between the two: no logical name holds one. What is not found exits with 1 and
 * names what may have been meant, also where the name of a column was given alone.
 */
export const show: Command = {
	name: "schema show",
	operands: ["TABLE[.COLUMN]"],
	options: { json: { help: cliHelp.json }, bundle: { value: "FILE", help: cliHelp.bundle } },
	summary: cliHelp.show,
	run({ operands, values, switches }, { terminal, openCatalog }) {
		const catalog = openCatalog(values.get("bundle"));
		if (catalog === undefined) return exitCodes.problems;
		const found = find(catalog, operands[0] ?? "");
		if (!("table" in found)) {
			terminal.say(found.problem);
			return exitCodes.problems;
		}
		const json = switches.has("json");
		terminal.data(json ? jsonOf(found) : textOf(catalog, found, terminal.color));
		return exitCodes.ok;
	},
};

interface Found {
	readonly table: Table;
	readonly column?: Column;
}

/** The table may be named by logical, schema or entity set name in any case; the column by logical or schema name. */
function find(catalog: Catalog, name: string): Found | { readonly problem: Message } {
	const point = name.indexOf(".");
	const tableName = point < 0 ? name : name.slice(0, point);
	const table = catalog.table(catalog.findTable(tableName)?.logicalName ?? "");
	if (table === undefined) return { problem: noTable(catalog, tableName) };
	if (point < 0) return { table };
	const columnName = name.slice(point + 1);
	const column =
		catalog.column(table.logicalName, columnName) ?? catalog.column(table.logicalName, columnName.toLowerCase());
	if (column !== undefined) return { table, column };
	const names = table.columns.map(({ logicalName }) => logicalName);
	return { problem: columnNotFound(table.logicalName, columnName, closestNames(columnName, names, suggestions)) };
}

/** `account` is the example where it has the column, because everybody knows it. */
function noTable(catalog: Catalog, name: string): Message {
	const tables = catalog.tablesWithColumn(name);
	const [first] = tables;
	if (first !== undefined)
		return columnInsteadOfTable(name, tables.length, tables.includes("account") ? "account" : first);
	const names = catalog.tables().map(({ logicalName }) => logicalName);
	return tableNotFound(name, closestNames(name, names, suggestions));
}

function textOf(catalog: Catalog, { table, column }: Found, color: boolean): string {
	const style = styleOf(color);
	return column === undefined ? tableText(table, style) : columnText(catalog, table, column, style);
}

/** The facts as the model has them ("not documented" is an absent property), with the project's note. */
function jsonOf({ table, column }: Found): string {
	const note = noteOf(table.logicalName, column?.logicalName);
	const noted = note === undefined ? {} : { note: english(note) };
	return printJson(column === undefined ? { ...table, ...noted } : { table: table.logicalName, ...column, ...noted });
}
