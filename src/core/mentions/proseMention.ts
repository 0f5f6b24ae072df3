import { languageOfFence } from "./languageRules.ts";
import type { Span } from "./wordAt.ts";

/** A block of code between two fences of a Markdown text. */
export interface Fence {
	readonly info: string;
	readonly start: number;
	readonly end: number;
}

/** The fenced block in which the offset stands. A fence line with a language always opens one. */
export function fenceAt(text: string, offset: number): Fence | undefined {
	let open: { info: string; start: number } | undefined;
	for (const match of text.matchAll(/^[ \t]*(?:```+|~~~+)[ \t]*([\w#+-]*)[^\n]*$/gm)) {
		if (match.index > offset) {
			return open === undefined ? undefined : { ...open, end: match.index };
		}
		const info = match[1] ?? "";
		open = open !== undefined && info === "" ? undefined : { info, start: match.index + match[0].length + 1 };
	}
	return open === undefined || offset < open.start ? undefined : { ...open, end: text.length };
}

export function fenceFamily(info: string): ReturnType<typeof languageOfFence> {
	return languageOfFence(info);
}

/** The line of the word, with the lines before that it goes on from: those that "?" and "&" begin belong to one request. */
export function requestLines(text: string, word: Span): { readonly text: string; readonly word: Span } {
	let start = text.lastIndexOf("\n", word.start - 1) + 1;
	while (start > 0 && /^[ \t]*[?&]/.test(text.slice(start, start + 40))) {
		start = text.lastIndexOf("\n", start - 2) + 1;
	}
	const until = text.indexOf("\n", word.end);
	const lines = text.slice(start, until < 0 ? text.length : until).replaceAll("\n", " ");
	return { text: lines, word: { start: word.start - start, end: word.end - start, text: word.text } };
}
