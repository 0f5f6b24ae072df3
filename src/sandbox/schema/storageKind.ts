import type { Column, ColumnType } from "../../core/schema/model.ts";
import type { StorageKind } from "./sandboxTable.ts";

const kinds: Readonly<Record<ColumnType, StorageKind>> = {
	BigInt: "long",
	Boolean: "boolean",
	Customer: "guid",
	DateTime: "dateTime",
	Decimal: "decimal",
	Double: "double",
	EntityName: "text",
	File: "guid",
	Image: "binary",
	Integer: "integer",
	Lookup: "guid",
	ManagedProperty: "any",
	Memo: "text",
	Money: "decimal",
	MultiSelectPicklist: "choices",
	Owner: "guid",
	PartyList: "any",
	Picklist: "integer",
	State: "integer",
	Status: "integer",
	String: "text",
	Uniqueidentifier: "guid",
	Virtual: "any",
};

/** How values of the column are kept. A column whose type is not documented takes any scalar. */
export function storageKind({ type, dateTimeBehavior }: Column): StorageKind {
	if (type === undefined) return "any";
	return type === "DateTime" && dateTimeBehavior === "DateOnly" ? "date" : kinds[type];
}

/** Lookups in the service's sense: on the wire they are `_x_value`, and they are written through a navigation property. */
export const isLookup = ({ type }: Column): boolean => type === "Lookup" || type === "Owner" || type === "Customer";
