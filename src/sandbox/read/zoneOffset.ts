const day = 86_400_000;
const minute = 60_000;

/** Milliseconds to add to a moment of UTC for the clock on the wall of a time zone. */
export type ZoneOffset = (moment: number) => number;

/**
 * The offsets of a time zone, fast enough for every date of a page: `Intl` is asked twice for each day, and for each
 * moment only in the days on which the clocks change.
 */
export function zoneOffset(timeZone: string): ZoneOffset {
	const format = new Intl.DateTimeFormat("en-US", {
		timeZone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
	});
	const ask = (moment: number): number => {
		const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
		for (const { type, value } of format.formatToParts(moment)) parts[type] = value;
		const { year, month, day: dayOfMonth, hour, minute: minutes } = parts;
		const wall = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth), Number(hour), Number(minutes));
		return wall - Math.floor(moment / minute) * minute;
	};
	const known = new Map<number, number | "changes">();
	return (moment) => {
		const number = Math.floor(moment / day);
		let offset = known.get(number);
		if (offset === undefined) {
			const first = ask(number * day);
			offset = first === ask((number + 1) * day - minute) ? first : "changes";
			known.set(number, offset);
		}
		return offset === "changes" ? ask(moment) : offset;
	};
}
