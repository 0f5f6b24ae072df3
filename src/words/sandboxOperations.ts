/** What the sandbox says about calls of functions and actions. */
import { type Message, message } from "./message.ts";

export function parameterNotConvertible(parameter: string, operation: string, type: string): Message {
	return message("The value of the parameter '{parameter}' of '{operation}' cannot be converted to '{type}'.", {
		parameter,
		operation,
		type,
	});
}

export function unknownParameter(parameter: string, operation: string): Message {
	return message(
		"The parameter '{parameter}' in the request payload is not a valid parameter for the operation '{operation}'.",
		{ parameter, operation },
	);
}

export function noTargets(operation: string): Message {
	return message("The parameter 'Targets' of '{operation}' has to be a list with at least one record.", { operation });
}

/** @param index counts from 0. */
export function targetWithoutType(index: number, type: string): Message {
	return message('Record {index} of \'Targets\' has to name its type: "@odata.type": "{type}".', { index, type });
}

export function targetWithoutKey(index: number, primaryId: string): Message {
	return message("Record {index} of 'Targets' has to name its row, by '{primaryId}' or by \"@odata.id\".", {
		index,
		primaryId,
	});
}

export function targetKeyNotUnderstood(reference: string): Message {
	return message("'{reference}' does not name a record of this set by one of its keys.", { reference });
}

export function noSuchTable(name: string): Message {
	return message("The entity with a name = '{name}' with namemapping = 'Logical' was not found in the MetadataCache.", {
		name,
	});
}

export function virtualTable(name: string): Message {
	return message("Entity {name} is a virtual entity, which is not supported", { name });
}
