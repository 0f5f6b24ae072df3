import type { SearchKind, SearchPlace } from "../catalog.ts";

/**
 * How a text fits a name, best first.
 * `words`: several words, each at the start of a word, in any order and in name and label together.
 * `acronym`: each letter starts a word or goes on in one ("accnum" in "Account Number").
 * `typo`: at the start of a word but for one letter that is wrong, missing or too many, or two that are swapped.
 */
export type MatchClass = "exact" | "prefix" | "wordStart" | "words" | "acronym" | "substring" | "typo" | "subsequence";

/** Offsets into the text as the schema has it: from `start` to before `end`. */
export interface MatchRange {
	readonly start: number;
	readonly end: number;
}

export interface SearchHit {
	/** Index into `entries()` of the source. */
	readonly entry: number;
	readonly kind: SearchKind;
	readonly name: string;
	readonly label?: string;
	readonly alias?: string;
	readonly placeCount: number;
	readonly matchClass: MatchClass;
	/** What to highlight, in order and without overlap; nothing anywhere where the text ends behind a table's dot. */
	readonly nameRanges: readonly MatchRange[];
	readonly labelRanges: readonly MatchRange[];
	readonly aliasRanges: readonly MatchRange[];
	/** The table that the text named ("account.name", "account name"): this hit means its place in that table. */
	readonly table?: string;
}

export interface SearchOptions {
	/** At most so many hits. */
	readonly limit: number;
	/** Only these; all where absent. */
	readonly kinds?: readonly SearchKind[];
}

/** Search over the names of one catalog. Its index is made at the first question. Nothing throws, whatever the text. */
export interface SchemaSearch {
	/** Best first. A text without a letter or digit finds nothing. */
	find(text: string, options: SearchOptions): readonly SearchHit[];
	/** At most `limit` places of a hit; of a hit with a `table`, the place there. */
	expand(hit: SearchHit, limit: number): readonly SearchPlace[];
}
