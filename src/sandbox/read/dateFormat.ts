import type { ZoneOffset } from "../service/zoneOffset.ts";

/** Dates in the formats of one user. Both take what storage holds: "2026-01-31" or "2026-01-31T13:45:00Z". */
export interface DateFormat {
	/** 1/31/2026, without regard to the time zone. */
	date(stored: string): string;
	/** 1/31/2026 2:45 PM, the time as it is stored. */
	dateTime(stored: string): string;
	/** The same two, as the clock of the user's time zone shows them. */
	localDate(stored: string): string;
	localDateTime(stored: string): string;
}

type Part = (date: Date) => string;

/**
 * The short formats of a language as the service prints them, which are those of Windows: four digits of the year and a
 * plain blank between date and time, where `Intl` has two digits, a comma and narrow blanks.
 */
export function dateFormat(locale: string, offset: ZoneOffset): DateFormat {
	const { datePart, timePart } = shortParts(locale);
	const print = (stored: string, parts: readonly Part[], local: boolean): string => {
		const moment = Date.parse(stored);
		if (Number.isNaN(moment)) return stored;
		const date = new Date(local ? moment + offset(moment) : moment);
		let text = "";
		for (const part of parts) text += part(date);
		return text;
	};
	const both = [...datePart, () => " ", ...timePart];
	return {
		date: (stored) => print(stored, datePart, false),
		dateTime: (stored) => print(stored, both, false),
		localDate: (stored) => print(stored, datePart, true),
		localDateTime: (stored) => print(stored, both, true),
	};
}

/** A morning of one-digit numbers, which shows where a language pads them, and the evening of that day. */
const morning = Date.UTC(2023, 3, 7, 5, 9);
const evening = Date.UTC(2023, 3, 7, 17, 9);

function shortParts(locale: string): { readonly datePart: readonly Part[]; readonly timePart: readonly Part[] } {
	const options = { timeZone: "UTC", numberingSystem: "latn", calendar: "gregory" } as const;
	const date = new Intl.DateTimeFormat(locale, { ...options, dateStyle: "short" });
	const time = new Intl.DateTimeFormat(locale, { ...options, timeStyle: "short" });
	const halves = [morning, evening].map((moment) => periodOf(time, moment)) as [string, string];
	return {
		datePart: date.formatToParts(morning).map((part) => partOf(part, halves)),
		timePart: time.formatToParts(morning).map((part) => partOf(part, halves)),
	};
}

function periodOf(time: Intl.DateTimeFormat, moment: number): string {
	return time.formatToParts(moment).find(({ type }) => type === "dayPeriod")?.value ?? "";
}

function partOf({ type, value }: Intl.DateTimeFormatPart, halves: readonly [string, string]): Part {
	const width = value.length;
	switch (type) {
		case "year":
			return (date) => `${date.getUTCFullYear()}`;
		case "month":
			return (date) => padded(date.getUTCMonth() + 1, width);
		case "day":
			return (date) => padded(date.getUTCDate(), width);
		case "hour":
			return halves[0] === ""
				? (date) => padded(date.getUTCHours(), width)
				: (date) => padded(date.getUTCHours() % 12 || 12, width);
		case "minute":
			return (date) => padded(date.getUTCMinutes(), 2);
		case "dayPeriod":
			return (date) => (date.getUTCHours() < 12 ? halves[0] : halves[1]);
		default: {
			const text = value.replace(/[\u00a0\u202f]/g, " ");
			return () => text;
		}
	}
}

function padded(number: number, width: number): string {
	return width > 1 && number < 10 ? `0${number}` : `${number}`;
}
