import type { Literal } from "../../core/odata/nodes.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import { type Border, type DateRange, dayRange, type RangeName, rangeOf } from "./dateRange.ts";
import { dateText, dateTimeText, readTime } from "./dateText.ts";
import type { FunctionArguments } from "./functionArguments.ts";
import { badConditionValue, functionNotForColumn } from "./queryRefusals.ts";
import { storedColumn } from "./row.ts";
import type { Translation } from "./translation.ts";
import type { ZoneClock } from "./zoneClock.ts";

/** Hours and minutes of a column that has days only: the service refuses to ask. */
const notForDates: ReadonlySet<string> = new Set(["OlderThanXMinutes", "OlderThanXHours", "LastXHours", "NextXHours"]);

/** `LastXDays` and its relatives: a range of the column's own order, with borders made before, so that indexes serve. */
export function writeRangeFunction(
	name: RangeName,
	{ values }: FunctionArguments,
	column: SandboxColumn,
	translation: Translation,
): string {
	checkDateColumn(name, column, translation);
	const [first, second] = values.map(({ value }) => Number(value));
	// "Last 0 days" and "next -1 years" name no time, and a year has four quarters.
	if (first !== undefined && (first < 1 || (second !== undefined && first > 4))) {
		throw badConditionValue(translation.scope.table.logicalName, column.logicalName, "System.Int64");
	}
	const range = rangeOf[name](translation.clock, first ?? 0, second ?? 0);
	return writeRange(range, column, translation);
}

/** `On`, `OnOrAfter`, `OnOrBefore`: a day of the acting user, also where a moment is given. */
export function writeDayFunction(
	name: "On" | "OnOrAfter" | "OnOrBefore",
	{ values: [value] }: FunctionArguments,
	column: SandboxColumn,
	translation: Translation,
): string {
	checkDateColumn(name, column, translation);
	return writeRange(dayRange(name, wallTime(value, column, translation)), column, translation);
}

/** What a date or time says in the acting user's zone; without a zone it is taken to be in that. */
export function wallTime(literal: Literal | undefined, column: SandboxColumn, translation: Translation): number {
	const read = literal === undefined ? undefined : readTime(String(literal.value));
	if (read === undefined) {
		throw badConditionValue(translation.scope.table.logicalName, column.logicalName, "System.DateTime");
	}
	return read.hasZone && isMoment(column) ? translation.clock.wall(read.time) : read.time;
}

/** The text to compare the column with for a time of the wall. */
export function keptWallTime(wall: number, column: SandboxColumn, clock: ZoneClock): string {
	if (column.kind === "date") return dateText(wall);
	return dateTimeText(isMoment(column) ? clock.instant(wall) : wall);
}

export function checkDateColumn(name: string, column: SandboxColumn, translation: Translation): void {
	const isDate = column.kind === "date" || column.kind === "dateTime";
	if (isDate && !(column.kind === "date" && notForDates.has(name))) return;
	throw functionNotForColumn(name, translation.scope.table.logicalName, column.logicalName);
}

/** False for what everybody sees alike, wherever they are: dates, and times that are independent of zones. */
function isMoment({ kind, column }: SandboxColumn): boolean {
	return kind === "dateTime" && column.dateTimeBehavior !== "TimeZoneIndependent";
}

function writeRange({ from, to }: DateRange, column: SandboxColumn, translation: Translation): string {
	const { clock } = translation;
	const name = storedColumn(translation.row, column.logicalName);
	const conditions: string[] = [];
	// Today's date lies before now, whatever the time is.
	if (from !== undefined) {
		const operator = from === "now" && column.kind === "date" ? ">" : ">=";
		conditions.push(`${name} ${operator} ${translation.bind(keptBorder(from, column, clock))}`);
	}
	if (to !== undefined) {
		const operator = to === "now" ? "<=" : "<";
		conditions.push(`${name} ${operator} ${translation.bind(keptBorder(to, column, clock))}`);
	}
	return `(${conditions.join(" AND ")})`;
}

function keptBorder(border: Border, column: SandboxColumn, clock: ZoneClock): string {
	if (border !== "now" && "wall" in border) return keptWallTime(border.wall, column, clock);
	const instant = border === "now" ? clock.now : border.instant;
	if (isMoment(column)) return dateTimeText(instant);
	return keptWallTime(clock.wall(instant), column, clock);
}
