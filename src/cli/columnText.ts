import type { Catalog } from "../core/schema/catalog.ts";
import type { Column, Table } from "../core/schema/model.ts";
import { alsoInTables } from "../words/cliReport.ts";
import { columnTypeSummary } from "../words/columnType.ts";
import { english } from "../words/message.ts";
import { noteOf } from "../words/notes/noteOf.ts";
import { optionDetails } from "../words/optionDetails.ts";
import { type factWords, tablePageWords } from "../words/tablePage.ts";
import { alignRows } from "./alignRows.ts";
import { factRow, factValue } from "./factRows.ts";
import { printable } from "./printable.ts";
import type { Style } from "./style.ts";

/** Facts that only some types have; shown where documented. */
const typeFacts = [
	"format",
	"formatName",
	"imeMode",
	"localizable",
	"maxLength",
	"canChangeDateTimeBehavior",
	"dateTimeBehavior",
	"sourceTypeMask",
	"minValue",
	"maxValue",
	"precision",
	"precisionSource",
	"baseCurrency",
	"canStoreFullImage",
	"primaryImage",
	"maxHeight",
	"maxWidth",
	"maxSizeInKb",
] as const satisfies readonly (keyof Column & keyof typeof factWords)[];

/** All that is known of one column, for people. */
export function columnText(catalog: Catalog, table: Table, column: Column, style: Style): string {
	const place = `${table.logicalName}.${column.logicalName}`;
	const note = noteOf(table.logicalName, column.logicalName);
	const others = catalog.tablesWithColumn(column.logicalName).filter((name) => name !== table.logicalName);
	return [
		column.displayName ? `${style.strong(column.displayName)}  ${place}` : style.strong(place),
		...(note === undefined ? [] : [english(note)]),
		...(column.description ? [column.description] : []),
		"",
		...alignRows([...generalRows(column), ...typeRows(column)]),
		...optionLines(column, style),
		...(others.length === 0 ? [] : ["", style.faint(english(alsoInTables(others.length)))]),
	].join("\n");
}

/** Facts of every column: what is missing of these is said to be not documented. */
function generalRows(column: Column): readonly (readonly string[])[] {
	const type = column.type === undefined ? undefined : `${column.type} (${english(columnTypeSummary(column))})`;
	return [
		factRow("schemaName", column.schemaName),
		factRow("type", type),
		factRow("requiredLevel", column.requiredLevel),
		factRow("access", column.access),
		factRow("validForForm", column.validForForm),
		factRow("validForRead", column.validForRead),
		factRow("layer", column.layer),
	];
}

/** Facts of some types: what is missing of these may not exist, so it is left out. */
function typeRows(column: Column): readonly (readonly string[])[] {
	const { targets, choice } = column;
	return [
		...(targets === undefined ? [] : [factRow("targets", targets.map(({ table }) => table).join(", ") || null)]),
		...typeFacts.flatMap((name) => (column[name] === undefined ? [] : [factRow(name, column[name])])),
		...(choice?.globalName === undefined ? [] : [factRow("choiceName", choice.globalName)]),
		...(choice?.defaultValue === undefined ? [] : [factRow("defaultValue", choice.defaultValue)]),
	];
}

/** In page order, which is how forms show them. */
function optionLines({ choice }: Column, style: Style): readonly string[] {
	if (choice === undefined || choice.options.length === 0) return [];
	const rows = choice.options.map((option) => [
		String(option.value),
		option.label === undefined ? style.faint(factValue(undefined)) : printable(option.label),
		style.faint(optionDetails(option).map(english).join(", ")),
	]);
	return ["", style.strong(english(tablePageWords.options)), ...alignRows(rows, "  ")];
}
