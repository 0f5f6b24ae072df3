import { decimalValue } from "./decimalValue.ts";
import { isGivenBack } from "./exactNumber.ts";

/** Where a number stands in a text, as offsets. */
export interface NumberPlace {
	readonly start: number;
	readonly end: number;
}

/**
 * The numbers of a JSON text that a double would round, in their order. What is in a string is none. Where the text is no
 * JSON, places up to the mistake are right and those behind it mean nothing. Linear, and made for large texts that have
 * none: a double gives back any 15 digits, so only longer numbers are looked at closer. Numbers of few digits that lie
 * outside of the range of a double (1e400) are found in texts of ordinary size only: the service has no column that could
 * hold one, and a page of thousands of rows should not wait for them.
 */
export function findRounded(text: string): readonly NumberPlace[] {
	const found = new Map<number, NumberPlace>();
	for (const pattern of text.length > ordinarySize ? [longNumber] : [longNumber, largeExponent]) {
		const search = new RegExp(pattern, "g");
		for (let match = search.exec(text); match !== null; match = search.exec(text)) {
			const place = numberAround(text, match.index);
			search.lastIndex = place.end;
			if (!isGivenBack(text.slice(place.start, place.end)) && isNumber(text, place)) found.set(place.start, place);
		}
	}
	if (found.size === 0) return [];
	return outsideStrings(
		text,
		[...found.values()].sort((left, right) => left.start - right.start),
	);
}

/** Characters. */
const ordinarySize = 250_000;
/**
 * 16 digits, among them perhaps a dot. Written out, because the engine then looks at one character in 16, which takes a
 * tenth of the time.
 */
const longNumber = "[\\d.]".repeat(16);
const largeExponent = "\\d[eE][+-]?\\d{3}";

/** The longest stretch around an offset that has only characters of numbers. */
function numberAround(text: string, at: number): NumberPlace {
	let start = at;
	while (isNumberPart(text.charCodeAt(start - 1))) start -= 1;
	let end = at;
	while (isNumberPart(text.charCodeAt(end))) end += 1;
	return { start, end };
}

/** A value stands behind ":", "[" or ",", or is the whole; so most strings of digits are out without another look. */
function isNumber(text: string, { start, end }: NumberPlace): boolean {
	if (start > 0 && !/[:,[\s]/.test(text.charAt(start - 1))) return false;
	return decimalValue(text.slice(start, end)) !== undefined;
}

/** Goes from quote to quote up to the last suspect. */
function outsideStrings(text: string, suspects: readonly NumberPlace[]): readonly NumberPlace[] {
	let open = text.indexOf('"');
	let close = -1;
	return suspects.filter(({ start }) => {
		while (open >= 0 && open < start) {
			if (close < open) close = closingQuote(text, open);
			if (close > start) return false;
			open = text.indexOf('"', close + 1);
		}
		return true;
	});
}

/** The end of the text where the string does not end. A quote behind an odd number of backslashes is in the string. */
function closingQuote(text: string, open: number): number {
	for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
		let before = at - 1;
		while (text.charCodeAt(before) === backslash) before -= 1;
		if ((at - before) % 2 === 1) return at;
	}
	return text.length;
}

const plus = 43;
const dash = 45;
const dot = 46;
const slash = 47;
const nine = 57;
const backslash = 92;
const upperE = 69;
const lowerE = 101;

function isDigitOrDot(code: number): boolean {
	return code <= nine && code >= dot && code !== slash;
}

function isNumberPart(code: number): boolean {
	return isDigitOrDot(code) || code === dash || code === plus || code === upperE || code === lowerE;
}
