import type { Column } from "../../core/schema/model.ts";

/** What a column says of a lookup beside it. */
export type LookupCompanion =
	| { readonly kind: "name" | "phoneticName" | "type"; readonly lookup: string }
	/** The type of the target as a column that the Web API shows: `objecttypecode` beside `objectid`. */
	| { readonly kind: "shownType"; readonly lookup: string };

/**
 * The lookup that a column belongs to, by the names of both: `owneridname`, `owneridyominame`, `owneridtype` and
 * `regardingobjecttypecode` exist in metadata only, the Web API answers them as annotations of the lookup.
 */
export function lookupCompanion(
	{ logicalName, type, access }: Column,
	isLookup: (logicalName: string) => boolean,
): LookupCompanion | undefined {
	if (type === "String" && access === "readOnly") {
		return named(logicalName, "yominame", "phoneticName", isLookup) ?? named(logicalName, "name", "name", isLookup);
	}
	if (type !== "EntityName") return undefined;
	if (logicalName === "objecttypecode")
		return isLookup("objectid") ? { kind: "shownType", lookup: "objectid" } : undefined;
	for (const suffix of ["objecttypecode", "typecode", "type"]) {
		const found = named(logicalName, suffix, "type", isLookup);
		if (found !== undefined) return found;
	}
	return undefined;
}

function named(
	logicalName: string,
	suffix: string,
	kind: "name" | "phoneticName" | "type",
	isLookup: (logicalName: string) => boolean,
): LookupCompanion | undefined {
	if (!logicalName.endsWith(suffix)) return undefined;
	const beginning = logicalName.slice(0, -suffix.length);
	// Both "ownerid" + "type" and "regardingobject(id)" + "typecode" are in use.
	const lookup = [beginning, `${beginning}id`].find(isLookup);
	return lookup === undefined ? undefined : { kind, lookup };
}
