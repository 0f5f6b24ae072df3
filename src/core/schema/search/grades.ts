import type { MatchClass } from "./searchHit.ts";

/**
 * How good a match is, 0 best. Finer than the classes people see: a slip in a whole word counts more than one in the
 * beginning of a word, letters close together more than scattered ones.
 */
export const grades = {
	exact: 0,
	prefix: 1,
	wordStart: 2,
	words: 3,
	acronym: 4,
	substring: 5,
	typoInWord: 6,
	typoInPrefix: 7,
	closeSubsequence: 8,
	wideSubsequence: 9,
	/** No match; also: any match is welcome, where a grade to stay below is asked for. */
	none: 10,
} as const;

const classes: readonly MatchClass[] = [
	"exact",
	"prefix",
	"wordStart",
	"words",
	"acronym",
	"substring",
	"typo",
	"typo",
	"subsequence",
	"subsequence",
];

export function matchClassOf(grade: number): MatchClass {
	return classes[grade] ?? "subsequence";
}
