import type { ZoneOffset } from "../service/zoneOffset.ts";

const dayLength = 86_400_000;
const wholeHour = 3_600_000;
const wholeMinute = 60_000;

/** Of .NET and of the service: nothing is before the year 1 or after 9999. */
const earliest = Date.UTC(2000, 0, 1) - 730_119 * dayLength;
const latest = Date.UTC(9999, 11, 31);

/**
 * Clock and calendar of a time zone at one moment. A *wall time* is what the clock on the wall shows, as if it were UTC
 * (milliseconds since 1970): calendar arithmetic is done on it, and `instant` turns it into a moment, daylight saving
 * time and all.
 */
export class ZoneClock {
	readonly now: number;
	readonly #offset: ZoneOffset;

	constructor(offset: ZoneOffset, now: number) {
		this.#offset = offset;
		this.now = now;
	}

	/** The wall time of a moment. */
	wall(instant: number): number {
		return instant + this.#offset(instant);
	}

	/**
	 * The moment when the wall shows that time. Of two (the hour that is repeated) the first; where there is none (the
	 * hour that is skipped) as far behind the change as the time is: midnight that is skipped becomes the day's begin.
	 */
	instant(wall: number): number {
		const before = wall - this.#offset(wall - dayLength);
		if (this.#offset(before) === wall - before) return before;
		const after = wall - this.#offset(wall + dayLength);
		return this.#offset(after) === wall - after ? after : before;
	}

	/** Midnight at which today began, as a wall time. */
	get today(): number {
		return startOfDay(this.wall(this.now));
	}

	/** The full hour and the full minute on the wall that are running, as moments. */
	get hour(): number {
		return this.now - modulo(this.wall(this.now), wholeHour);
	}

	get minute(): number {
		return this.now - modulo(this.wall(this.now), wholeMinute);
	}
}

export function startOfDay(wall: number): number {
	return wall - modulo(wall, dayLength);
}

/** Wall times stay in the years 1 to 9999, however many days are added. */
export function addDays(wall: number, days: number): number {
	return inRange(wall + days * dayLength);
}

/** The same day of another month; the last one of it where it is shorter. */
export function addMonths(wall: number, months: number): number {
	const date = new Date(wall);
	const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
	if (month < 12) return earliest;
	if (month >= 120_000) return latest;
	const year = Math.floor(month / 12);
	const lastDay = new Date(Date.UTC(2000, modulo(month, 12) + 1, 0));
	lastDay.setUTCFullYear(year, modulo(month, 12) + 1, 0);
	return new Date(wall).setUTCFullYear(year, modulo(month, 12), Math.min(date.getUTCDate(), lastDay.getUTCDate()));
}

/** The first midnight of a month; months count from 0 and may be beyond the year. */
export function startOfMonth(year: number, month: number): number {
	return addMonths(new Date(0).setUTCFullYear(Math.min(Math.max(year, 1), 9999), 0, 1), month);
}

function inRange(wall: number): number {
	return Math.min(Math.max(wall, earliest), latest);
}

function modulo(value: number, divisor: number): number {
	return ((value % divisor) + divisor) % divisor;
}
