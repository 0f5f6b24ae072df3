import { complexTypes } from "./complexTypes.ts";
import type { PropertyType } from "./metadataType.ts";

/** The type of one member of a complex property: `Value` of `RequiredLevel`. Lists have no members. */
export function complexMember(type: PropertyType, name: string): PropertyType | undefined {
	if (type.kind !== "complex" || type.collection || !Object.hasOwn(complexTypes, type.name)) return undefined;
	const complex = complexTypes[type.name];
	if (complex === undefined) return undefined;
	if (Object.hasOwn(complex.members, name)) return complex.members[name];
	return complex.base === undefined ? undefined : complexMember({ kind: "complex", name: complex.base }, name);
}
