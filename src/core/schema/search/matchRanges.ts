import { grades } from "./grades.ts";
import type { Pattern } from "./pattern.ts";
import type { RowMatcher } from "./rowMatcher.ts";
import type { MatchRange } from "./searchHit.ts";
import { fieldCount } from "./searchIndex.ts";
import type { SearchQuery } from "./searchQuery.ts";

/**
 * What to highlight in each text of a row that a query matched: the whole query where it fits in one piece of text, else
 * each word. A text that a pattern fits worse than another text of the row is marked only where it fits in one piece.
 */
export function matchRanges(matcher: RowMatcher, query: SearchQuery, row: number): readonly (readonly MatchRange[])[] {
	const offsets: Set<number>[] = Array.from({ length: fieldCount }, () => new Set());
	const { whole, words } = query;
	const inOnePiece = matcher.gradeWhole(whole, row, grades.none);
	const asWords = matcher.gradeWords(query, row, grades.none);
	const patterns = words.length === 0 || inOnePiece < asWords ? [whole] : words;
	for (const pattern of patterns) addOffsets(matcher, pattern, row, offsets);
	return offsets.map(rangesOf);
}

function addOffsets(matcher: RowMatcher, pattern: Pattern, row: number, into: readonly Set<number>[]): void {
	const gradeAt = (field: number): number => matcher.gradeField(pattern, row * fieldCount + field);
	const best = Math.max(Math.min(...into.map((_, field) => gradeAt(field))), grades.substring);
	for (const [field, offsets] of into.entries()) {
		const grade = gradeAt(field);
		if (grade === grades.none || grade > best) continue;
		for (const offset of matcher.offsets.values.subarray(0, matcher.offsets.count)) offsets.add(offset);
	}
}

function rangesOf(offsets: ReadonlySet<number>): readonly MatchRange[] {
	const ranges: MatchRange[] = [];
	for (const offset of [...offsets].sort((left, right) => left - right)) {
		const last = ranges.at(-1);
		if (last?.end === offset) ranges[ranges.length - 1] = { start: last.start, end: offset + 1 };
		else ranges.push({ start: offset, end: offset + 1 });
	}
	return ranges;
}
