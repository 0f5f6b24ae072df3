/** The model as the page that is sent to the webview. Pure: no editor needed. */
import { formattedValue } from "../../core/client/readRow.ts";
import type { RowValue } from "../../core/client/row.ts";
import { columnProperty } from "../../core/records/columnProperty.ts";
import { readOnlyReason } from "../../core/records/readOnlyReason.ts";
import { baseValue, type RecordBase } from "../../core/records/recordChange.ts";
import { versionOf } from "../../core/records/versionOf.ts";
import { displayNameOf } from "../../core/schema/displayName.ts";
import type { Column } from "../../core/schema/model.ts";
import type {
	CellKind,
	CellOption,
	ResultsCell,
	ResultsColumn,
	ResultsRow,
	StagedCell,
} from "../../protocol/results.ts";
import { columnTypeSummary } from "../../words/columnType.ts";
import type { Message } from "../../words/message.ts";
import { plainText, valueText } from "../../words/recordValue.ts";
import { readOnlyMessage } from "../../words/records.ts";
import type { BrowsedTable } from "./browsedTable.ts";
import type { ResultsModel } from "./resultsModel.ts";

export type Say = (message: Message) => string;

export function resultsColumns({ table, columns }: BrowsedTable, say: Say): readonly ResultsColumn[] {
	return columns.map((column) => {
		const display = displayNameOf(column);
		const reason = readOnlyReason(table, column);
		const options = optionsOf(column);
		return {
			property: columnProperty(column),
			name: column.logicalName,
			type: say(columnTypeSummary(column)),
			kind: kindOf(column),
			...(display !== undefined && { display }),
			...(reason !== undefined && { readOnly: say(readOnlyMessage(reason)) }),
			...(options !== undefined && { options }),
			...(column.maxLength !== undefined && { maxLength: column.maxLength }),
		};
	});
}

export function resultsRows(model: ResultsModel, from: number, say: Say): readonly ResultsRow[] {
	return model.rows.slice(from).map((base) => resultsRow(model, base, say));
}

export function resultsRow(model: ResultsModel, base: RecordBase, say: Say): ResultsRow {
	const version = versionOf(base.etag);
	return {
		id: base.id,
		name: model.table.nameOf(base),
		cells: model.table.columns.map((column) => ownCell(column, base, say)),
		...(version !== undefined && { version }),
		...(model.isKept(base.id) && { kept: true }),
	};
}

export function stagedCells(model: ResultsModel, say: Say): readonly StagedCell[] {
	return model.staged.flatMap(({ base, cells }) =>
		[...cells].map(([property, value]) => ({
			record: base.id,
			property,
			cell: cellOf(
				model.table.facts(property),
				value,
				shownText(model.table.facts(property), base, property, value, say),
			),
		})),
	);
}

/** The value of a cell as people read it: a staged one is worded like the record's own. */
export function shownText(
	column: Column | undefined,
	base: RecordBase,
	property: string,
	value: RowValue,
	say: Say,
): string {
	return say(valueText(column, value, formattedValue(base.row, property)));
}

function ownCell(column: Column, base: RecordBase, say: Say): ResultsCell {
	const property = columnProperty(column);
	const value = baseValue(base, property);
	if (value === null) return null;
	return cellOf(column, value, formattedValue(base.row, property) ?? say(valueText(column, value)));
}

function cellOf(column: Column | undefined, value: RowValue, text: string): ResultsCell {
	if (value === null) return null;
	const raw = plainText(value);
	if (text === raw) return raw;
	return isNumbered(column) ? [text, raw, true] : [text, raw];
}

/** A choice is never shown without its value. */
function isNumbered(column: Column | undefined): boolean {
	const type = column?.type;
	return type === "Picklist" || type === "State" || type === "Status" || type === "MultiSelectPicklist";
}

function kindOf({ type, choice, dateTimeBehavior }: Column): CellKind {
	switch (type) {
		case "BigInt":
		case "Decimal":
		case "Double":
		case "Integer":
		case "Money":
			return "number";
		case "Boolean":
			return "yesNo";
		case "DateTime":
			return dateTimeBehavior === "DateOnly" ? "date" : "dateTime";
		case "Memo":
			return "longText";
		case "Picklist":
		case "State":
		case "Status":
			return choice === undefined || choice.options.length === 0 ? "number" : "options";
		case "String":
		case "MultiSelectPicklist":
		case "Uniqueidentifier":
			return "text";
		default:
			return type === undefined ? "text" : "other";
	}
}

function optionsOf({ type, choice }: Column): readonly CellOption[] | undefined {
	if (choice === undefined || type === "MultiSelectPicklist") return undefined;
	return choice.options.map(({ value, label }) => ({
		value: type === "Boolean" ? String(value === 1) : String(value),
		label: label?.trim() ?? String(value),
	}));
}
