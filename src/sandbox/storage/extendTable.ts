import type { Database } from "./database.ts";
import { declaration, type SqlColumn } from "./sqlColumns.ts";
import { foldedName, quoted } from "./sqlNames.ts";

/**
 * Brings an existing SQL table up to the schema: columns that a newer schema knows are added, and values of a column
 * whose type it now documents otherwise are converted. Nothing is ever dropped.
 */
export function extendTable(database: Database, table: string, columns: readonly SqlColumn[]): void {
	const existing = existingColumns(database, table);
	for (const column of columns) {
		const type = existing.get(column.name.toLowerCase());
		if (type === undefined) addColumn(database, table, column, existing);
		else if (type !== column.type) convertColumn(database, table, column, type);
	}
}

/** Name in lower case -> declared type. Generated columns are among them. */
function existingColumns(database: Database, table: string): ReadonlyMap<string, string> {
	const rows = database.all("SELECT name, type FROM pragma_table_xinfo(?)", table);
	return new Map(rows.map(({ name, type }) => [String(name).toLowerCase(), bareType(String(type))]));
}

/** SQLite repeats the words of a generated column as a part of its type. */
const bareType = (type: string): string => type.replace(/ GENERATED ALWAYS$/i, "");

function addColumn(database: Database, table: string, column: SqlColumn, existing: ReadonlyMap<string, string>): void {
	database.define(`ALTER TABLE ${quoted(table)} ADD COLUMN ${declaration(column)}`);
	// The folded companion of a column that had none: its values are there already.
	const source = [...existing.keys()].find((name) => foldedName(name) === column.name.toLowerCase());
	if (source === undefined) return;
	database.run(`UPDATE ${quoted(table)} SET ${quoted(column.name)} = fold(${quoted(source)})`);
}

function convertColumn(database: Database, table: string, column: SqlColumn, type: string): void {
	const { name } = column;
	const former = `${name}$former`;
	database.transaction(() => {
		dropIndexes(database, table, name);
		database.define(`ALTER TABLE ${quoted(table)} RENAME COLUMN ${quoted(name)} TO ${quoted(former)}`);
		database.define(`ALTER TABLE ${quoted(table)} ADD COLUMN ${declaration(column)}`);
		database.run(`UPDATE ${quoted(table)} SET ${quoted(name)} = ${conversion(quoted(former), type, column.type)}`);
		database.define(`ALTER TABLE ${quoted(table)} DROP COLUMN ${quoted(former)}`);
	});
}

/** A column with an index cannot be dropped; the indexes of the schema are made again afterwards. */
function dropIndexes(database: Database, table: string, column: string): void {
	const rows = database.all(
		"SELECT l.name FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i WHERE i.name = ? AND l.origin = 'c'",
		table,
		column,
	);
	for (const { name } of rows) database.define(`DROP INDEX ${quoted(String(name))}`);
}

/** SQL that turns a value of one storage kind into another; what cannot be turned stays as it is. */
function conversion(value: string, from: string, to: string): string {
	if (from.startsWith("any ")) return `json_extract(${value}, '$')`;
	if (to.startsWith("any ")) return `json_quote(${value})`;
	if (from.startsWith("dateTime ") && to.startsWith("date ")) return `substr(${value}, 1, 10)`;
	if (from.startsWith("date ") && to.startsWith("dateTime ")) return `${value} || 'T00:00:00Z'`;
	return value;
}
