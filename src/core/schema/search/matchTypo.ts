import { isWordCode } from "./foldText.ts";
import type { FoldedTexts, MatchedOffsets } from "./foldedTexts.ts";
import { grades } from "./grades.ts";

/**
 * The wanted text from the start of a word on, with one slip. A place where it fills whole words is better than one
 * where it is the beginning of a word. The slip's own code is not among the offsets; two swapped ones are.
 */
export function matchTypo(
	texts: FoldedTexts,
	start: number,
	end: number,
	wanted: Uint16Array,
	offsets: MatchedOffsets,
): number {
	const { codes, wordStarts } = texts;
	let best: number = grades.none;
	for (let word = start; word < end && best > grades.typoInWord; word += 1) {
		if (wordStarts[word] === 0 || end - word < wanted.length - 1) continue;
		// Without one of these more than one of the first two codes is wrong. (A missing first code is no slip: what was
		// typed is then a part of the word.)
		if (codes[word] !== wanted[0] && codes[word] !== wanted[1] && codes[word + 1] !== wanted[1]) continue;
		let same = 0;
		while (same < wanted.length && word + same < end && codes[word + same] === wanted[same]) same += 1;
		for (const slip of slips) {
			const typed = same + slip.typed;
			const meant = word + same + slip.meant;
			const stop = meant + wanted.length - typed;
			if (typed > wanted.length || stop > end) continue;
			if (slip.typed === 2 && !swapped(codes, word + same, wanted, same)) continue;
			if (!sameRest(codes, meant, wanted, typed)) continue;
			const grade = endsWord(texts, stop, end) ? grades.typoInWord : grades.typoInPrefix;
			if (grade >= best) continue;
			best = grade;
			mark(offsets, word - start, wanted.length, same, slip);
		}
	}
	return best;
}

/** How many codes were typed in place of how many that were meant. Swapped ones first: they explain more than a wrong one. */
const slips = [
	{ typed: 2, meant: 2 },
	{ typed: 1, meant: 1 },
	{ typed: 0, meant: 1 },
	{ typed: 1, meant: 0 },
] as const;

type Slip = (typeof slips)[number];

function mark(offsets: MatchedOffsets, first: number, length: number, same: number, { typed, meant }: Slip): void {
	offsets.setRun(first, length);
	if (typed === 1 && meant === 1) offsets.drop(same);
	if (typed === 0) offsets.skipFrom(same);
	if (meant === 0) offsets.drop(length - 1);
}

function sameRest(codes: Uint16Array, at: number, wanted: Uint16Array, from: number): boolean {
	for (let index = from; index < wanted.length; index += 1)
		if (codes[at + index - from] !== wanted[index]) return false;
	return true;
}

function swapped(codes: Uint16Array, at: number, wanted: Uint16Array, index: number): boolean {
	return codes[at] === wanted[index + 1] && codes[at + 1] === wanted[index];
}

function endsWord({ codes, wordStarts }: FoldedTexts, at: number, end: number): boolean {
	return at === end || wordStarts[at] === 1 || !isWordCode(codes[at] ?? 0);
}
