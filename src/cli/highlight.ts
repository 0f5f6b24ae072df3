import type { MatchRange } from "../core/schema/search/searchHit.ts";
import type { Style } from "./style.ts";

/** The text with its matched ranges (in order, without overlap) made strong. */
export function highlight(text: string, ranges: readonly MatchRange[], style: Style): string {
	let end = 0;
	let result = "";
	for (const range of ranges) {
		result += text.slice(end, range.start) + style.strong(text.slice(range.start, range.end));
		end = range.end;
	}
	return result + text.slice(end);
}
