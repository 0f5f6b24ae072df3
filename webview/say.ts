import { english } from "../src/words/message.ts";

/** A sentence of a page in the reader's language, its holes filled. */
export type Say<Word extends string> = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

/** The words that came with the start of a page. A missing one shows its key, so that the mistake is seen. */
export function sayWith<Word extends string>(words: Readonly<Record<string, string>>): Say<Word> {
	return (word, values = {}) => english({ template: words[word] ?? word, values });
}
