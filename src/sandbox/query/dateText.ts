/**
 * Dates and times as they are kept: "2026-01-31T13:45:00Z" and "2026-01-31", so that text order is time order. What is
 * kept has whole seconds; what it is compared with may be finer.
 */
const dateTimeForm = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|[+-]\d\d:\d\d)?$/i;
const earliest = Date.parse("0001-01-01T00:00:00Z");
const latest = Date.parse("9999-12-31T23:59:59Z");
const dateForm = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A moment, or a time without zone for someone who knows the zone. */
export interface TimeRead {
	/** Milliseconds since 1970, whole seconds; of a time without zone as if it were UTC. */
	readonly time: number;
	/** True where the text has a fraction of a second that is not zero. */
	readonly hasFraction: boolean;
	readonly hasZone: boolean;
	/** True for a date without a time. */
	readonly isDate: boolean;
}

/** Reads `2026-01-31`, `2026-01-31T13:45`, with seconds, fraction and zone; undefined where there is no such day or time. */
export function readTime(text: string): TimeRead | undefined {
	const date = dateForm.exec(text);
	if (date !== null) {
		const time = timeOf(date);
		return time === undefined ? undefined : { time, hasFraction: false, hasZone: false, isDate: true };
	}
	const match = dateTimeForm.exec(text);
	if (match === null) return undefined;
	const time = timeOf(match);
	const offset = offsetOf(match[8]);
	if (time === undefined || offset === undefined) return undefined;
	return {
		time: time - offset,
		hasFraction: /[1-9]/.test(match[7] ?? ""),
		hasZone: match[8] !== undefined,
		isDate: false,
	};
}

/** As a date and time is kept. */
export function dateTimeText(time: number): string {
	return `${isoText(time).slice(0, 19)}Z`;
}

/** As a date is kept. */
export function dateText(time: number): string {
	return isoText(time).slice(0, 10);
}

/** Of four-digit years only: others would not sort as text, and the service has none. */
function isoText(time: number): string {
	return new Date(Math.min(Math.max(time, earliest), latest)).toISOString();
}

function timeOf(match: RegExpExecArray): number | undefined {
	const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((group) => Number(match[group] ?? 0));
	const date = new Date(0);
	date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
	const exists = date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
	if (!exists || year === 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
	return date.setUTCHours(Number(hour), Number(minute), Number(second));
}

/** Milliseconds; undefined for an offset that no zone has. */
function offsetOf(zone: string | undefined): number | undefined {
	if (zone === undefined || zone === "Z" || zone === "z") return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(4, 6));
	if (hours > 14 || minutes > 59) return undefined;
	return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
