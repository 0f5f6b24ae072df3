/**
 * How Dataverse's names stand in SQL. Names are only ever those of the schema, and are quoted all the same. One SQL
 * table per Dataverse table, one SQL column per stored column; what has no name in Dataverse holds a `$`.
 */
export function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/** The companion of a text column that holds `fold(value)`. */
export function foldedName(column: string): string {
	return `${column}$folded`;
}

/** The companion of a lookup with several targets (owners and customers too): logical name of the table it points to. */
export function targetName(column: string): string {
	return `${column}$target`;
}
