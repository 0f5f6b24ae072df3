import type { Outcome } from "../base/outcome.ts";
import { isGuid } from "../client/recordPath.ts";
import type { RowValue } from "../client/row.ts";
import type { Column, Table } from "../schema/model.ts";
import { readOnlyReason } from "./readOnlyReason.ts";
import type { ValueProblem } from "./valueProblem.ts";
import { readDate, readDateTime } from "./values/readDate.ts";
import { readNumber } from "./values/readNumber.ts";
import { readOption, readOptions, readYesNo } from "./values/readOption.ts";
import { readText } from "./values/readText.ts";

/** The JSON value that a typed text stands for in a column. An empty text clears it. */
export function readTyped(
	table: Pick<Table, "primaryIdColumn">,
	column: Column,
	text: string,
): Outcome<RowValue, ValueProblem> {
	const reason = readOnlyReason(table, column);
	if (reason !== undefined) return { ok: false, problem: { code: "readOnly", reason } };
	const isText = column.type === "String" || column.type === "Memo";
	if (text === "" || (!isText && text.trim() === "")) {
		// What the business requires, forms ask for; the service itself wants only what the system requires.
		return column.requiredLevel === "SystemRequired"
			? { ok: false, problem: { code: "required" } }
			: { ok: true, value: null };
	}
	return readValue(column, text);
}

function readValue(column: Column, text: string): Outcome<RowValue, ValueProblem> {
	switch (column.type) {
		case "BigInt":
		case "Decimal":
		case "Double":
		case "Integer":
		case "Money":
			return readNumber(column, text);
		case "Boolean":
			return readYesNo(column, text);
		case "Picklist":
		case "Status":
			return readOption(column, text);
		case "MultiSelectPicklist":
			return readOptions(column, text);
		case "DateTime":
			return column.dateTimeBehavior === "DateOnly" ? readDate(text) : readDateTime(text);
		case "Uniqueidentifier":
			return isGuid(text.trim())
				? { ok: true, value: text.trim().toLowerCase() }
				: { ok: false, problem: { code: "notGuid" } };
		default:
			return readText(column, text);
	}
}
