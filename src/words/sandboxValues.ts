/** What the sandbox answers to a value that its column does not take, worded as the service words it. */
import { type Message, message } from "./message.ts";

/** @param type as `$metadata` names it: "Edm.Int32". */
export function notConvertible(literal: string, type: string): Message {
	return message(
		"Microsoft.OData.ODataException: Cannot convert the literal '{literal}' to the expected type '{type}'.",
		{
			literal,
			type,
		},
	);
}

export function textTooLong(column: string, table: string, maxLength: number): Message {
	return message(
		"A validation error occurred. The length of the '{column}' attribute of the '{table}' entity exceeded the maximum allowed length of '{maxLength}'.",
		{ column, table, maxLength },
	);
}

export function textWithNull(column: string): Message {
	return message("The value of '{column}' contains the character U+0000, which cannot be kept.", { column });
}

/** @param accepted option values with commas. */
export function unknownOption(value: string, column: string, table: string, accepted: string): Message {
	return message(
		"A validation error occurred. The value {value} of '{column}' on record of type '{table}' is outside the valid range. Accepted Values: {accepted}",
		{ value, column, table, accepted },
	);
}

/** @param type the .NET type that the service names: "System.Int32", "Microsoft.Xrm.Sdk.Money". */
export function numberOutOfRange(
	value: string,
	type: string,
	column: string,
	table: string,
	range: { readonly min: string; readonly max: string },
): Message {
	return message(
		"A validation error occurred for {table}.{column}. The value {value} of type {type} is outside the valid range({min} to {max}).",
		{ value, type, column, table, ...range },
	);
}

/** @param actual as the service writes a moment: "01/31/1600 00:00:00". */
export function dateTooEarly(actual: string): Message {
	return message(
		"DateTime is less than minimum value supported by CrmDateTime. Actual value: {actual}, Minimum value supported: 01/01/1753 00:00:00",
		{ actual },
	);
}

/** A key of a URL whose columns are together no key of the table. */
export function keyNotDefined(table: string): Message {
	return message(
		"The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.{table}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource 'Microsoft.Dynamics.CRM.{table}'.",
		{ table },
	);
}
