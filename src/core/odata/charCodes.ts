/** Classes of characters for the scanner: one look into a table for ASCII, a slow way for the rest of Unicode. */

const nameStart = 1;
const nameFollow = 2;
const digit = 4;
const hex = 8;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
	const character = String.fromCharCode(code);
	if (/[A-Za-z_]/.test(character)) classes[code] = nameStart | nameFollow;
	if (/[0-9]/.test(character)) classes[code] = nameFollow | digit;
	if (/[0-9A-Fa-f]/.test(character)) classes[code] = (classes[code] ?? 0) | hex;
}

/** OData Part 2 takes identifiers from CSDL, which allows letters of any script. A surrogate counts as a letter. */
const otherStart = /[\p{L}\p{Nl}\uD800-\uDFFF]/u;
const otherFollow = /[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}\uD800-\uDFFF]/u;

function inClass(code: number, mask: number): boolean {
	return ((classes[code] ?? 0) & mask) !== 0;
}

export function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
	return inClass(code, hex);
}

/** A letter or `_`. -1, the end of the text, is none. */
export function isNameStart(code: number): boolean {
	return code < 128 ? inClass(code, nameStart) : otherStart.test(String.fromCharCode(code));
}

/** A letter, a digit or `_`. */
export function isNameFollow(code: number): boolean {
	return code < 128 ? inClass(code, nameFollow) : otherFollow.test(String.fromCharCode(code));
}

export function isBlank(code: number): boolean {
	return code === 32 || code === 9;
}

/** Where a run of letters, digits and `_` ends, from `start` on and before `limit`. */
export function skipNameFollow(text: string, start: number, limit: number): number {
	let end = start;
	for (; end < limit; end += 1) {
		const code = text.charCodeAt(end);
		if (code < 128 ? ((classes[code] ?? 0) & nameFollow) === 0 : !isNameFollow(code)) break;
	}
	return end;
}

/** The number that a hexadecimal digit stands for; -1 for anything else. */
export function hexValue(code: number): number {
	if (code >= 48 && code <= 57) return code - 48;
	const lower = code | 32;
	return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** The code of each character that has a meaning of its own, by what it is called. */
export const charCode = {
	tab: 9,
	blank: 32,
	doubleQuote: 34,
	hash: 35,
	dollar: 36,
	percent: 37,
	ampersand: 38,
	quote: 39,
	open: 40,
	close: 41,
	star: 42,
	plus: 43,
	comma: 44,
	minus: 45,
	dot: 46,
	slash: 47,
	zero: 48,
	colon: 58,
	semicolon: 59,
	equals: 61,
	question: 63,
	at: 64,
	openBracket: 91,
	backslash: 92,
	closeBracket: 93,
	openBrace: 123,
	closeBrace: 125,
} as const;
