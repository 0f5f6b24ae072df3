/**
 * What the sandbox says about a query it refuses. Where the service's own sentence is known, this is it, so that people
 * find it again; the rest says what is not allowed in the same tone.
 */
import { type Message, message } from "./message.ts";

export function propertyNotFound(property: string, type: string): Message {
	return message("Could not find a property named '{property}' on type '{type}'.", { property, type });
}

export function incompatibleTypes(left: string, right: string, operator: string): Message {
	return message(
		"A binary operator with incompatible types was detected. Found operand types '{left}' and '{right}' for operator kind '{operator}'.",
		{ left, right, operator },
	);
}

export function operandNotSingle(operator: string): Message {
	return message(
		"The operand for a binary operator '{operator}' is not a single value. Binary operators require both operands to be single values.",
		{ operator },
	);
}

export function parentNotSingle(property: string): Message {
	return message(
		"The parent value for a property access of a property '{property}' is not a single value. Property access can only be applied to a single value.",
		{ property },
	);
}

export function unknownFunction(name: string): Message {
	return message(
		"An unknown function with name '{name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.",
		{ name },
	);
}

export function noFunctionSignature(name: string, signatures: string): Message {
	return message(
		"No function signature for the function with name '{name}' matches the specified arguments. The function signatures considered are: {signatures}.",
		{ name, signatures },
	);
}

export function notBoolean(option: string): Message {
	return message("The {option} expression must evaluate to a single boolean value.", { option });
}

export function lambdaNotBoolean(): Message {
	return message("The Any/All query expression must evaluate to a single boolean value.");
}

export function orderNotSingle(): Message {
	return message("The $orderby expression must evaluate to a single value of primitive type.");
}

export function lambdaParentNotCollection(): Message {
	return message(
		"The parent value for a lambda query was not a collection. Any and All can only be used with collection values.",
	);
}

export function notImplemented(): Message {
	return message("The method or operation is not implemented.");
}

export function badLiteral(type: string, literal: string): Message {
	return message("Unrecognized '{type}' literal '{literal}'.", { type, literal });
}

export function aliasNotAllowed(alias: string): Message {
	return message("The parameter alias '{alias}' cannot be used inside $expand.", { alias });
}

export function aliasInCircle(alias: string): Message {
	return message("The parameter alias '{alias}' stands in its own value.", { alias });
}

export function lambdaBelowLookup(property: string): Message {
	return message("A condition on the collection '{property}' below a lookup is not supported.", { property });
}

export function outerRowInLambda(property: string): Message {
	return message("Inside a lambda only its own variable can be compared: '{property}' is a column of another row.", {
		property,
	});
}

export function differentRows(): Message {
	return message("Columns can only be compared with columns of the same row.");
}

export function functionInLambda(name: string): Message {
	return message("The query function '{name}' cannot be used inside a lambda.", { name });
}

export function orderByRelated(path: string): Message {
	return message("Ordering by '{path}', a column of a related row, is not supported.", { path });
}

export function tooManyConditions(): Message {
	return message("Number of conditions in query exceeded maximum limit.");
}

export function noSuchAttribute(table: string, attribute: string): Message {
	return message("'{table}' entity doesn't contain attribute with Name = '{attribute}' and NameMapping = 'Logical'.", {
		table,
		attribute,
	});
}

export function badConditionValue(table: string, attribute: string, expected: string): Message {
	return message("Condition for attribute '{table}.{attribute}': expected argument(s) of type '{expected}'.", {
		table,
		attribute,
		expected,
	});
}

export function functionNotForColumn(name: string, table: string, attribute: string): Message {
	return message("The condition operator '{name}' is not valid for attribute '{table}.{attribute}'.", {
		name,
		table,
		attribute,
	});
}

export function wrongValueCount(name: string, expected: number, actual: number): Message {
	return message("The condition operator '{name}' takes {expected} values and was given {actual}.", {
		name,
		expected,
		actual,
	});
}

export function valueMissing(name: string): Message {
	return message("The condition operator '{name}' takes at least one value.", { name });
}

export function notHierarchical(table: string): Message {
	return message("The table '{table}' has no hierarchical relationship.", { table });
}

export function tableNotKept(table: string): Message {
	return message("The table '{table}' keeps no rows in the sandbox.", { table });
}

/** @param position counts characters of `text` from 0; so in all sentences about syntax. */
export function unterminatedLiteral(position: number, text: string): Message {
	return message("There is an unterminated literal at position {position} in '{text}'.", { position, text });
}

export function invalidCharacter(character: string, position: number, text: string): Message {
	return message("Syntax error: character '{character}' is not valid at position {position} in '{text}'.", {
		character,
		position,
		text,
	});
}

export function expressionExpected(position: number, text: string): Message {
	return message("Expression expected at position {position} in '{text}'.", { position, text });
}

/** @param other what may stand here instead of the parenthesis: "','" or "operator". */
export function closingExpected(other: string, position: number, text: string): Message {
	return message("')' or {other} expected at position {position} in '{text}'.", { other, position, text });
}
