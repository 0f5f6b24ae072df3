import type { ColumnType } from "../../core/schema/model.ts";

const icons: Readonly<Record<ColumnType, string>> = {
	BigInt: "symbol-numeric",
	Boolean: "symbol-boolean",
	Customer: "organization",
	DateTime: "calendar",
	Decimal: "symbol-numeric",
	Double: "symbol-numeric",
	EntityName: "table",
	File: "file",
	Image: "file-media",
	Integer: "symbol-numeric",
	Lookup: "link",
	ManagedProperty: "settings-gear",
	Memo: "note",
	Money: "credit-card",
	MultiSelectPicklist: "checklist",
	Owner: "person",
	PartyList: "mail",
	Picklist: "symbol-enum",
	State: "tag",
	Status: "tag",
	String: "symbol-string",
	Uniqueidentifier: "key",
	Virtual: "symbol-misc",
};

/** The codicon of a column type; a question mark where the type is not documented. */
export function columnIcon(type: ColumnType | undefined): string {
	return type === undefined ? "question" : icons[type];
}
