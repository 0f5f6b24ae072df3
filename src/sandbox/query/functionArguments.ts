import type { CallExpression, Expression, Literal } from "../../core/odata/nodes.ts";
import { badConditionValue, noSuchAttribute, unknownFunction } from "./queryRefusals.ts";
import { type FunctionParameters, parametersOf, type QueryFunctionName } from "./queryFunctions.ts";
import type { Translation } from "./translation.ts";

/** Arguments of a query function, read and of the right form; which column takes them is for the function to say. */
export interface FunctionArguments {
	/** Logical name of a column, not checked. */
	readonly property: string;
	/** One, two or any number; none for functions that take no values. Not null. */
	readonly values: readonly Literal[];
}

const parameterNames: Readonly<Record<FunctionParameters, readonly string[]>> = {
	none: ["PropertyName"],
	number: ["PropertyName", "PropertyValue"],
	value: ["PropertyName", "PropertyValue"],
	values: ["PropertyName", "PropertyValues"],
	pair: ["PropertyName", "PropertyValue1", "PropertyValue2"],
};

/**
 * Reads the arguments. The service knows a function by its name and the exact names of its parameters together: one of
 * them wrong, missing or too many, and it knows no such function.
 */
export function readArguments(
	name: QueryFunctionName,
	{ name: fullName, arguments: { items } }: CallExpression,
	translation: Translation,
): FunctionArguments {
	const parameters = parametersOf[name];
	const expected = parameterNames[parameters];
	const given = new Map<string, Expression>();
	for (const item of items) if (item.kind === "named") given.set(item.name, translation.resolve(item.value));
	if (items.length !== expected.length || !expected.every((one) => given.has(one))) throw unknownFunction(fullName);
	const [property, ...values] = expected.map((one) => given.get(one));
	const column = property?.kind === "literal" && property.type === "string" ? property.value : undefined;
	const table = translation.scope.table.logicalName;
	if (column === undefined) throw noSuchAttribute(table, "");
	const literals = values.flatMap((value) => literalsOf(value, table, column));
	for (const literal of literals) checkForm(literal, parameters, table, column);
	return { property: column, values: literals };
}

/** The literals of an array; another literal is itself. Null is a value of none of these parameters. */
function literalsOf(value: Expression | undefined, table: string, column: string): readonly Literal[] {
	const items = value?.kind === "array" ? value.items : [value];
	return items.map((item) => {
		if (item?.kind === "literal" && item.type !== "null") return item;
		throw badConditionValue(table, column, "System.String");
	});
}

function checkForm(literal: Literal, parameters: FunctionParameters, table: string, column: string): void {
	if (parameters !== "number" && parameters !== "pair") return;
	if (literal.type === "integer" && Math.abs(Number(literal.value)) < 2 ** 63) return;
	throw badConditionValue(table, column, "System.Int64");
}
