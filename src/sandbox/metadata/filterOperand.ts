import type { Expression, Literal, PathExpression } from "../../core/odata/nodes.ts";
import { complexMember } from "./complexMember.ts";
import { enumTypes } from "./enumTypes.ts";
import { exactNumber, isObject, type Json } from "./json.ts";
import { filterNotUnderstood, functionNotForMetadata, noSuchMember, noSuchProperty } from "./metadataRefusals.ts";
import { type Definition, namespace, type PropertyType, propertyType, type TypeOutline } from "./metadataType.ts";

/** The values of `@p1` and relatives; an alias without one is null. */
export type FilterAliases = ReadonlyMap<string, Expression>;

/** One side of a comparison. */
export interface FilterOperand {
	/** "Edm.String", the qualified name of an enumeration, or "null". */
	readonly type: string;
	readonly value: (definition: Definition) => Json;
}

/** Reads one side of a comparison. */
export function filterOperand(expression: Expression, type: TypeOutline, aliases: FilterAliases): FilterOperand {
	switch (expression.kind) {
		case "group":
			return filterOperand(expression.expression, type, aliases);
		case "path":
			return property(expression, type);
		case "literal":
			return constant(expression);
		case "aliasReference": {
			const value = aliases.get(expression.name);
			return value?.kind === "literal" ? constant(value) : { type: "null", value: () => null };
		}
		case "call":
			throw functionNotForMetadata(expression.name);
		default:
			throw filterNotUnderstood();
	}
}

/** `LogicalName`, `CanCreateAttributes/Value`. A label has no primitive part one level down, so nothing reaches in. */
function property({ segments }: PathExpression, type: TypeOutline): FilterOperand {
	const names = segments.map((segment) => (segment.kind === "name" && !segment.arguments ? segment.name : ""));
	const [first = "", ...rest] = names;
	let found: PropertyType | undefined = propertyType(type, first);
	for (const name of rest) found = found && complexMember(found, name);
	if (found === undefined) throw noSuchProperty(names.join("/"), type);
	if (found.kind === "complex" || found.collection) throw filterNotUnderstood();
	return {
		type: found.kind === "enum" ? `${namespace}.${found.name}` : found.name,
		value: (definition) => rest.reduce(memberOf, definition.value(first)),
	};
}

/** Nothing is in a part that is not there. */
function memberOf(value: Json, name: string): Json {
	return isObject(value) ? (value[name] ?? null) : null;
}

function constant(literal: Literal): FilterOperand {
	const value = constantValue(literal);
	switch (literal.type) {
		case "null":
			return { type: "null", value: () => null };
		case "boolean":
			return { type: "Edm.Boolean", value: () => value };
		case "integer":
			return { type: "Edm.Int32", value: () => value };
		case "decimal":
			return { type: "Edm.Decimal", value: () => value };
		case "double":
			return { type: "Edm.Double", value: () => value };
		case "string":
			return { type: "Edm.String", value: () => value };
		case "guid":
			return { type: "Edm.Guid", value: () => value };
		case "date":
		case "dateTimeOffset":
			return { type: "Edm.DateTimeOffset", value: () => value };
		case "enum":
			return enumeration(literal.typeName, literal.value);
		default:
			throw filterNotUnderstood();
	}
}

function constantValue({ type, value }: Literal): Json {
	if (typeof value === "bigint") return exactNumber(value);
	return type === "guid" ? value.toLowerCase() : value;
}

/** A member counts only with the namespace and the name of its enumeration; several at once are not understood. */
function enumeration(typeName: string, member: string): FilterOperand {
	const members = enumTypes[typeName.slice(namespace.length + 1)];
	const known = typeName.startsWith(`${namespace}.`) && members !== undefined && Object.hasOwn(members, member);
	if (!known) throw noSuchMember(`${typeName}'${member}'`);
	return { type: typeName, value: () => member };
}

const numeric: ReadonlySet<string> = new Set(["Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double"]);

/** Whether values of these types can be compared. Numbers of all kinds can. */
export function comparable(left: string, right: string): boolean {
	return left === right || left === "null" || right === "null" || (numeric.has(left) && numeric.has(right));
}
