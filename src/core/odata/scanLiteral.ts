/** Scanners for literals without quotes and for what stands in quotes; scanTemporal.ts tells how they answer. */
import { charCode, isDigit, isHexDigit, isNameFollow } from "./charCodes.ts";
import type { Reader } from "./reader.ts";
import { skipDigits } from "./scanTemporal.ts";

/** `12`, `-3.14`, `1e3`, `INF`, `-INF`, `NaN`. */
export function scanNumber(reader: Reader, start: number): number {
	const word = scanNumberWord(reader, start);
	if (word >= 0) return word;
	const whole = scanInteger(reader, start, Infinity);
	if (whole < 0) return whole;
	let pos = whole;
	if (reader.codeAt(pos) === charCode.dot) {
		const end = skipDigits(reader, pos + 1);
		if (end === pos + 1) return ~end;
		pos = end;
	}
	return (reader.codeAt(pos) | 32) === 101 ? scanInteger(reader, pos + 1, Infinity) : pos;
}

/** Digits with an optional sign. More digits than `most` end the number, what is behind them is not its. */
export function scanInteger(reader: Reader, start: number, most: number): number {
	const code = reader.codeAt(start);
	const first = code === charCode.minus || code === charCode.plus ? start + 1 : start;
	const end = skipDigits(reader, first);
	return end === first ? ~end : Math.min(end, first + most);
}

/** The end of `INF`, `-INF`, `NaN`; -1 for anything else. Their case matters. */
export function scanNumberWord(reader: Reader, start: number): number {
	const code = reader.codeAt(start);
	if (code !== 73 && code !== 78 && code !== charCode.minus) return -1;
	for (const word of ["INF", "-INF", "NaN"]) {
		const end = start + word.length;
		if (reader.text.startsWith(word, start) && end <= reader.limit && !isNameFollow(reader.codeAt(end))) return end;
	}
	return -1;
}

/** 8-4-4-4-12 hexadecimal digits. */
export function scanGuid(reader: Reader, start: number): number {
	for (let index = 0; index < 36; index += 1) {
		const code = reader.codeAt(start + index);
		const hyphen = index === 8 || index === 13 || index === 18 || index === 23;
		if (hyphen ? code !== charCode.minus : !isHexDigit(code)) return ~(start + index);
	}
	return start + 36;
}

/** base64url text, its padding optional (RFC 4648, section 5). */
export function scanBase64(reader: Reader, start: number): number {
	let end = start;
	while (isBase64(reader.codeAt(end))) end += 1;
	const rest = (end - start) % 4;
	if (rest === 0) return end;
	const last = reader.codeAt(end - 1);
	// The bits that the last character has too many must be zero.
	const fits = rest === 2 ? "AQgw" : rest === 3 ? "AEIMQUYcgkosw048" : "";
	if (!fits.includes(String.fromCharCode(last))) return ~end;
	const padding = rest === 2 ? "==" : "=";
	return reader.text.startsWith(padding, end) && end + padding.length <= reader.limit ? end + padding.length : end;
}

function isBase64(code: number): boolean {
	return isDigit(code) || (isNameFollow(code) && code < 128) || code === charCode.minus;
}

/** Members of an enumeration, by name or number, between commas: what stands in the quotes of an enumeration literal. */
export function scanEnumMembers(reader: Reader, start: number): number {
	let pos = start;
	for (;;) {
		const name = reader.nameEnd(pos);
		const end = name > pos ? name : scanInteger(reader, pos, 19);
		if (end < 0 || reader.codeAt(end) !== charCode.comma) return end;
		pos = end + 1;
	}
}
