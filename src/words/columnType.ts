import type { Column, ColumnType } from "../core/schema/model.ts";
import { type Message, message } from "./message.ts";

/** Each column type as people call it. */
const typeNames: Readonly<Record<ColumnType, string>> = {
	BigInt: "big integer",
	Boolean: "yes/no",
	Customer: "customer",
	DateTime: "date and time",
	Decimal: "decimal number",
	Double: "floating-point number",
	EntityName: "table name",
	File: "file",
	Image: "image",
	Integer: "whole number",
	Lookup: "lookup",
	ManagedProperty: "managed property",
	Memo: "multiline text",
	Money: "currency",
	MultiSelectPicklist: "choices",
	Owner: "owner",
	PartyList: "activity parties",
	Picklist: "choice",
	State: "state",
	Status: "status reason",
	String: "text",
	Uniqueidentifier: "unique identifier",
	Virtual: "virtual",
};

/** The type alone: "choice", "text". */
export function columnTypeName(type: ColumnType | undefined): Message {
	return message(type === undefined ? "type not documented" : typeNames[type]);
}

/** The type with the one fact that matters most: "text 100", "choice, 33 options", "date only". */
export function columnTypeSummary(column: Column): Message {
	const { type } = column;
	if (type === undefined) return columnTypeName(type);
	if ((type === "String" || type === "Memo") && column.maxLength !== undefined)
		return message(`${typeNames[type]} {length}`, { length: column.maxLength });
	if (type === "DateTime" && isDateOnly(column)) return message("date only");
	if (type !== "Boolean" && column.choice !== undefined && column.choice.options.length > 0) {
		const count = column.choice.options.length;
		return message(count === 1 ? `${typeNames[type]}, 1 option` : `${typeNames[type]}, {count} options`, { count });
	}
	return columnTypeName(type);
}

function isDateOnly({ format, dateTimeBehavior }: Column): boolean {
	return format === "DateOnly" || dateTimeBehavior === "DateOnly";
}
