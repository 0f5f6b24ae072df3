import type { ColumnType } from "../../core/schema/model.ts";

/** How the service names a type of column in its three places. */
export interface AttributeType {
	/** Member of `AttributeTypeCode`; types that came later are "Virtual" there. */
	readonly code: string;
	/** `AttributeTypeName`. */
	readonly typeName: string;
	/** Its metadata type, which is also the cast. */
	readonly metadataType: string;
}

const types: Readonly<Record<ColumnType, AttributeType>> = {
	BigInt: named("BigInt"),
	Boolean: named("Boolean"),
	Customer: named("Customer", "Lookup"),
	DateTime: named("DateTime"),
	Decimal: named("Decimal"),
	Double: named("Double"),
	EntityName: named("EntityName"),
	File: { ...named("File"), code: "Virtual" },
	Image: { ...named("Image"), code: "Virtual" },
	Integer: named("Integer"),
	Lookup: named("Lookup"),
	ManagedProperty: named("ManagedProperty"),
	Memo: named("Memo"),
	Money: named("Money"),
	MultiSelectPicklist: { ...named("MultiSelectPicklist"), code: "Virtual" },
	Owner: named("Owner", "Lookup"),
	PartyList: named("PartyList", "Lookup"),
	Picklist: named("Picklist"),
	State: named("State"),
	Status: named("Status"),
	String: named("String"),
	Uniqueidentifier: named("Uniqueidentifier", "UniqueIdentifier"),
	Virtual: { ...named("Virtual"), metadataType: "AttributeMetadata" },
};

/** The usual pattern: one word in all three places. */
function named(code: string, metadataType = code): AttributeType {
	return { code, typeName: `${code}Type`, metadataType: `${metadataType}AttributeMetadata` };
}

/** A column whose type is not documented takes any scalar and shows as a text. */
export function attributeTypeOf(type: ColumnType | undefined): AttributeType {
	return types[type ?? "String"];
}
