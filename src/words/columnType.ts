import type { Column, ColumnType } from "../core/schema/model.ts";
import { counted } from "./count.ts";
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
	if (type === "DateTime") return dateSummary(column);
	if (type !== "Boolean" && column.choice !== undefined && column.choice.options.length > 0) {
		const name = typeNames[type];
		return counted(column.choice.options.length, `${name}, 1 option`, `${name}, {count} options`);
	}
	return columnTypeName(type);
}

/** A form that shows a date only does not say what is stored: with these behaviours it is a date and a time. */
function dateSummary({ format, dateTimeBehavior: behaviour }: Column): Message {
	if (behaviour === "DateOnly") return message("date only");
	if (format !== "DateOnly") return columnTypeName("DateTime");
	const holdsTime = behaviour === "UserLocal" || behaviour === "TimeZoneIndependent";
	return message(holdsTime ? "date only in forms, holds a time" : "date only");
}
