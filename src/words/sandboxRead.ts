/** What the sandbox says about reading that it refuses: names, query options and places where they cannot stand. */
import { type Message, message } from "./message.ts";

export function notNavigation(name: string, table: string): Message {
	return message(
		"Property '{name}' on type 'Microsoft.Dynamics.CRM.{table}' is not a navigation property or complex property. Only navigation properties can be expanded.",
		{ name, table },
	);
}

export function recordNotFound(table: string, id: string): Message {
	return message("{table} With Id = {id} Does Not Exist", { table, id });
}

export function keyNotFound(table: string): Message {
	return message("A record with the specified key values does not exist in {table} entity", { table });
}

export function expandOptionsNotAllowed(): Message {
	return message(
		"Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.",
	);
}

export function expandedReference(): Message {
	return message("Expand with $ref is only supported on lookup type navigation property.");
}

export function tooManyExpands(count: number, limit: number): Message {
	return message("Number of link entity: {count} exceed limit {limit}", { count, limit });
}

/** @param relationship its schema name. */
export function manyToManyExpand(relationship: string): Message {
	return message(
		"The many-to-many relationship {relationship} cannot be expanded within or beside another kind of $expand.",
		{ relationship },
	);
}

export function expandItemNotUnderstood(text: string): Message {
	return message("'{text}' cannot be expanded: name one navigation property.", { text });
}

export function selectItemNotUnderstood(text: string): Message {
	return message("'{text}' cannot be selected: name one property.", { text });
}

export function notCollection(): Message {
	return message(
		"The requested resource is not a collection. Query options $filter, $orderby, $count, $skip, and $top can be applied only on collections.",
	);
}

export function pagingCookieNotUnderstood(): Message {
	return message("Malformed XML in the paging cookie");
}

export function keyMissing(segment: string): Message {
	return message(
		"The request URI is not valid. Since the segment '{segment}' refers to a collection, this must be the last segment in the request URI or it must be followed by an function or action that can be bound to it otherwise all intermediate segments must refer to a single resource.",
		{ segment },
	);
}

export function noRawValue(name: string): Message {
	return message("'{name}' has no raw value.", { name });
}
