import { choiceTypes } from "./choiceType.ts";
import { columnTypes } from "./columnTypes.ts";
import { keyType } from "./keyType.ts";
import { namespace, type TypeOutline } from "./metadataType.ts";
import { relationshipTypes } from "./relationshipType.ts";
import { tableType } from "./tableType.ts";

/** Every type of definition by its name without the namespace. */
export const definitionTypes: ReadonlyMap<string, TypeOutline> = new Map(
	[tableType, ...columnTypes.values(), keyType, ...relationshipTypes, ...choiceTypes].map((type: TypeOutline) => [
		type.name,
		type,
	]),
);

/** The type that a cast names, with the namespace before it. */
export function definitionType(qualifiedName: string): TypeOutline | undefined {
	return qualifiedName.startsWith(`${namespace}.`)
		? definitionTypes.get(qualifiedName.slice(namespace.length + 1))
		: undefined;
}
