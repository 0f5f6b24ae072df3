/**
 * Scanners for dates and times. A scanner gets the place where its literal begins and returns where it ends, or the
 * complement (`~`) of the place where it cannot go on: a negative number. Nothing else changes.
 */
import { charCode, isDigit } from "./charCodes.ts";
import type { Reader } from "./reader.ts";

/** `2012-09-03`, `-10000-04-01`. Days are not compared with the calendar, as in OData's grammar. */
export function scanDate(reader: Reader, start: number): number {
	const first = reader.codeAt(start) === charCode.minus ? start + 1 : start;
	let pos = first;
	while (isDigit(reader.codeAt(pos))) pos += 1;
	const digits = pos - first;
	if (digits < 4) return ~pos;
	if (digits > 4 && reader.codeAt(first) === charCode.zero) return ~(first + 4);
	if (reader.codeAt(pos) !== charCode.minus) return ~pos;
	pos = scanTwoDigits(reader, pos + 1, 1, 12);
	if (pos < 0) return pos;
	if (reader.codeAt(pos) !== charCode.minus) return ~pos;
	return scanTwoDigits(reader, pos + 1, 1, 31);
}

/** `11:22`, `11:22:33`, `11:22:33.5`. */
export function scanTimeOfDay(reader: Reader, start: number): number {
	let pos = scanTwoDigits(reader, start, 0, 23);
	if (pos < 0) return pos;
	if (reader.codeAt(pos) !== charCode.colon) return ~pos;
	pos = scanTwoDigits(reader, pos + 1, 0, 59);
	if (pos < 0 || reader.codeAt(pos) !== charCode.colon) return pos;
	pos = scanTwoDigits(reader, pos + 1, 0, 60);
	if (pos < 0 || reader.codeAt(pos) !== charCode.dot) return pos;
	const end = skipDigits(reader, pos + 1);
	const digits = end - pos - 1;
	if (digits === 0) return ~end;
	return digits > 12 ? ~(pos + 13) : end;
}

/** A date, `T`, a time, and `Z` or `+01:00`. */
export function scanDateTimeOffset(reader: Reader, start: number): number {
	const date = scanDate(reader, start);
	if (date < 0) return date;
	if (!isLetter(reader.codeAt(date), "T")) return ~date;
	const time = scanTimeOfDay(reader, date + 1);
	return time < 0 ? time : scanZone(reader, time);
}

function scanZone(reader: Reader, start: number): number {
	const code = reader.codeAt(start);
	if (isLetter(code, "Z")) return start + 1;
	if (code !== charCode.minus && code !== charCode.plus) return ~start;
	const hour = scanTwoDigits(reader, start + 1, 0, 23);
	if (hour < 0) return hour;
	return reader.codeAt(hour) === charCode.colon ? scanTwoDigits(reader, hour + 1, 0, 59) : ~hour;
}

/** `P6DT23H59M59.9999S`, `-PT1H`: what stands in the quotes of a duration. */
export function scanDuration(reader: Reader, start: number): number {
	let pos = reader.codeAt(start) === charCode.minus ? start + 1 : start;
	if (!isLetter(reader.codeAt(pos), "P")) return ~pos;
	pos += 1;
	const day = skipDigits(reader, pos);
	if (day > pos) {
		if (!isLetter(reader.codeAt(day), "D")) return ~day;
		pos = day + 1;
	}
	return isLetter(reader.codeAt(pos), "T") ? scanDurationTime(reader, pos + 1) : pos;
}

/** Hours, minutes, seconds: each at most once, in this order, and only the last may have a fraction. */
function scanDurationTime(reader: Reader, start: number): number {
	let pos = start;
	let next = 0;
	for (;;) {
		let end = skipDigits(reader, pos);
		if (end === pos) return pos;
		const fraction = reader.codeAt(end) === charCode.dot;
		if (fraction) {
			const digits = skipDigits(reader, end + 1);
			if (digits === end + 1) return ~digits;
			end = digits;
		}
		const unit = "HMS".indexOf(String.fromCharCode(reader.codeAt(end) & ~32));
		if (unit < next || (fraction && unit !== 2)) return ~end;
		next = unit + 1;
		pos = end + 1;
	}
}

export function skipDigits(reader: Reader, start: number): number {
	let pos = start;
	while (isDigit(reader.codeAt(pos))) pos += 1;
	return pos;
}

/** Two digits between two numbers: the place of failure is the digit that leaves the range. */
function scanTwoDigits(reader: Reader, start: number, least: number, most: number): number {
	const tens = reader.codeAt(start) - charCode.zero;
	if (tens < 0 || tens > 9 || tens * 10 > most) return ~start;
	const ones = reader.codeAt(start + 1) - charCode.zero;
	const value = tens * 10 + ones;
	return ones < 0 || ones > 9 || value < least || value > most ? ~(start + 1) : start + 2;
}

/** Letters in literals count in either case. */
function isLetter(code: number, upper: string): boolean {
	return code > 0 && (code & ~32) === upper.charCodeAt(0);
}
