import { codeBit, isDigit, isWordCode, pairBit } from "./foldText.ts";

/** One folded text to look for, with what it takes to pass over most names without reading them. */
export interface Pattern {
	readonly codes: Uint16Array;
	/** As in `SearchIndex`: a row that lacks one of these bits cannot hold the pattern. */
	readonly codeBits: number;
	readonly lowPairs: number;
	readonly highPairs: number;
	/** For each code its own bit, and the bits of the pair that it ends. */
	readonly bitAt: Int32Array;
	readonly lowPairAt: Int32Array;
	readonly highPairAt: Int32Array;
	/** Acronym and subsequence are tried: not for a single letter, numbers, several words and what holds other signs. */
	readonly scattered: boolean;
	/** One slip is forgiven: in one word from four letters on, and not in numbers. */
	readonly typos: boolean;
}

/** The text must be folded and not empty. */
export function patternOf(folded: string): Pattern {
	const codes = Uint16Array.from({ length: folded.length }, (_, index) => folded.charCodeAt(index));
	const pairs = codes.map((code, index) => (index === 0 ? 64 : pairBit(codes[index - 1] ?? 0, code)));
	const bitAt = Int32Array.from(codes, codeBit);
	const lowPairAt = Int32Array.from(pairs, (pair) => (pair < 32 ? 1 << pair : 0));
	const highPairAt = Int32Array.from(pairs, (pair) => (pair >= 32 && pair < 64 ? 1 << (pair - 32) : 0));
	const oneWord = codes.every(isWordCode) && !codes.every(isDigit);
	return {
		codes,
		codeBits: union(bitAt),
		lowPairs: union(lowPairAt),
		highPairs: union(highPairAt),
		bitAt,
		lowPairAt,
		highPairAt,
		scattered: oneWord && codes.length > 1,
		typos: oneWord && codes.length > 3,
	};
}

function union(bits: Int32Array): number {
	return bits.reduce((all, bit) => all | bit, 0);
}
