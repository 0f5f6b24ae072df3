/**
 * Folding makes names comparable: lower case, without accents, every separator a blank. One code unit stays one code
 * unit, so that an offset in the folded text is an offset in the name.
 */

export const separator = 0x20;

/** One code unit, folded. */
export function foldCode(code: number): number {
	if (code < 0x80) return asciiFolds[code] ?? code;
	return foldOther(code);
}

export function foldText(text: string): string {
	let folded = "";
	for (let index = 0; index < text.length; index += 1) folded += String.fromCharCode(foldCode(text.charCodeAt(index)));
	return folded;
}

/** Letters and digits of any script: what words are made of. Takes a folded code. */
export function isWordCode(code: number): boolean {
	return code >= 0x80 || isDigit(code) || (code >= 0x61 && code <= 0x7a);
}

export function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** One of 32 bits for each folded code: a letter has its own, digits share five, all else shares one. */
export function codeBit(code: number): number {
	if (code >= 0x61 && code <= 0x7a) return 1 << (code - 0x61);
	return isDigit(code) ? 1 << (26 + (code % 5)) : 1 << 31;
}

/** One of 64 for two folded codes that follow one another. */
export function pairBit(first: number, second: number): number {
	return ((first * 0x9e35 + second * 0x6a3d) >>> 7) & 63;
}

/** Does a word start at the second of these two code units, as they stand in the name? Digits and case humps count. */
export function startsWord(before: number, code: number, after: number): boolean {
	const folded = foldCode(code);
	if (!isWordCode(folded)) return false;
	if (!isWordCode(foldCode(before)) || isDigit(before) !== isDigit(code)) return true;
	return isUpper(code) && (!isUpper(before) || isLower(after));
}

const asciiFolds = Uint16Array.from({ length: 0x80 }, (_, code) => {
	if (isUpper(code)) return code + 0x20;
	return code <= 0x20 || code === 0x2d || code === 0x5f ? separator : code;
});

function isUpper(code: number): boolean {
	return code >= 0x41 && code <= 0x5a;
}

function isLower(code: number): boolean {
	return code >= 0x61 && code <= 0x7a;
}

/** Latin letters lose their accent; what would become longer or lies in another block keeps its shape. */
function foldOther(code: number): number {
	if (code === 0xa0 || code === 0x2013) return separator;
	const lower = String.fromCharCode(code).toLowerCase();
	const base = lower.normalize("NFD").charCodeAt(0);
	if (base < 0x80) return foldCode(base);
	return lower.length === 1 ? lower.charCodeAt(0) : code;
}
