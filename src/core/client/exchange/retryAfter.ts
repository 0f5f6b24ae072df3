import { daysSince1970 } from "../../base/daysSince1970.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Seconds that a `Retry-After` asks to wait: a number of them, or a date, which is compared with our own clock. Undefined
 * where the header is absent or neither of the two; a date that has passed is 0.
 * https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
	const written = header?.trim() ?? "";
	if (/^\d{1,9}$/.test(written)) return Number(written);
	const date = readHttpDate(written);
	return date === undefined ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** The three forms that a recipient has to take; milliseconds since 1970. The day of the week is not looked at. */
function readHttpDate(text: string): number | undefined {
	const usual = /^[A-Z][a-z]+, (\d\d)[ -]([A-Z][a-z]{2})[ -](\d{4}|\d\d) (\d\d):(\d\d):(\d\d) GMT$/.exec(text);
	if (usual !== null) {
		const [, day, month, year, ...time] = usual;
		return instant(year, month, day, time);
	}
	const old = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/.exec(text);
	if (old === null) return undefined;
	const [, month, day, hour, minute, second, year] = old;
	return instant(year, month, day, [hour, minute, second]);
}

type Part = string | undefined;

/** Two digits of a year are of this century: a header that names an instant to come is of no other. */
function instant(year: Part, month: Part, day: Part, time: readonly Part[]): number | undefined {
	const monthIndex = months.indexOf(month ?? "");
	const [hour = 0, minute = 0, second = 0] = time.map(Number);
	if (monthIndex < 0 || hour > 23 || minute > 59 || second > 60) return undefined;
	const fullYear = Number(year) < 100 ? 2000 + Number(year) : Number(year);
	const days = daysSince1970(fullYear, monthIndex + 1, Number(day));
	return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}
