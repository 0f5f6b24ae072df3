import type { BinaryExpression, Expression, Literal, PathExpression } from "../../core/odata/nodes.ts";
import { complexMember } from "./complexMember.ts";
import { comparison } from "./definitionComparison.ts";
import { enumTypes } from "./enumTypes.ts";
import { exactNumber, isObject, type Json } from "./json.ts";
import {
	filterNotBoolean,
	filterNotUnderstood,
	functionNotForMetadata,
	noSuchMember,
	noSuchProperty,
	operatorNotForMetadata,
	typesDoNotMatch,
} from "./metadataRefusals.ts";
import { type Definition, namespace, type PropertyType, propertyType, type TypeOutline } from "./metadataType.ts";

/** True, false, or null where OData's three-valued logic cannot tell. */
export type DefinitionFilter = (definition: Definition) => boolean | null;

/** The values of `@p1` and relatives; an alias without one is null. */
export type FilterAliases = ReadonlyMap<string, Expression>;

/** One side of a comparison. */
interface Operand {
	/** "Edm.String", the qualified name of an enumeration, or "null". */
	readonly type: string;
	readonly value: (definition: Definition) => Json;
}

/**
 * Turns `$filter` on definitions into a test. Properties of primitive and enumeration types can be compared, also inside
 * a complex property; no function can be called.
 */
export function definitionFilter(expression: Expression, type: TypeOutline, aliases: FilterAliases): DefinitionFilter {
	switch (expression.kind) {
		case "group":
			return definitionFilter(expression.expression, type, aliases);
		case "logical": {
			const tests = expression.operands.map((operand) => definitionFilter(operand, type, aliases));
			return expression.operator === "and" ? all(tests) : any(tests);
		}
		case "unary": {
			if (expression.operator === "-") throw filterNotBoolean();
			const test = definitionFilter(expression.operand, type, aliases);
			return (definition) => not(test(definition));
		}
		case "binary":
			return binary(expression, type, aliases);
		case "call":
			throw functionNotForMetadata(expression.name);
		default: {
			const alone = operand(expression, type, aliases);
			if (alone.type !== "Edm.Boolean") throw filterNotBoolean();
			return (definition) => alone.value(definition) as boolean | null;
		}
	}
}

function binary(expression: BinaryExpression, type: TypeOutline, aliases: FilterAliases): DefinitionFilter {
	const compare = comparison(expression.operator);
	if (compare === undefined) throw operatorNotForMetadata(expression.operator);
	const left = operand(expression.left, type, aliases);
	const right = operand(expression.right, type, aliases);
	if (!comparable(left.type, right.type)) throw typesDoNotMatch(left.type, right.type, compare.name);
	return (definition) => compare.test(left.value(definition), right.value(definition));
}

function operand(expression: Expression, type: TypeOutline, aliases: FilterAliases): Operand {
	switch (expression.kind) {
		case "group":
			return operand(expression.expression, type, aliases);
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
function property({ segments }: PathExpression, type: TypeOutline): Operand {
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

function memberOf(value: Json, name: string): Json {
	return isObject(value) ? (value[name] ?? null) : null;
}

function constant(literal: Literal): Operand {
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

function enumeration(typeName: string, member: string): Operand {
	const members = enumTypes[typeName.slice(namespace.length + 1)];
	const known = typeName.startsWith(`${namespace}.`) && members !== undefined && Object.hasOwn(members, member);
	if (!known) throw noSuchMember(`${typeName}'${member}'`);
	return { type: typeName, value: () => member };
}

const numeric: ReadonlySet<string> = new Set(["Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double"]);

function comparable(left: string, right: string): boolean {
	return left === right || left === "null" || right === "null" || (numeric.has(left) && numeric.has(right));
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

function all(tests: readonly DefinitionFilter[]): DefinitionFilter {
	return (definition) => {
		const results = tests.map((test) => test(definition));
		return results.includes(false) ? false : results.includes(null) ? null : true;
	};
}

function any(tests: readonly DefinitionFilter[]): DefinitionFilter {
	return (definition) => {
		const results = tests.map((test) => test(definition));
		return results.includes(true) ? true : results.includes(null) ? null : false;
	};
}
