import type { DefinitionQuery } from "./definitionQuery.ts";
import type { Json, JsonObject } from "./json.ts";
import { type Definition, namespace, type TypeOutline } from "./metadataType.ts";

/**
 * One definition as the query wants it. Its own type is named where it is more than the declared one, as minimal
 * metadata asks for.
 */
export function definitionShape(definition: Definition, declared: TypeOutline, query: DefinitionQuery): JsonObject {
	// Built in place: the list of all tables with their columns makes some million of these values.
	const shape: Record<string, Json> = {};
	if (definition.type.name !== declared.name) shape["@odata.type"] = `#${namespace}.${definition.type.name}`;
	for (const name of query.properties) shape[name] = definition.value(name);
	for (const { name, collection, type, query: inner } of query.expand) {
		const related = matching(definition.related(name), inner);
		if (inner.count) shape[`${name}@odata.count`] = related.length;
		const shapes = related.map((one) => definitionShape(one, type, inner));
		shape[name] = collection ? shapes : (shapes[0] ?? null);
	}
	return shape;
}

/** Those that pass the filter; what it cannot tell does not. */
export function matching(definitions: readonly Definition[], { filter }: DefinitionQuery): readonly Definition[] {
	return filter === undefined ? definitions : definitions.filter((definition) => filter(definition) === true);
}
