import { foldText, isWordCode } from "./foldText.ts";
import { type Pattern, patternOf } from "./pattern.ts";

/** What was typed, as patterns. */
export interface SearchQuery {
	/** Folded, one blank between words, none at the ends. */
	readonly folded: string;
	readonly whole: Pattern;
	/** Each word by itself, longest first; empty where the whole is one word. */
	readonly words: readonly Pattern[];
	/** What every row that is found must hold, slips apart; see `Pattern`. */
	readonly codeBits: number;
	/** Every later text that begins with this one finds only what this one finds. */
	readonly canNarrow: boolean;
}

/** Longer than any name; what is typed beyond it is not looked at. */
const longestText = 200;

/** Undefined for a text without a letter or digit. */
export function searchQueryOf(text: string): SearchQuery | undefined {
	const typed = text.slice(0, longestText).trim();
	// A lookup column as the Web API names it in data: `_primarycontactid_value`.
	const column = /^_(\w+)_value$/i.exec(typed)?.[1] ?? typed;
	const folded = foldText(column).replace(/ +/g, " ").trim();
	const words = folded.split(" ").filter(hasWordCode);
	if (words.length === 0) return undefined;
	const whole = patternOf(folded);
	const patterns = words.length === 1 && words[0] === folded ? [] : words.sort(longestFirst).map(patternOf);
	const last = patternOf(folded.slice(folded.lastIndexOf(" ") + 1));
	return {
		folded,
		whole,
		words: patterns,
		codeBits: patterns.length === 0 ? whole.codeBits : patterns.reduce((bits, word) => bits | word.codeBits, 0),
		// Short words and numbers forgive nothing, and one more letter would let in what they shut out.
		canNarrow: last.typos,
	};
}

function hasWordCode(word: string): boolean {
	for (let index = 0; index < word.length; index += 1) if (isWordCode(word.charCodeAt(index))) return true;
	return false;
}

function longestFirst(left: string, right: string): number {
	return right.length - left.length;
}
