/** What the sandbox answers to a write that it refuses, worded as the service words it. */
import { type Message, message } from "./message.ts";

/**
 * A body that does not fit its table.
 *
 * @param set the entity set that the request named; empty for an update, as the service leaves it.
 * @param reason what the reader of the body found wrong, without a full stop at the end.
 */
export function badPayload(set: string, reason: Message): Message {
	return message(
		`Error identified in Payload provided by the user for Entity :'{set}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : ${reason.template}`,
		{ ...reason.values, set },
	);
}

export function undeclaredProperty(property: string): Message {
	return odata(
		"An undeclared property '{property}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.",
		{ property },
	);
}

export function propertyWithoutValue(property: string, type: string): Message {
	return odata(
		"A property '{property}' which only has property annotations in the payload but no property value is declared to be of type '{type}'. In OData, only declared navigation properties and declared named streams can be represented as properties without values.",
		{ property, type },
	);
}

/** @param table its logical name. */
export function invalidProperty(property: string, table: string): Message {
	return message(
		"Microsoft.Crm.CrmException: Invalid property '{property}' was found in entity 'Microsoft.Dynamics.CRM.{table}'. ---> Microsoft.OData.ODataException: Does not support untyped value in non-open type.",
		{ property, table },
	);
}

export function typeNotAssignable(type: string, expected: string): Message {
	return odata(
		"A resource with type '{type}' was found, but it is not assignable to the expected type '{expected}'. The type specified in the resource must be equal to either the expected type or a derived type.",
		{ type, expected },
	);
}

export function valueForNavigation(property: string): Message {
	return odata(
		"A 'PrimitiveValue' node with non-null value was found when trying to read the value of the property '{property}'; however, a 'StartArray' node, a 'StartObject' node, or a 'PrimitiveValue' node with null value was expected.",
		{ property },
	);
}

/** @param expected, found kinds of JSON nodes: "StartObject", "StartArray", "PrimitiveValue". */
export function unexpectedNode(found: string, expected: string): Message {
	return odata(
		"An unexpected '{found}' node was found when reading from the JSON reader. A '{expected}' node was expected.",
		{ found, expected },
	);
}

export function invalidJson(reason: string): Message {
	return odata("Invalid JSON. {reason}", { reason });
}

export function emptyBody(): Message {
	return odata("Invalid JSON. The body of the request is empty; a JSON object was expected.");
}

export function repeatedProperty(property: string): Message {
	return odata(
		"Multiple properties with the name '{property}' were detected in a resource or a complex value. According to OData, duplicate property names are not allowed.",
		{ property },
	);
}

/** @param limit levels of objects and arrays in one another. */
export function nestedTooDeep(limit: number): Message {
	return odata("The maximum depth of nested values was exceeded. The depth limit is {limit}.", { limit });
}

export function collectionBoundOnUpdate(property: string): Message {
	return odata("The collection-valued navigation property '{property}' can be bound only when a record is created.", {
		property,
	});
}

export function foreignReference(reference: string, root: string): Message {
	return odata("The reference '{reference}' does not belong to the service '{root}'.", { reference, root });
}

export function unreadableReference(reference: string): Message {
	return odata("The reference '{reference}' does not name one record by its key.", { reference });
}

export function referenceToOtherTable(property: string, table: string, expected: string): Message {
	return odata(
		"The navigation property '{property}' cannot refer to a record of '{table}'; a record of '{expected}' was expected.",
		{ property, table, expected },
	);
}

export function lookupWrittenAsProperty(): Message {
	return message("CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.");
}

export function deepUpdate(): Message {
	return message("Deep update of navigation properties is not allowed.");
}

export function recordExists(): Message {
	return message("A record with matching key values already exists.");
}

export function versionMismatch(): Message {
	return message("The version of the existing record doesn't match the RowVersion property provided.");
}

export function etagNotUnderstood(etag: string): Message {
	return message("The entity tag '{etag}' is not understood. Send one as it came with a record: W/\"123\".", { etag });
}

/** @param columns logical names of the key, with commas. */
export function keyViolated(key: string, columns: string): Message {
	return message(
		"Entity Key {key} violated. A record with the same value for {columns} already exists. A duplicate record cannot be created. Select one or more unique values and try again.",
		{ key, columns },
	);
}

export function deleteBlocked(): Message {
	return message("The object you tried to delete is associated with another object and cannot be deleted.");
}

export function baseCurrencyKept(): Message {
	return message("The base currency of an organization cannot be deleted.");
}

export function columnCleared(column: string): Message {
	return message("Attribute: {column} cannot be set to NULL", { column });
}

export function columnRequired(column: string): Message {
	return message("Attribute '{column}' cannot be NULL.", { column });
}

export function caseWithoutCustomer(): Message {
	return message("You should specify a parent contact or account.");
}

/** @param state as the service names a state: "AccountState.Active". */
export function statusOfOtherState(status: number, state: string, table: string, id: string): Message {
	return message("{status} is not a valid status code for state code {state} on {table} with Id {id}.", {
		status,
		state,
		table,
		id,
	});
}

export function unknownStatus(status: number, table: string, id: string): Message {
	return message("{status} is not a valid status code on {table} with Id {id}.", { status, table, id });
}

export function unknownState(state: number, table: string, id: string): Message {
	return message("{state} is not a valid state code on {table} with Id {id}.", { state, table, id });
}

/** @param operation the message that changes the state instead. */
export function stateNeedsMessage(table: string, state: string, operation: string): Message {
	return message(
		"This message can not be used to set the state of {table} to {state}. In order to set state of {table} to {state}, use the {operation} message instead.",
		{ table, state, operation },
	);
}

export function messageNotSupported(name: string, table: string): Message {
	return message(
		"The '{name}' method does not support entities of type '{table}'. MessageProcessorCache returned MessageProcessor.Empty.",
		{ name, table },
	);
}

export function loopInHierarchy(tables: string): Message {
	return message("Creating this parental association would create a loop in {tables} hierarchy.", { tables });
}

export function lookupValueDeleted(property: string): Message {
	return message(
		"The value of '{property}' cannot be deleted as a property, because it refers to another record. Delete the reference instead: '{property}/$ref'.",
		{ property },
	);
}

/** A request about a link that does not say to what. */
export function referenceMissing(): Message {
	return odata("The reference to the other record is missing: '@odata.id' in the body, or '$id' in the URL.");
}

/** The body of a request for one property. */
export function valueMissing(): Message {
	return odata('The body must hold the new value of the property: {"value": ...}.');
}

/** What the service's OData reader says, with the name it puts before it. */
function odata(template: string, values: Message["values"] = {}): Message {
	return message(`Microsoft.OData.ODataException: ${template}`, values);
}
