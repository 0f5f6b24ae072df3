import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { foldedName, quoted } from "../storage/sqlNames.ts";

/** A row that names can speak of: the one that is filtered, or the member of a collection inside a lambda. */
export interface Row {
	readonly table: SandboxTable;
	/** Its alias in SQL, quoted, with the point behind it: `"t".`. */
	readonly sql: string;
	/** Name of the lambda variable; absent for the row of the query. */
	readonly variable?: string;
	/** The row around a lambda. */
	readonly outer?: Row;
}

/** A stored column of the row, as SQL. */
export function storedColumn(row: Row, column: string): string {
	return row.sql + quoted(column);
}

/**
 * The column in the form in which it is compared and sorted: texts folded. Where a text has no folded companion, the
 * function that `openDatabase` gives SQLite folds it row by row.
 */
export function comparedColumn(row: Row, column: SandboxColumn): string {
	if (column.kind === "text") {
		if (column.folded) return row.sql + quoted(foldedName(column.logicalName));
		return `fold(${storedColumn(row, column.logicalName)})`;
	}
	// JSON of a scalar of unknown type: compared as what it is.
	if (column.kind === "any") return `(${storedColumn(row, column.logicalName)} ->> '$') COLLATE NOCASE`;
	return storedColumn(row, column.logicalName);
}

/** The column for a test on null: what an index is on, where there is one. */
export function nullableColumn(row: Row, column: SandboxColumn): string {
	const { logicalName, folded } = column;
	return row.sql + quoted(folded ? foldedName(logicalName) : logicalName);
}
