import type { FoldedTexts, MatchedOffsets } from "./foldedTexts.ts";

/** How often a match may turn back in one text: more than any real name needs, little for "a_a_a_a_a_a". */
const mostSteps = 300;

/**
 * Each wanted code starts a word or follows the code matched before it: "accnum" in "account_number". Prefers long runs
 * and gives up after many steps; a subsequence is then found all the same.
 */
export function matchWordByWord(
	texts: FoldedTexts,
	start: number,
	end: number,
	wanted: Uint16Array,
	offsets: MatchedOffsets,
): boolean {
	const { codes, wordStarts } = texts;
	let steps = 0;
	// Offsets are written on the way back, so a failure leaves those of an earlier match as they are.
	const matchFrom = (index: number, at: number): boolean => {
		if (index === wanted.length) return true;
		const code = wanted[index];
		for (let next = at; next < end; next += 1) {
			if (codes[next] !== code || (wordStarts[next] === 0 && (next > at || index === 0))) continue;
			steps += 1;
			if (steps > mostSteps) return false;
			if (matchFrom(index + 1, next + 1)) {
				offsets.values[index] = next - start;
				return true;
			}
		}
		return false;
	};
	if (!matchFrom(0, start)) return false;
	offsets.count = wanted.length;
	return true;
}
