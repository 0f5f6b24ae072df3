import { addDays, addMonths, startOfDay, startOfMonth, type ZoneClock } from "./zoneClock.ts";

/** A border of a time range: what the wall shows at that time, a moment, or now itself. */
export type Border = { readonly wall: number } | { readonly instant: number } | "now";

/**
 * A range of time. A border that is a time of the wall or a moment begins the range or stands behind its end; one that
 * is now belongs to it.
 */
export interface DateRange {
	readonly from?: Border;
	readonly to?: Border;
}

/** What one of the functions without values, or with whole numbers, means at this moment. */
export type RangeOf = (clock: ZoneClock, first: number, second: number) => DateRange;

const wholeHour = 3_600_000;
const wholeMinute = 60_000;

/**
 * What the functions mean. The service documents none of it beyond the names; the rule found by observation
 * (https://markcarrington.dev/2020/08/25/fetchxml-date-filtering/): "last X" goes back whole periods from midnight and
 * ends now, "next X" begins now and goes whole periods beyond the coming midnight, "older than X" ends where "last X"
 * begins. Weeks begin on Sunday. Fiscal years are as an organization has them at first: those of the calendar, in
 * quarters.
 */
export const rangeOf = {
	Today: (clock) => days(clock.today, 0, 1),
	Yesterday: (clock) => days(clock.today, -1, 1),
	Tomorrow: (clock) => days(clock.today, 1, 1),
	LastWeek: (clock) => days(startOfWeek(clock), -7, 7),
	ThisWeek: (clock) => days(startOfWeek(clock), 0, 7),
	NextWeek: (clock) => days(startOfWeek(clock), 7, 7),
	LastMonth: (clock) => months(monthOf(clock) - 1, 1),
	ThisMonth: (clock) => months(monthOf(clock), 1),
	NextMonth: (clock) => months(monthOf(clock) + 1, 1),
	LastYear: (clock) => months(yearOf(clock) * 12 - 12, 12),
	ThisYear: (clock) => months(yearOf(clock) * 12, 12),
	NextYear: (clock) => months(yearOf(clock) * 12 + 12, 12),

	Last7Days: (clock) => ({ from: { wall: addDays(clock.today, -7) }, to: "now" }),
	LastXHours: (clock, x) => ({ from: { instant: clock.hour - x * wholeHour }, to: "now" }),
	LastXDays: (clock, x) => ({ from: { wall: addDays(clock.today, -x) }, to: "now" }),
	LastXWeeks: (clock, x) => ({ from: { wall: addDays(clock.today, -7 * x) }, to: "now" }),
	LastXMonths: (clock, x) => ({ from: { wall: addMonths(clock.today, -x) }, to: "now" }),
	LastXYears: (clock, x) => ({ from: { wall: addMonths(clock.today, -12 * x) }, to: "now" }),

	Next7Days: (clock) => ({ from: "now", to: { wall: addDays(clock.today, 8) } }),
	NextXHours: (clock, x) => ({ from: "now", to: { instant: clock.hour + (x + 1) * wholeHour } }),
	NextXDays: (clock, x) => ({ from: "now", to: { wall: addDays(clock.today, x + 1) } }),
	NextXWeeks: (clock, x) => ({ from: "now", to: { wall: addDays(clock.today, 7 * x + 1) } }),
	NextXMonths: (clock, x) => ({ from: "now", to: { wall: addMonths(addDays(clock.today, 1), x) } }),
	NextXYears: (clock, x) => ({ from: "now", to: { wall: addMonths(addDays(clock.today, 1), 12 * x) } }),

	OlderThanXMinutes: (clock, x) => ({ to: { instant: clock.minute - x * wholeMinute } }),
	OlderThanXHours: (clock, x) => ({ to: { instant: clock.hour - x * wholeHour } }),
	OlderThanXDays: (clock, x) => ({ to: { wall: addDays(clock.today, -x) } }),
	OlderThanXWeeks: (clock, x) => ({ to: { wall: addDays(clock.today, -7 * x) } }),
	OlderThanXMonths: (clock, x) => ({ to: { wall: addMonths(clock.today, -x) } }),
	OlderThanXYears: (clock, x) => ({ to: { wall: addMonths(clock.today, -12 * x) } }),

	LastFiscalYear: (clock) => months(yearOf(clock) * 12 - 12, 12),
	ThisFiscalYear: (clock) => months(yearOf(clock) * 12, 12),
	NextFiscalYear: (clock) => months(yearOf(clock) * 12 + 12, 12),
	InFiscalYear: (_clock, year) => months(year * 12, 12),
	LastXFiscalYears: (clock, x) => ({ from: month(yearOf(clock) * 12 - 12 * x), to: "now" }),
	NextXFiscalYears: (clock, x) => ({ from: "now", to: month(yearOf(clock) * 12 + 12 * (x + 1)) }),
	LastFiscalPeriod: (clock) => months(quarterOf(clock) - 3, 3),
	ThisFiscalPeriod: (clock) => months(quarterOf(clock), 3),
	NextFiscalPeriod: (clock) => months(quarterOf(clock) + 3, 3),
	LastXFiscalPeriods: (clock, x) => ({ from: month(quarterOf(clock) - 3 * x), to: "now" }),
	NextXFiscalPeriods: (clock, x) => ({ from: "now", to: month(quarterOf(clock) + 3 * (x + 1)) }),
	InFiscalPeriodAndYear: (_clock, period, year) => months(year * 12 + 3 * (period - 1), 3),
	InOrAfterFiscalPeriodAndYear: (_clock, period, year) => ({ from: month(year * 12 + 3 * (period - 1)) }),
	InOrBeforeFiscalPeriodAndYear: (_clock, period, year) => ({ to: month(year * 12 + 3 * period) }),
} as const satisfies Readonly<Record<string, RangeOf>>;

export type RangeName = keyof typeof rangeOf;

/** The day that `On` and its relatives name. */
export function dayRange(name: "On" | "OnOrAfter" | "OnOrBefore", wall: number): DateRange {
	const day = startOfDay(wall);
	return {
		...(name !== "OnOrBefore" && { from: { wall: day } }),
		...(name !== "OnOrAfter" && { to: { wall: addDays(day, 1) } }),
	};
}

function days(start: number, offset: number, length: number): DateRange {
	const from = addDays(start, offset);
	return { from: { wall: from }, to: { wall: addDays(from, length) } };
}

/** Months count from January of the year 0. */
function months(first: number, length: number): DateRange {
	return { from: month(first), to: month(first + length) };
}

function month(count: number): Border {
	return { wall: startOfMonth(Math.floor(count / 12), count - 12 * Math.floor(count / 12)) };
}

function startOfWeek({ today }: ZoneClock): number {
	return addDays(today, -new Date(today).getUTCDay());
}

function yearOf({ today }: ZoneClock): number {
	return new Date(today).getUTCFullYear();
}

function monthOf(clock: ZoneClock): number {
	return yearOf(clock) * 12 + new Date(clock.today).getUTCMonth();
}

function quarterOf(clock: ZoneClock): number {
	return 3 * Math.floor(monthOf(clock) / 3);
}
