import { complexTypes } from "../complexTypes.ts";
import { definitionTypes } from "../definitionTypes.ts";
import { enumTypes } from "../enumTypes.ts";
import type { PropertyType, TypeOutline } from "../metadataType.ts";
import { element } from "./xml.ts";

/** The types that definitions are made of: enumerations, complex types, and the entity types of the definitions. */
export function definitionTypeElements(): readonly string[] {
	return [
		...Object.entries(enumTypes).map(([name, members]) =>
			element(
				"EnumType",
				{ Name: name },
				...Object.entries(members).map(([member, value]) => element("Member", { Name: member, Value: String(value) })),
			),
		),
		...Object.entries(complexTypes).map(([name, { base, members }]) =>
			element("ComplexType", { Name: name, BaseType: base && qualified(base) }, ...properties(members)),
		),
		element("EntityType", { Name: "crmmodelbaseentity", Abstract: "true" }),
		element(
			"EntityType",
			{ Name: metadataBase, BaseType: qualified("crmmodelbaseentity"), Abstract: "true" },
			element("Key", {}, element("PropertyRef", { Name: "MetadataId" })),
			...properties({ MetadataId: { kind: "primitive", name: "Edm.Guid" } }, { Nullable: "false" }),
			...properties({ HasChanged: { kind: "primitive", name: "Edm.Boolean" } }),
		),
		...Array.from(definitionTypes.values(), definitionTypeElement),
	];
}

/** In the tables of the types the two properties of this type stand in each root type; here they stand once. */
const metadataBase = "MetadataBase";
const inherited: ReadonlySet<string> = new Set(["MetadataId", "HasChanged"]);

function definitionTypeElement({ name, base, properties: own, navigation = {} }: TypeOutline): string {
	const types = Object.entries(own).filter(([property]) => !inherited.has(property));
	return element(
		"EntityType",
		{ Name: name, BaseType: qualified(base?.name ?? metadataBase) },
		...properties(Object.fromEntries(types.map(([property, { type }]) => [property, type]))),
		...Object.entries(navigation).map(([property, { type, collection }]) =>
			element("NavigationProperty", {
				Name: property,
				Type: listed(qualified(type), collection),
				ContainsTarget: "true",
			}),
		),
	);
}

function properties(
	types: Readonly<Record<string, PropertyType>>,
	facets: Readonly<Record<string, string>> = {},
): readonly string[] {
	return Object.entries(types).map(([name, type]) =>
		element("Property", {
			Name: name,
			Type: listed(type.kind === "primitive" ? type.name : qualified(type.name), type.collection === true),
			...facets,
		}),
	);
}

/** Types of this namespace are named by its alias. */
export function qualified(name: string): string {
	return `mscrm.${name}`;
}

export function listed(type: string, collection: boolean): string {
	return collection ? `Collection(${type})` : type;
}
