import type { LineScanner } from "./lineScanner.ts";

const usualHeader = "|Property|Value|";
const bar = 124;
const blank = 32;
const dash = 45;

/** A table row cut once: its first cell and all that stands behind it, both without the bars around them. */
export interface TableRow {
	readonly first: string;
	/** May hold bars: whether a text can hold one is not known, so only the first bar of a row separates for certain. */
	readonly rest: string;
}

/** Cuts the scanner's current line; undefined where the row has no second cell or no bar at its end. */
export function cutRow({ text, start, end }: LineScanner): TableRow | undefined {
	let last = end - 1;
	while (last > start && text.charCodeAt(last) === blank) last--;
	if (text.charCodeAt(last) !== bar) return undefined;
	const middle = text.indexOf("|", start + 1);
	if (middle < 0 || middle >= last) return undefined;
	return { first: text.slice(start + 1, middle), rest: text.slice(middle + 1, last) };
}

/** True for the line under a table's header: bars, dashes, blanks and colons, and at least one dash. */
export function isSeparator({ text, start, end }: LineScanner): boolean {
	const second = text.charCodeAt(start + 1);
	if (second !== dash && second !== blank) return false;
	let dashes = 0;
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === dash) dashes++;
		else if (code !== bar && code !== blank && code !== 58) return false;
	}
	return dashes > 0;
}

/** The cells of a header row, trimmed and in lower case, joined by bars: the key by which tables are known. */
export function headerKey({ text, start, end }: LineScanner): string {
	if (end - start === usualHeader.length && text.startsWith(usualHeader, start)) return "property|value";
	// A header is short; a long line is none, and must not be taken apart.
	if (end - start > 200) return "";
	const cells = text.slice(start, end).trimEnd().split("|").slice(1);
	if (cells.at(-1) === "") cells.pop();
	return cells.map((cell) => cell.trim().toLowerCase()).join("|");
}
