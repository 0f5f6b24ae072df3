import { MatchedOffsets } from "./foldedTexts.ts";
import { grades } from "./grades.ts";
import { matchSubsequence } from "./matchSubsequence.ts";
import { matchTypo } from "./matchTypo.ts";
import { matchUnbroken } from "./matchUnbroken.ts";
import { matchWordByWord } from "./matchWordByWord.ts";
import type { Pattern } from "./pattern.ts";
import { fieldCount, type SearchIndex } from "./searchIndex.ts";
import type { SearchQuery } from "./searchQuery.ts";

/**
 * Grades rows of one index against queries, in three steps of rising cost: close (exact to substring), typo, and
 * scattered (subsequence). A row has the grade of the first step that it passes. Each step tells most rows by their bits.
 */
export class RowMatcher {
	/** Where the field that was graded last matched. */
	readonly offsets = new MatchedOffsets();
	readonly #index: SearchIndex;

	constructor(index: SearchIndex) {
		this.#index = index;
	}

	/** The grade of a row, or `grades.none` where it is not below `below`. */
	grade(query: SearchQuery, row: number, below: number): number {
		const close = this.gradeClose(query, row, below);
		if (close !== grades.none || below <= grades.typoInWord) return close;
		const typo = this.gradeTypo(query, row);
		if (typo !== grades.none) return typo < below ? typo : grades.none;
		const scattered = this.gradeScattered(query, row);
		return scattered < below ? scattered : grades.none;
	}

	/** The next row, `from` or later, whose bits let it match closely with a grade below `below`; `end` where none does. */
	nextClose({ whole, words, codeBits: wanted }: SearchQuery, from: number, end: number, below: number): number {
		const { codeBits } = this.#index;
		if (words.length === 0 || below <= grades.words) return this.#nextInOnePiece(whole, from, end, below);
		for (let row = from; row < end; row += 1)
			if ((wanted & ~(codeBits[row] ?? 0)) === 0 && this.#mayHoldAll(words, row)) return row;
		return end;
	}

	#nextInOnePiece(pattern: Pattern, from: number, end: number, below: number): number {
		const { codeBits, lowPairs, highPairs } = this.#index;
		// A prefix stands at the start of a text, and what is better than a substring at that of a word.
		const startBits = below <= grades.wordStart ? this.#index.firstBits : this.#index.startBits;
		const { codeBits: codes, lowPairs: low, highPairs: high } = pattern;
		const first = pattern.bitAt[0] ?? 0;
		const anchor = below <= grades.substring ? first : 0;
		const mayGoByWord = pattern.scattered && below > grades.acronym;
		// Most rows end here: a call for each would take longer than all that the others need.
		for (let row = from; row < end; row += 1) {
			const starts = startBits[row] ?? 0;
			if (((codes & ~(codeBits[row] ?? 0)) | (anchor & ~starts)) !== 0) continue;
			const rowLow = lowPairs[row] ?? 0;
			const rowHigh = highPairs[row] ?? 0;
			if (((low & ~rowLow) | (high & ~rowHigh)) === 0) return row;
			if (mayGoByWord && (starts & first) !== 0 && mayGoWordByWord(pattern, starts, rowLow, rowHigh)) return row;
		}
		return end;
	}

	#mayHoldAll(words: readonly Pattern[], row: number): boolean {
		const starts = this.#index.startBits[row] ?? 0;
		const low = this.#index.lowPairs[row] ?? 0;
		const high = this.#index.highPairs[row] ?? 0;
		for (const word of words) {
			if (((word.lowPairs & ~low) | (word.highPairs & ~high)) === 0) continue;
			const anchored = (starts & (word.bitAt[0] ?? 0)) !== 0;
			if (!anchored || !word.scattered || !mayGoWordByWord(word, starts, low, high)) return false;
		}
		return true;
	}

	/** The next row, `from` or later, whose bits let it hold the whole pattern as a subsequence; `end` where none does. */
	nextScattered({ codeBits: wanted, bitAt }: Pattern, from: number, end: number): number {
		const { codeBits, startBits } = this.#index;
		const first = bitAt[0] ?? 0;
		for (let row = from; row < end; row += 1)
			if (((wanted & ~(codeBits[row] ?? 0)) | (first & ~(startBits[row] ?? 0))) === 0) return row;
		return end;
	}

	/** In one piece, or letter by letter at word starts, or each word so; the best grade below `below`. */
	gradeClose(query: SearchQuery, row: number, below: number): number {
		const whole = this.gradeWhole(query.whole, row, below);
		return Math.min(whole, this.gradeWords(query, row, Math.min(whole, below)));
	}

	/** The grade of the word that fits worst. `grades.none` for a query of one word. */
	gradeWords({ words }: SearchQuery, row: number, below: number): number {
		if (words.length === 0 || below <= grades.words) return grades.none;
		let worst: number = grades.words;
		for (const word of words) {
			worst = Math.max(worst, this.gradeWhole(word, row, below));
			if (worst === grades.none) return grades.none;
		}
		return worst;
	}

	/**
	 * With a slip in one word. Asked only of rows that do not match closely. `marks`: the words of the query, as
	 * `slipMark`, that the row may have with a slip.
	 */
	gradeTypo({ whole, words }: SearchQuery, row: number, marks: number = allMarks): number {
		if (words.length === 0) return this.#typoInRow(whole, row);
		let grade: number = grades.none;
		for (let index = 0; index < words.length; index += 1) {
			const word = words[index] ?? whole;
			if (this.gradeWhole(word, row, grades.none) !== grades.none) continue;
			if (grade !== grades.none || (marks & slipMark(index)) === 0) return grades.none;
			grade = this.#typoInRow(word, row);
			if (grade === grades.none) return grades.none;
		}
		return grade;
	}

	/** As a subsequence. Asked only of rows that match neither closely nor with a slip. */
	gradeScattered({ whole, words }: SearchQuery, row: number): number {
		const { codeBits, startBits, fieldStarts } = this.#index;
		const lacking = (whole.codeBits & ~(codeBits[row] ?? 0)) | ((whole.bitAt[0] ?? 0) & ~(startBits[row] ?? 0));
		if (words.length > 0 || !whole.scattered || lacking !== 0) return grades.none;
		let best: number = grades.none;
		let start = fieldStarts[row * fieldCount] ?? 0;
		for (let field = 1; field <= fieldCount; field += 1) {
			const end = fieldStarts[row * fieldCount + field] ?? 0;
			best = Math.min(best, matchSubsequence(this.#index, start, end, whole.codes, this.offsets));
			start = end;
		}
		return best;
	}

	/** One pattern, closely, in the text of the row that it fits best. */
	gradeWhole(pattern: Pattern, row: number, below: number): number {
		const { codeBits, startBits, lowPairs, highPairs } = this.#index;
		if ((pattern.codeBits & ~(codeBits[row] ?? 0)) !== 0) return grades.none;
		const low = lowPairs[row] ?? 0;
		const high = highPairs[row] ?? 0;
		const starts = startBits[row] ?? 0;
		const anchored = (starts & (pattern.bitAt[0] ?? 0)) !== 0;
		const unbroken =
			(anchored || below > grades.substring) && ((pattern.lowPairs & ~low) | (pattern.highPairs & ~high)) === 0;
		const acronym =
			anchored && pattern.scattered && below > grades.acronym && mayGoWordByWord(pattern, starts, low, high);
		if (!unbroken && !acronym) return grades.none;
		let best = below;
		for (let field = row * fieldCount; field < (row + 1) * fieldCount; field += 1) {
			const grade = this.#closeInField(pattern, field, best, unbroken, acronym);
			if (grade < best) best = grade;
		}
		return best < below ? best : grades.none;
	}

	/** One pattern in one text, all steps; `offsets` tell where. */
	gradeField(pattern: Pattern, field: number): number {
		const close = this.#closeInField(pattern, field, grades.none, true, pattern.scattered);
		const start = this.#index.fieldStarts[field] ?? 0;
		const end = this.#index.fieldStarts[field + 1] ?? 0;
		if (close !== grades.none || !pattern.scattered) return close;
		const typo = pattern.typos ? matchTypo(this.#index, start, end, pattern.codes, this.offsets) : grades.none;
		return typo === grades.none ? matchSubsequence(this.#index, start, end, pattern.codes, this.offsets) : typo;
	}

	#closeInField(pattern: Pattern, field: number, below: number, mayBeUnbroken: boolean, mayBeAcronym: boolean): number {
		const start = this.#index.fieldStarts[field] ?? 0;
		const end = this.#index.fieldStarts[field + 1] ?? 0;
		if (start === end) return grades.none;
		const unbroken = mayBeUnbroken
			? matchUnbroken(this.#index, start, end, pattern.codes, below, this.offsets)
			: grades.none;
		if (unbroken <= grades.wordStart || below <= grades.acronym || !mayBeAcronym) return unbroken;
		return matchWordByWord(this.#index, start, end, pattern.codes, this.offsets) ? grades.acronym : unbroken;
	}

	#typoInRow(pattern: Pattern, row: number): number {
		const { codeBits, lowPairs, highPairs, fieldStarts } = this.#index;
		const lacking = pattern.codeBits & ~(codeBits[row] ?? 0);
		// A slip brings in at most one strange code and breaks at most three pairs.
		if (!pattern.typos || (lacking & (lacking - 1)) !== 0) return grades.none;
		const broken =
			bitCount(pattern.lowPairs & ~(lowPairs[row] ?? 0)) + bitCount(pattern.highPairs & ~(highPairs[row] ?? 0));
		if (broken > 3) return grades.none;
		let best: number = grades.none;
		let start = fieldStarts[row * fieldCount] ?? 0;
		for (let field = 1; field <= fieldCount; field += 1) {
			const end = fieldStarts[row * fieldCount + field] ?? 0;
			best = Math.min(best, matchTypo(this.#index, start, end, pattern.codes, this.offsets));
			start = end;
		}
		return best;
	}
}

/** One of seven bits for a word of a query by its number; words beyond the seventh share the last one. */
export function slipMark(word: number): number {
	return 1 << Math.min(word, 6);
}

const allMarks = 0x7f;

/** Each code behind the first starts some word of the row or stands behind its predecessor somewhere. */
function mayGoWordByWord(
	{ bitAt, lowPairAt, highPairAt }: Pattern,
	starts: number,
	low: number,
	high: number,
): boolean {
	for (let index = 1; index < bitAt.length; index += 1) {
		const found = (starts & (bitAt[index] ?? 0)) | (low & (lowPairAt[index] ?? 0)) | (high & (highPairAt[index] ?? 0));
		if (found === 0) return false;
	}
	return true;
}

function bitCount(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}
