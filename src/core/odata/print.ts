/**
 * Trees back to text. What was parsed and not changed is copied from its text byte for byte; what was made (places of
 * -1, see change.ts) is written anew. Who changes a node makes it and all its ancestors; a node with a place is taken to
 * be unchanged through and through.
 */
import type { Expression, Path, RequestUri, Span } from "./nodes.ts";
import { printExpression } from "./printExpression.ts";
import { printOption } from "./printOption.ts";
import { printSegments } from "./printExpression.ts";
import { kept, type PrintStyle, type Printing } from "./printText.ts";

export type { PrintStyle } from "./printText.ts";

/** A whole request. Options may have been changed, added, removed and moved. */
export function printRequest(uri: RequestUri, style: PrintStyle = "readable"): string {
	const printing: Printing = { source: uri.text, style, inPath: false };
	const { root, fragment } = uri;
	const parts = [root === undefined ? "" : uri.text.slice(root.start, root.end), printPath(uri.path, printing)];
	let last: Span = uri.path;
	for (const option of uri.options) {
		parts.push(between(uri.text, last, option, last === uri.path ? "?" : "&"), printOption(option, printing));
		last = option;
	}
	const end = fragment ?? { start: uri.text.length, end: uri.text.length };
	parts.push(between(uri.text, last, end, ""), uri.text.slice(end.start, end.end));
	return parts.join("");
}

/** What stood between two neighbours; the usual separator where they are no neighbours of the old text. */
function between(text: string, left: Span, right: Span, usual: string): string {
	if (left.start < 0 || right.start < left.end) return usual;
	const gap = text.slice(left.end, right.start);
	return /^[?&]*$/.test(gap) ? gap : usual;
}

function printPath(path: Path, printing: Printing): string {
	return kept(printing, path) ?? printSegments(path.segments, { ...printing, inPath: true });
}

/** One expression; `source` is the text that its unchanged parts stand in. */
export function printExpressionText(node: Expression, source: string, style: PrintStyle = "readable"): string {
	return printExpression(node, { source, style, inPath: false });
}
