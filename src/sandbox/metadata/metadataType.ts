import type { Json } from "./json.ts";

/**
 * The types of the definitions: `EntityMetadata`, `AttributeMetadata` and its relatives. What they have and how it is
 * called follows the Web API metadata reference (learn.microsoft.com/power-apps/developer/data-platform/webapi/reference).
 */
export interface MetadataType<Source> {
	/** Without the namespace: "PicklistAttributeMetadata". */
	readonly name: string;
	readonly base?: MetadataType<Source>;
	/** Own ones; those of the base come before them. */
	readonly properties: PropertyTable<Source>;
	readonly navigation?: NavigationTable<Source>;
	/** Properties that name one of several besides `MetadataId`: "LogicalName". */
	readonly alternateKey?: string;
	/** True where the service does not take the type as a cast. */
	readonly noCast?: true;
}

export type PropertyTable<Source> = Readonly<Record<string, Property<Source>>>;

export interface Property<Source> {
	readonly type: PropertyType;
	/** What the schema says; null where it does not say anything. */
	readonly value: (source: Source) => Json;
}

export type PropertyType =
	| { readonly kind: "primitive"; readonly name: PrimitiveName; readonly collection?: true }
	| { readonly kind: "enum"; readonly name: string; readonly collection?: true }
	| { readonly kind: "complex"; readonly name: string; readonly collection?: true };

export type PrimitiveName =
	| "Edm.Boolean"
	| "Edm.DateTimeOffset"
	| "Edm.Decimal"
	| "Edm.Double"
	| "Edm.Guid"
	| "Edm.Int32"
	| "Edm.Int64"
	| "Edm.String";

export type NavigationTable<Source> = Readonly<Record<string, MetadataNavigation<Source>>>;

export interface MetadataNavigation<Source> {
	/** Declared type, without the namespace. */
	readonly type: string;
	readonly collection: boolean;
	readonly read: (source: Source) => readonly Definition[];
}

/** One thing with its type, whatever it was made from. */
export interface Definition {
	/** What it is, as precisely as known: a column of choices is a `PicklistAttributeMetadata`. */
	readonly type: TypeOutline;
	value(property: string): Json;
	related(navigation: string): readonly Definition[];
}

/** What can be said of a type without a thing of that type: for queries and for `$metadata`. */
export interface TypeOutline {
	readonly name: string;
	readonly base?: TypeOutline;
	readonly properties: Readonly<Record<string, { readonly type: PropertyType }>>;
	readonly navigation?: Readonly<Record<string, { readonly type: string; readonly collection: boolean }>>;
	readonly alternateKey?: string;
	readonly noCast?: true;
}

export const namespace = "Microsoft.Dynamics.CRM";

/** Binds a type to what it reads from. */
export function define<Source>(type: MetadataType<Source>, source: Source): Definition {
	return {
		type,
		value: (name) => findProperty(type, name)?.value(source) ?? null,
		related: (name) => findNavigation(type, name)?.read(source) ?? [],
	};
}

/** Names come from URLs: `hasOwn` keeps those of every object out. */
function findProperty<Source>(type: MetadataType<Source>, name: string): Property<Source> | undefined {
	if (Object.hasOwn(type.properties, name)) return type.properties[name];
	return type.base === undefined ? undefined : findProperty(type.base, name);
}

function findNavigation<Source>(type: MetadataType<Source>, name: string): MetadataNavigation<Source> | undefined {
	if (type.navigation !== undefined && Object.hasOwn(type.navigation, name)) return type.navigation[name];
	return type.base === undefined ? undefined : findNavigation(type.base, name);
}

/** The type of a property, own or inherited. */
export function propertyType(type: TypeOutline, name: string): PropertyType | undefined {
	if (Object.hasOwn(type.properties, name)) return type.properties[name]?.type;
	return type.base === undefined ? undefined : propertyType(type.base, name);
}

/** Base first. */
export function propertyNames(type: TypeOutline): readonly string[] {
	const own = Object.keys(type.properties);
	return type.base === undefined ? own : [...propertyNames(type.base), ...own];
}

/** A navigation property, own or inherited. */
export function navigationOf(
	type: TypeOutline,
	name: string,
): { readonly type: string; readonly collection: boolean } | undefined {
	if (type.navigation !== undefined && Object.hasOwn(type.navigation, name)) return type.navigation[name];
	return type.base === undefined ? undefined : navigationOf(type.base, name);
}

/** True for the type itself and for those made from it. */
export function isKindOf(type: TypeOutline, ancestor: TypeOutline): boolean {
	return type.name === ancestor.name || (type.base !== undefined && isKindOf(type.base, ancestor));
}

/** The property, own or inherited, that may stand in a key instead of the id. */
export function alternateKeyOf(type: TypeOutline): string | undefined {
	return type.alternateKey ?? (type.base === undefined ? undefined : alternateKeyOf(type.base));
}
