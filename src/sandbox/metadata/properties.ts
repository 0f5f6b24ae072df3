import { exactNumber, type Json } from "./json.ts";
import { label, managedProperty } from "./label.ts";
import type { PrimitiveName, Property } from "./metadataType.ts";

/**
 * One function per type of property, for the tables of the types. Each is given what the schema says; without it the
 * property is one that the service has and the schema does not document: it is there and null.
 */
type Fact<Source, Value> = (source: Source) => Value | null | undefined;

function primitive<Source, Value extends Json>(name: PrimitiveName) {
	return (fact?: Fact<Source, Value>): Property<Source> => ({
		type: { kind: "primitive", name },
		value: (source) => fact?.(source) ?? null,
	});
}

/** The functions for types that are made from one kind of source. */
export function propertiesOf<Source>() {
	return {
		text: primitive<Source, string>("Edm.String"),
		flag: primitive<Source, boolean>("Edm.Boolean"),
		int32: primitive<Source, number>("Edm.Int32"),
		int64: (fact?: Fact<Source, bigint>): Property<Source> => ({
			type: { kind: "primitive", name: "Edm.Int64" },
			value: (source) => {
				const value = fact?.(source) ?? null;
				return value === null ? null : exactNumber(value);
			},
		}),
		double: primitive<Source, number>("Edm.Double"),
		decimal: primitive<Source, number>("Edm.Decimal"),
		guid: primitive<Source, string>("Edm.Guid"),
		moment: primitive<Source, string>("Edm.DateTimeOffset"),
		texts: (fact?: Fact<Source, readonly string[]>): Property<Source> => ({
			type: { kind: "primitive", name: "Edm.String", collection: true },
			value: (source) => fact?.(source) ?? [],
		}),
		/** The name of a member, as the service writes it. */
		member: (name: string, fact?: Fact<Source, string>): Property<Source> => ({
			type: { kind: "enum", name },
			value: (source) => fact?.(source) ?? null,
		}),
		label: (place: (source: Source) => string, fact?: Fact<Source, string>): Property<Source> => ({
			type: { kind: "complex", name: "Label" },
			value: (source) => label(fact?.(source), place(source)),
		}),
		managed: (logicalName: string, fact?: Fact<Source, boolean>): Property<Source> => ({
			type: { kind: "complex", name: "BooleanManagedProperty" },
			value: (source) => managedProperty(logicalName, fact?.(source) ?? null),
		}),
		complex: (name: string, fact?: Fact<Source, Json>): Property<Source> => ({
			type: { kind: "complex", name },
			value: (source) => fact?.(source) ?? null,
		}),
		complexes: (name: string, fact?: Fact<Source, readonly Json[]>): Property<Source> => ({
			type: { kind: "complex", name, collection: true },
			value: (source) => fact?.(source) ?? [],
		}),
	};
}
