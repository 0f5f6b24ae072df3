/** What the sandbox says about queries on the definitions of tables, columns, choices and relationships. */
import { type Message, message } from "./message.ts";

export function noSuchDefinition(type: string, key: string, value: string): Message {
	return message("Could not find the {type} with {key} '{value}'.", { type, key, value });
}

export function keyNotValid(type: string): Message {
	return message(
		"The key in the request URI is not valid for resource '{type}'. Ensure that the names and number of key properties match the declared key properties for the resource.",
		{ type },
	);
}

export function castNotValid(type: string, declared: string): Message {
	return message("The type '{type}' is not assignable to the type '{declared}': the path cannot be cast to it.", {
		type,
		declared,
	});
}

export function functionNotForMetadata(name: string): Message {
	return message('The "{name}" function isn\'t supported for Metadata Entities.', { name });
}

export function operatorNotForMetadata(name: string): Message {
	return message("The operator '{name}' cannot be used in a filter on definitions.", { name });
}

export function noSuchMember(literal: string): Message {
	return message("The string '{literal}' is not a valid enumeration type constant.", { literal });
}

export function filterNotUnderstood(): Message {
	return message(
		"The filter cannot be carried out on definitions: it compares a property or a part of one with a value.",
	);
}

export function filterNotBoolean(): Message {
	return message("The $filter expression must evaluate to a single boolean value.");
}
