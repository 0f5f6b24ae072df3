import type { FoldedTexts, MatchedOffsets } from "./foldedTexts.ts";

/** How often a match may turn back in one text: more than any real name needs, little for "a_a_a_a_a_a". */
const mostSteps = 300;

/**
 * Each wanted code follows the code matched before it or starts the very next word: "accnum" in "account_number". The
 * first one starts the text, or its second word where the first is a publisher's prefix. A match that skips words is
 * chance more often than meant ("acount" in "address1_county"): that is left to the subsequences, which rank below a
 * slip. Prefers long runs and gives up after many steps; a subsequence is then found all the same.
 */
export function matchWordByWord(
	texts: FoldedTexts,
	start: number,
	end: number,
	wanted: Uint16Array,
	offsets: MatchedOffsets,
): boolean {
	const { codes, wordStarts } = texts;
	const firstWord = start;
	let steps = 0;
	// Offsets are written on the way back, so a failure leaves those of an earlier match as they are.
	const matchFrom = (index: number, at: number): boolean => {
		if (index === wanted.length) return true;
		const code = wanted[index];
		for (let next = at; next < end; next += 1) {
			const startsWord = wordStarts[next] !== 0;
			if (codes[next] === code && (startsWord || (next === at && index > 0))) {
				steps += 1;
				if (steps > mostSteps) return false;
				if (matchFrom(index + 1, next + 1)) {
					offsets.values[index] = next - start;
					return true;
				}
			}
			// The word that starts here would be skipped.
			if (startsWord && next > firstWord) return false;
		}
		return false;
	};
	if (!matchFrom(0, start)) return false;
	offsets.count = wanted.length;
	return true;
}
