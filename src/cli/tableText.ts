import type { Column, ManyToMany, ManyToOne, OneToMany, Table } from "../core/schema/model.ts";
import { usualNavigation } from "../core/schema/usualNavigation.ts";
import { usualMark } from "../words/cliReport.ts";
import { columnTypeSummary } from "../words/columnType.ts";
import { count } from "../words/count.ts";
import { english, type Message } from "../words/message.ts";
import { noteOf } from "../words/notes/noteOf.ts";
import { treeWords } from "../words/schemaTree.ts";
import { alignRows } from "./alignRows.ts";
import { factRow, factValue } from "./factRows.ts";
import type { Style } from "./style.ts";

type Row = readonly string[];

const requiredLegend = `  * ${english(treeWords.required)}`;

/** All that is known of one table, for people: its facts, then one line for each thing it has. */
export function tableText(table: Table, style: Style): string {
	const note = noteOf(table.logicalName);
	const { logicalName, displayName, description } = table;
	return [
		displayName ? `${style.strong(displayName)}  ${logicalName}` : style.strong(logicalName),
		...(note === undefined ? [] : [english(note)]),
		...(description ? [description] : []),
		"",
		...alignRows(factRows(table)),
		...section(treeWords.columns, table.columns, (column) => columnRow(table, column), style, requiredLegend),
		...section(treeWords.keys, table.keys, ({ name, columns }) => [name, columns.join(", ")], style),
		...section(treeWords.manyToOne, table.manyToOne, manyToOneRow, style),
		...section(treeWords.oneToMany, table.oneToMany, oneToManyRow, style),
		...section(treeWords.manyToMany, table.manyToMany, manyToManyRow, style),
		...section(treeWords.messages, messagesOf(table), (name) => [name], style),
	].join("\n");
}

function factRows(table: Table): readonly Row[] {
	return [
		factRow("displayCollectionName", table.displayCollectionName),
		factRow("schemaName", table.schemaName),
		factRow("entitySetName", table.entitySetName),
		factRow("primaryIdColumn", table.primaryIdColumn),
		factRow("primaryNameColumn", table.primaryNameColumn),
		factRow("tableType", table.tableType),
		factRow("ownership", table.ownership),
		factRow("layers", table.layers.join(", ")),
	];
}

/** A heading with the count and a line for each item; no lines where nothing is documented. */
function section<Item>(
	title: Message,
	items: readonly Item[] | undefined,
	rowOf: (item: Item) => Row,
	style: Style,
	legend = "",
): readonly string[] {
	const number = items === undefined ? factValue(undefined) : count(items.length);
	return ["", `${style.strong(english(title))}  ${number}${legend}`, ...alignRows((items ?? []).map(rowOf), "  ")];
}

/** Name, mark, type, and then display name, role and targets, which have no width in common. */
function columnRow(table: Table, column: Column): Row {
	const { logicalName, displayName, requiredLevel, targets } = column;
	const role =
		logicalName === table.primaryIdColumn
			? english(treeWords.primaryId)
			: logicalName === table.primaryNameColumn
				? english(treeWords.primaryName)
				: "";
	const isRequired = requiredLevel === "ApplicationRequired" || requiredLevel === "SystemRequired";
	return [
		logicalName,
		isRequired ? "*" : "",
		english(columnTypeSummary(column)),
		[displayName ?? "", role === "" ? "" : `(${role})`, arrow(targets?.map((target) => target.table))].join(" ").trim(),
	];
}

/** Columns that point to very many tables show the first ones. */
function arrow(targets: readonly string[] = []): string {
	if (targets.length === 0) return "";
	const shown = targets.slice(0, 4).join(", ");
	return `→ ${shown}${targets.length > 4 ? ", …" : ""}`;
}

/** Name, lookup column and the table it points to, navigation property of this table. */
function manyToOneRow({ schemaName, referencingColumn, referencedTable, navigationProperty }: ManyToOne): Row {
	return [
		schemaName,
		`${factValue(referencingColumn)} → ${factValue(referencedTable)}`,
		navigationProperty ?? factValue(undefined),
	];
}

function oneToManyRow({ schemaName, referencingTable, referencingColumn, navigationProperty: known }: OneToMany): Row {
	const { navigationProperty, navigationPropertyIsUsual: usual } = usualNavigation(schemaName, known);
	return [
		schemaName,
		`${factValue(referencingTable)}.${factValue(referencingColumn)}`,
		`${navigationProperty}${usual === true ? ` ${english(usualMark)}` : ""}`,
	];
}

function manyToManyRow({ schemaName, otherTable, intersectTable, navigationProperty }: ManyToMany): Row {
	return [
		schemaName,
		`↔ ${factValue(otherTable)} (${factValue(intersectTable)})`,
		navigationProperty ?? factValue(undefined),
	];
}

/** Messages, then events, which one can only subscribe to. Undefined where neither is documented. */
function messagesOf({ messages, events }: Table): readonly string[] | undefined {
	if (messages === undefined && events === undefined) return undefined;
	const eventMark = ` (${english(treeWords.event)})`;
	return [...(messages ?? []).map(({ name }) => name), ...(events ?? []).map(({ name }) => `${name}${eventMark}`)];
}
