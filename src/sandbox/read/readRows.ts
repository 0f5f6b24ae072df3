import type { SQLOutputValue, StatementSync } from "node:sqlite";
import type { Database, SqlValue } from "../storage/database.ts";

/** One row as SQLite gives it, its columns by position. */
export type ReadRow = Readonly<Record<number, SQLOutputValue>>;

/** The statement in newer versions of Node, which can leave out the names of columns: a third of the time of a page. */
type ArrayStatement = StatementSync & { setReturnArrays?: (enabled: boolean) => void };

/**
 * All rows of a query. Its columns are named by their positions (`positioned`), so that rows look alike whether Node
 * gives arrays or objects.
 */
export function readRows(database: Database, sql: string, values: readonly SqlValue[]): readonly ReadRow[] {
	// The mark keeps these statements apart from those that others prepared of the same text and read by name.
	const statement: ArrayStatement = database.statement(`/* by position */ ${sql}`);
	statement.setReturnArrays?.(true);
	return statement.all(...values);
}

/** A list of columns for SELECT, each under its position. */
export function positioned(expressions: readonly string[]): string {
	return expressions.map((expression, position) => `${expression} AS "${position}"`).join(", ");
}
