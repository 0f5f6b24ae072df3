import { charCode, isDigit, isHexDigit, isNameFollow } from "./charCodes.ts";
import type { Literal, NumberLiteral, TextLiteral } from "./nodes.ts";
import type { Reader } from "./reader.ts";
import { scanGuid, scanNumber } from "./scanLiteral.ts";
import { scanDate, scanDateTimeOffset, scanTimeOfDay, skipDigits } from "./scanTemporal.ts";

/** What can begin with a digit, or with a sign and a digit: numbers, dates, times, GUIDs. `pos` is at such a place. */
export function readNumeric(reader: Reader): Literal {
	const start = reader.pos;
	const sign = isDigit(reader.codeAt(start)) ? 0 : 1;
	const digits = skipDigits(reader, start + sign);
	const next = reader.codeAt(digits);
	if (sign === 0 && startsLikeGuid(reader, start)) {
		const end = scanGuid(reader, start);
		// Eight digits and a hyphen may also be the year of a date in a far future.
		const isDate = end < 0 && digits === start + 8 && reader.codeAt(start + 11) === charCode.minus;
		if (!isDate) return readText(reader, "guid", end);
	}
	if (next === charCode.colon && sign === 0 && digits - start === 2 && isDigit(reader.codeAt(digits + 1))) {
		return readText(reader, "timeOfDay", scanTimeOfDay(reader, start));
	}
	if (next === charCode.minus && digits - start - sign >= 4) return readDate(reader);
	return readNumber(reader, digits, sign);
}

/** Eight hexadecimal digits and a hyphen: nothing else of OData looks so, dates with eight digits in the year excepted. */
export function startsLikeGuid(reader: Reader, start: number): boolean {
	if (reader.codeAt(start + 8) !== charCode.minus) return false;
	for (let index = 0; index < 8; index += 1) if (!isHexDigit(reader.codeAt(start + index))) return false;
	return true;
}

function readDate(reader: Reader): TextLiteral {
	const start = reader.pos;
	const end = scanDate(reader, start);
	if (end < 0 || (reader.codeAt(end) | 32) !== 116) return readText(reader, "date", end);
	return readText(reader, "dateTimeOffset", scanDateTimeOffset(reader, start));
}

/** A literal whose value is its text. Where the scan failed, all that looks like the rest of it is taken. */
export function readText(reader: Reader, type: TextLiteral["type"], scanned: number): TextLiteral {
	const start = reader.pos;
	const end = endOfLiteral(reader, scanned, type);
	if (type === "dateTimeOffset") flagPlus(reader, start, end);
	reader.pos = end;
	return { kind: "literal", start: reader.at(start), end: reader.at(end), type, value: reader.text.slice(start, end) };
}

/** Where a literal without quotes ends; says what is wrong if the scan failed or stopped within a word. */
function endOfLiteral(reader: Reader, scanned: number, type: string): number {
	const stopped = scanned < 0 ? ~scanned : scanned;
	const code = reader.codeAt(stopped);
	if (scanned >= 0 && !isNameFollow(code)) return scanned;
	let end = stopped;
	while (isLiteralCharacter(reader.codeAt(end))) end += 1;
	reader.problem("badLiteral", stopped, end, type);
	return end;
}

/** What numbers, dates, times and GUIDs consist of. */
function isLiteralCharacter(code: number): boolean {
	return isNameFollow(code) || code === charCode.minus || code === charCode.colon || code === charCode.dot;
}

/** `digits` is where the leading digits end. */
function readNumber(reader: Reader, digits: number, sign: number): NumberLiteral {
	const start = reader.pos;
	const next = reader.codeAt(digits);
	if (next !== charCode.dot && !isNameFollow(next)) {
		const value = readInteger(reader, start, digits, sign);
		if (sign === 1) flagPlus(reader, start, start + 1);
		reader.pos = digits;
		return { kind: "literal", start: reader.at(start), end: reader.at(digits), type: "integer", value };
	}
	const scanned = scanNumber(reader, start);
	const number = scanned < 0 ? digits : scanned;
	const value = Number(reader.text.slice(start, number));
	const exponent = hasExponent(reader, digits, number);
	const end = endOfLiteral(reader, scanned, "number");
	if (exponent || sign === 1) flagPlus(reader, start, end);
	reader.pos = end;
	const type = exponent ? "double" : "decimal";
	return { kind: "literal", start: reader.at(start), end: reader.at(end), type, value };
}

function readInteger(reader: Reader, start: number, end: number, sign: number): number | bigint {
	const text = reader.text;
	if (end - start > 15) {
		const exact = BigInt(text.slice(text.charCodeAt(start) === charCode.plus ? start + 1 : start, end));
		return exact >= Number.MIN_SAFE_INTEGER && exact <= Number.MAX_SAFE_INTEGER ? Number(exact) : exact;
	}
	let value = 0;
	for (let index = start + sign; index < end; index += 1) value = value * 10 + text.charCodeAt(index) - charCode.zero;
	return sign === 1 && text.charCodeAt(start) === charCode.minus ? -value : value;
}

function hasExponent(reader: Reader, start: number, end: number): boolean {
	for (let index = start; index < end; index += 1) if ((reader.codeAt(index) | 32) === 101) return true;
	return false;
}

/** A plus that is meant as a sign must be encoded: many servers read it as a blank. */
export function flagPlus(reader: Reader, start: number, end: number): void {
	if (reader.isPayload) return;
	for (let index = start; index < end; index += 1) {
		if (reader.codeAt(index) === charCode.plus && !reader.isEncoded(index)) {
			reader.problem("unencodedCharacter", index, index + 1, "%2B");
		}
	}
}
