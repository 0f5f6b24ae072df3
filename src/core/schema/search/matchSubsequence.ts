import type { FoldedTexts, MatchedOffsets } from "./foldedTexts.ts";
import { grades } from "./grades.ts";

/** More pieces than this, or a wider gap between two, and the letters are there by chance. */
const mostPieces = 6;
const widestGap = 12;

/** All codes in their order, the first at the start of a word; of several such words the one with the shortest span. */
export function matchSubsequence(
	texts: FoldedTexts,
	start: number,
	end: number,
	wanted: Uint16Array,
	offsets: MatchedOffsets,
): number {
	const { codes, wordStarts } = texts;
	let shortest = Number.POSITIVE_INFINITY;
	let best = -1;
	for (let word = start; word < end; word += 1) {
		if (wordStarts[word] === 0 || codes[word] !== wanted[0]) continue;
		const span = spanFrom(codes, word, end, wanted);
		if (span >= shortest) continue;
		shortest = span;
		best = word;
	}
	if (best < 0) return grades.none;
	offsets.count = 0;
	for (let at = best; offsets.count < wanted.length; at += 1) {
		if (codes[at] === wanted[offsets.count]) offsets.values[offsets.count++] = at - start;
	}
	return shortest <= 2 * wanted.length ? grades.closeSubsequence : grades.wideSubsequence;
}

/** How many codes from that place on it takes to hold all wanted ones; infinitely many where they do not follow. */
function spanFrom(codes: Uint16Array, from: number, end: number, wanted: Uint16Array): number {
	let index = 1;
	let last = from;
	let pieces = 1;
	for (let at = from + 1; index < wanted.length; at += 1) {
		if (at >= end || at - last > widestGap) return Number.POSITIVE_INFINITY;
		if (codes[at] !== wanted[index]) continue;
		if (at > last + 1) pieces += 1;
		if (pieces > mostPieces) return Number.POSITIVE_INFINITY;
		last = at;
		index += 1;
	}
	return last + 1 - from;
}
