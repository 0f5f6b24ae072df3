import type { Arguments, Path, PathSegment } from "../../core/odata/nodes.ts";
import type { SandboxSchema } from "../schema/sandboxTable.ts";
import { notInSandboxYet, segmentNotFound } from "../service/serviceRefusals.ts";
import { complexMember } from "./complexMember.ts";
import { definitionKey } from "./definitionKey.ts";
import { definitionSets } from "./definitionSets.ts";
import type { CollectionTarget, DefinitionTarget, SingleTarget, ValueTarget } from "./definitionTarget.ts";
import { definitionType, definitionTypes } from "./definitionTypes.ts";
import { isObject } from "./json.ts";
import { castNotValid, noSuchDefinition } from "./metadataRefusals.ts";
import { type Definition, isKindOf, navigationOf, propertyType, type TypeOutline } from "./metadataType.ts";

/** Follows a path through the definitions, from its set to what its last segment names. */
export function definitionTarget({ segments }: Path, schema: SandboxSchema): DefinitionTarget {
	const [first, ...rest] = segments;
	let target: DefinitionTarget = start(first, schema);
	for (const segment of rest) target = step(target, segment);
	return target;
}

/** The set, and its key where it has one. A set that the service has and the sandbox has not says so. */
function start(segment: PathSegment | undefined, schema: SandboxSchema): DefinitionTarget {
	const set = segment?.kind === "name" ? definitionSets.get(segment.name) : undefined;
	if (segment?.kind !== "name") throw segmentNotFound("");
	if (set === undefined) throw notInSandboxYet(segment.name);
	const collection: CollectionTarget = {
		kind: "collection",
		type: set.type,
		items: () => set.all(schema),
		named: (name) => set.named(schema, name),
		context: segment.name,
		...(set.noFilter && { noFilter: true }),
	};
	return withKey(collection, segment.arguments);
}

function step(target: DefinitionTarget, segment: PathSegment): DefinitionTarget {
	switch (target.kind) {
		case "collection":
			return stepFromCollection(target, segment);
		case "single":
			return stepFromSingle(target, segment);
		case "value":
			return stepFromValue(target, segment);
		case "count":
			throw segmentNotFound(nameOf(segment));
	}
}

/** After a list come a cast, which keeps those that fit, and `$count`; a name would need one item to belong to. */
function stepFromCollection(target: CollectionTarget, segment: PathSegment): DefinitionTarget {
	if (segment.kind === "system" && segment.name === "$count") return { kind: "count", of: target };
	if (segment.kind !== "qualifiedName") throw segmentNotFound(nameOf(segment));
	const type = castType(segment.name, target.type);
	const cast: CollectionTarget = {
		...target,
		type,
		items: () => target.items().filter((item) => isKindOf(item.type, type)),
		context: `${target.context}/${segment.name}`,
	};
	return withKey(cast, segment.arguments);
}

/**
 * After one thing come a cast, a navigation property, a property. What the declared type does not have is not there,
 * whatever the thing itself is: options of a column need the cast.
 */
function stepFromSingle(target: SingleTarget, segment: PathSegment): DefinitionTarget {
	if (segment.kind === "qualifiedName") {
		const type = castType(segment.name, target.type);
		const fits = target.item !== undefined && isKindOf(target.item.type, type);
		if (!fits) throw noSuchDefinition(type, "key", target.key);
		return { ...target, type, cast: `/${segment.name}` };
	}
	if (segment.kind !== "name") throw segmentNotFound(nameOf(segment));
	const context = `${target.context}${target.key}${target.cast}/${segment.name}`;
	const navigation = navigationOf(target.type, segment.name);
	if (navigation !== undefined) {
		const type = definitionTypes.get(navigation.type) ?? target.type;
		const items = (): readonly Definition[] => target.item?.related(segment.name) ?? [];
		if (navigation.collection) return withKey({ kind: "collection", type, items, context }, segment.arguments);
		const [item] = items();
		return { kind: "single", type, ...(item && { item }), context, key: "", cast: "" };
	}
	const type = propertyType(target.type, segment.name);
	if (type === undefined) throw segmentNotFound(segment.name);
	return { kind: "value", type, value: target.item?.value(segment.name) ?? null, context };
}

/** After a property come the members of a complex one, and `$value`. */
function stepFromValue(target: ValueTarget, segment: PathSegment): DefinitionTarget {
	if (segment.kind === "system" && segment.name === "$value") return { ...target, raw: true };
	if (segment.kind !== "name" || target.raw) throw segmentNotFound(nameOf(segment));
	const type = complexMember(target.type, segment.name);
	if (type === undefined) throw segmentNotFound(segment.name);
	const value = isObject(target.value) ? (target.value[segment.name] ?? null) : null;
	return { kind: "value", type, value, context: `${target.context}/${segment.name}` };
}

/**
 * One of the collection, or all of it without a key. A name is looked up where the set can do so: reading one definition
 * must not read all of them.
 */
function withKey(collection: CollectionTarget, key: Arguments | undefined): DefinitionTarget {
	if (key === undefined) return collection;
	const { type, items, named, context } = collection;
	const { property, value, text } = definitionKey(key, type);
	const found = property === "MetadataId" || named === undefined ? items() : named(value);
	const item = found.find((candidate) => isKindOf(candidate.type, type) && candidate.value(property) === value);
	if (item === undefined) throw noSuchDefinition(type, property, value);
	return { kind: "single", type, item, context, key: text, cast: "" };
}

/** A cast leads to the declared type or to one made from it. */
function castType(name: string, declared: TypeOutline): TypeOutline {
	const type = definitionType(name);
	if (type === undefined || type.noCast || !isKindOf(type, declared)) throw castNotValid(name, declared);
	return type;
}

function nameOf(segment: PathSegment): string {
	return "name" in segment ? segment.name : "";
}
