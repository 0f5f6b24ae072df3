import type { FoldedTexts, MatchedOffsets } from "./foldedTexts.ts";
import { grades } from "./grades.ts";

/** Exact, prefix, word start or substring, in one piece; a word start before an earlier place within a word. */
export function matchUnbroken(
	{ codes, wordStarts }: FoldedTexts,
	start: number,
	end: number,
	wanted: Uint16Array,
	below: number,
	offsets: MatchedOffsets,
): number {
	const length = wanted.length;
	const last = end - length;
	if (last < start || (below <= grades.prefix && last > start)) return grades.none;
	if (holdsAt(codes, start, wanted)) {
		offsets.setRun(0, length);
		return last === start ? grades.exact : grades.prefix;
	}
	if (below <= grades.wordStart) return grades.none;
	const first = wanted[0];
	let within = -1;
	for (let at = start + 1; at <= last; at += 1) {
		if (codes[at] !== first || (wordStarts[at] === 0 && within >= 0) || !holdsAt(codes, at, wanted)) continue;
		if (wordStarts[at] === 1) {
			offsets.setRun(at - start, length);
			return grades.wordStart;
		}
		within = at;
	}
	if (within < 0) return grades.none;
	offsets.setRun(within - start, length);
	return grades.substring;
}

/** The text must be long enough. */
function holdsAt(codes: Uint16Array, at: number, wanted: Uint16Array): boolean {
	for (let index = 0; index < wanted.length; index += 1) if (codes[at + index] !== wanted[index]) return false;
	return true;
}
