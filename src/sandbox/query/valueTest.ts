import type { Navigation } from "../schema/sandboxTable.ts";
import { quoted, targetName } from "../storage/sqlNames.ts";
import type { ColumnOperand } from "./operand.ts";
import type { Row } from "./row.ts";
import type { Translation } from "./translation.ts";

/**
 * A condition on the columns of one row, in both directions. The service has no "not" for conditions: it has an opposite
 * operator for each, and the opposites of those that ask for a value ("is not", "does not contain", "not in") are met
 * by null as well. Orders ("greater than") and their opposites are not.
 */
export interface ValueTest {
	/** SQL for a row of the table at the operand's end. Binds its values when called. */
	readonly write: (row: Row, negated: boolean) => string;
	/** Whether null meets the condition, and whether it meets the opposite. Not both. */
	readonly nullMeets: boolean;
	readonly nullMeetsOpposite: boolean;
}

/**
 * SQL of the condition on an operand. Behind lookups it is asked of the rows they lead to, as a set that SQLite finds
 * once and by an index where there is one; where a lookup is empty, the value at the end is null.
 */
export function writeTest(operand: ColumnOperand, test: ValueTest, negated: boolean, translation: Translation): string {
	translation.count();
	const { lookups, row } = operand;
	if (lookups.length === 0) return test.write(row, negated);
	const meets = negated ? test.nullMeetsOpposite : test.nullMeets;
	if (!meets) return throughLookups(operand, (end) => test.write(end, negated), translation);
	return `NOT ${throughLookups(operand, (end) => test.write(end, !negated), translation, true)}`;
}

/** @param decided whether a lookup without value has to give false rather than null. */
function throughLookups(
	{ row, lookups }: ColumnOperand,
	write: (row: Row) => string,
	translation: Translation,
	decided = false,
): string {
	let start = "";
	let from = row;
	for (const [depth, navigation] of lookups.entries()) {
		translation.count();
		const table = translation.table(navigation.table);
		const alias = translation.alias();
		const column = from.sql + quoted(navigation.column);
		start += decided && depth === 0 ? `(${column} IS NOT NULL AND ` : "(";
		start += isOfTarget(from, navigation, translation);
		start += `${column} IN (SELECT ${alias}.${quoted(table.primaryId)} FROM ${quoted(table.logicalName)} AS ${alias} WHERE `;
		from = { table, sql: `${alias}.` };
	}
	return start + write(from) + "))".repeat(lookups.length);
}

/** Rows of two tables may have the same id, so a lookup to several tables is asked which one it means. */
function isOfTarget({ table, sql }: Row, { column, table: target }: Navigation, translation: Translation): string {
	if ((table.columns.get(column)?.targets.length ?? 0) < 2) return "";
	return `${sql}${quoted(targetName(column))} = ${translation.bind(target)} AND `;
}
