import { BestRows, type GradedRow } from "./bestRows.ts";
import { grades } from "./grades.ts";
import { type RowMatcher, slipMark } from "./rowMatcher.ts";
import { hashOf, type SearchIndex } from "./searchIndex.ts";
import type { SearchQuery } from "./searchQuery.ts";
import { slipHeadTest } from "./slipHeads.ts";

/** All rows that the query before found: a longer query need not look elsewhere. */
interface Narrowed {
	readonly folded: string;
	readonly kinds: string;
	readonly rows: readonly number[];
}

/** The mark of a row that was found already; the bits below it are slip marks. */
const found = 0x80;

/** Finds the best rows of an index, and remembers the last query for the keystroke that follows. */
export class SchemaScan {
	readonly #index: SearchIndex;
	readonly #matcher: RowMatcher;
	/** For each row. */
	readonly #marks: Uint8Array;
	#narrowed: Narrowed | undefined;

	constructor(index: SearchIndex, matcher: RowMatcher) {
		this.#index = index;
		this.#matcher = matcher;
		this.#marks = new Uint8Array(index.rowCount);
	}

	/** `kinds`: for each kind number whether it is wanted. */
	find(query: SearchQuery, kinds: readonly boolean[], limit: number): readonly GradedRow[] {
		// Where no text is just what was typed, the scan need not go on for one once there are enough that begin with it.
		const isSomeText = this.#index.textHashes.has(hashOf(query.whole.codes, 0, query.whole.codes.length));
		const best = new BestRows(limit, grades.none, isSomeText ? grades.exact : grades.prefix);
		const wanted = kinds.join();
		const before = this.#narrowed;
		if (before?.kinds === wanted && query.folded.startsWith(before.folded)) {
			this.findAmong(before.rows, query, best);
		} else {
			this.#narrowed = undefined;
			this.#findEverywhere(query, kinds, best);
		}
		const rows = best.rows();
		// Below the limit nothing was passed over, so these are all there are.
		if (query.canNarrow && rows.length < limit) {
			const all = rows.map(({ row }) => row).sort((left, right) => left - right);
			this.#narrowed = { folded: query.folded, kinds: wanted, rows: all };
		}
		return rows;
	}

	/** The rows must rise. */
	findAmong(rows: readonly number[], query: SearchQuery, best: BestRows): void {
		for (const row of rows) {
			if (best.below === 0) return;
			const grade = this.#matcher.grade(query, row, best.below);
			if (grade !== grades.none) best.add(row, grade);
		}
	}

	/** Close matches among the rows of one kind, by its number in `searchKinds`. */
	findClose(kind: number, query: SearchQuery, best: BestRows): void {
		const end = this.#index.kindStarts[kind + 1] ?? 0;
		let row = this.#index.kindStarts[kind] ?? 0;
		while (best.below > 0) {
			row = this.#matcher.nextClose(query, row, end, best.below);
			if (row >= end) return;
			const grade = this.#matcher.gradeClose(query, row, best.below);
			if (grade !== grades.none) best.add(row, grade);
			row += 1;
		}
	}

	/** Step by step over all rows, because a later step is needed only where the earlier ones found too little. */
	#findEverywhere(query: SearchQuery, kinds: readonly boolean[], best: BestRows): void {
		for (const [kind, wanted] of kinds.entries()) if (wanted) this.findClose(kind, query, best);
		if (best.below <= grades.typoInWord) return;
		this.#marks.fill(0);
		this.#markSlips(query);
		for (const { row } of best.rows()) this.#marks[row] = found;
		for (const [kind, wanted] of kinds.entries()) if (wanted) this.#findTypos(kind, query, best);
		if (!query.whole.scattered) return;
		for (const [kind, wanted] of kinds.entries()) if (wanted) this.#findScattered(kind, query, best);
	}

	#findTypos(kind: number, query: SearchQuery, best: BestRows): void {
		const end = this.#index.kindStarts[kind + 1] ?? 0;
		for (let row = this.#index.kindStarts[kind] ?? 0; row < end && best.below > grades.typoInWord; row += 1) {
			const marks = this.#marks[row] ?? 0;
			if (marks === 0 || marks === found) continue;
			const grade = this.#matcher.gradeTypo(query, row, marks);
			if (grade === grades.none) continue;
			this.#marks[row] = found;
			if (grade < best.below) best.add(row, grade);
		}
	}

	#findScattered(kind: number, query: SearchQuery, best: BestRows): void {
		const end = this.#index.kindStarts[kind + 1] ?? 0;
		let row = this.#index.kindStarts[kind] ?? 0;
		while (best.below > grades.closeSubsequence) {
			row = this.#matcher.nextScattered(query.whole, row, end);
			if (row >= end) return;
			const grade = this.#marks[row] === found ? grades.none : this.#matcher.gradeScattered(query, row);
			if (grade < best.below) best.add(row, grade);
			row += 1;
		}
	}

	/** Marks the rows where a word begins like one of the query, give or take a slip. */
	#markSlips({ whole, words }: SearchQuery): void {
		const { heads, rowStarts, rows } = this.#index.wordHeads;
		for (const [word, { codes, typos }] of (words.length === 0 ? [whole] : words).entries()) {
			if (!typos) continue;
			const mark = slipMark(word);
			const mayBe = slipHeadTest(codes);
			for (let head = 0; head < heads.length; head += 1) {
				if (!mayBe(heads[head] ?? 0)) continue;
				const end = rowStarts[head + 1] ?? 0;
				for (let index = rowStarts[head] ?? 0; index < end; index += 1) {
					const row = rows[index] ?? 0;
					this.#marks[row] = (this.#marks[row] ?? 0) | mark;
				}
			}
		}
	}
}
