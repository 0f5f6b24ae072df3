/** A Markdown link. */
export interface Link {
	readonly text: string;
	readonly target: string;
}

/** Reads `[text](target)` that begins at an offset; `end` is the offset behind it. */
export function readLink(line: string, start: number): (Link & { readonly end: number }) | undefined {
	if (line.charCodeAt(start) !== 91) return undefined;
	const middle = line.indexOf("](", start);
	const end = middle < 0 ? -1 : line.indexOf(")", middle);
	if (end < 0) return undefined;
	return { text: line.slice(start + 1, middle), target: line.slice(middle + 2, end), end: end + 1 };
}

/** A line that is a lead-in and a link and nothing more. */
export function readLinkLine(line: string, leadIn: string): Link | undefined {
	if (!line.startsWith(leadIn)) return undefined;
	const link = readLink(line, leadIn.length);
	return link !== undefined && line.slice(link.end).trim() === "" ? link : undefined;
}
