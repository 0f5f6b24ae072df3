import type { SandboxSchema } from "../schema/sandboxTable.ts";

const day = 86_400_000;
const minute = 60_000;

/** Milliseconds to add to a moment of UTC for the clock on the wall of a time zone. */
export type ZoneOffset = (moment: number) => number;

/**
 * The offsets of a time zone, fast enough for every date of a page: `Intl` is asked twice for each day, and for each
 * moment only in the days on which the clocks change.
 */
export function zoneOffset(timeZone: string): ZoneOffset {
	const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
	const ask = (moment: number): number => offsetOf(format.format(moment));
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

/** Of "3/29/2026, GMT+02:00"; at Greenwich "GMT" alone, in old times with seconds. */
function offsetOf(text: string): number {
	const [, sign, hours, minutes, seconds] = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(text) ?? [];
	if (sign === undefined) return 0;
	const amount = (Number(hours) * 60 + Number(minutes)) * minute + Number(seconds ?? 0) * 1000;
	return sign === "-" ? -amount : amount;
}

const offsets = new WeakMap<SandboxSchema, Map<string, ZoneOffset>>();

/** The same, kept from one request to the next: asking `Intl` for a zone costs more than many a query. */
export function keptZoneOffset(schema: SandboxSchema, timeZone: string): ZoneOffset {
	let kept = offsets.get(schema);
	if (kept === undefined) {
		kept = new Map();
		offsets.set(schema, kept);
	}
	let offset = kept.get(timeZone);
	if (offset === undefined) {
		offset = zoneOffset(timeZone);
		kept.set(timeZone, offset);
	}
	return offset;
}
