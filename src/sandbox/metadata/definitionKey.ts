import type { Arguments, Expression } from "../../core/odata/nodes.ts";
import { alternateKeyOf, type TypeOutline } from "./metadataType.ts";
import { keyNotValid } from "./metadataRefusals.ts";

/** How a path names one definition: by its `MetadataId`, or by the name that is its alternate key. */
export interface DefinitionKey {
	readonly property: string;
	readonly value: string;
	/** As the key stands in `@odata.context`. */
	readonly text: string;
}

/** Reads the parentheses after a collection. */
export function definitionKey({ items }: Arguments, type: TypeOutline): DefinitionKey {
	const [item, ...more] = items;
	if (item === undefined || more.length > 0) throw keyNotValid(type);
	const property = item.kind === "positional" ? "MetadataId" : item.name;
	if (property === "MetadataId") {
		const value = literal(item.value, "guid")?.toLowerCase();
		if (value === undefined) throw keyNotValid(type);
		return { property, value, text: `(${value})` };
	}
	const value = property === alternateKeyOf(type) ? literal(item.value, "string") : undefined;
	if (value === undefined) throw keyNotValid(type);
	return { property, value, text: `('${value.replaceAll("'", "''")}')` };
}

/** A text in quotes for a name, a bare GUID for an id: nothing else is taken for one. */
function literal(value: Expression, type: "guid" | "string"): string | undefined {
	return value.kind === "literal" && value.type === type ? value.value : undefined;
}
