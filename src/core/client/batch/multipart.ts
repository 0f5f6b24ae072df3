/**
 * Multipart texts (RFC 2046), read as they come: lines end with CRLF or a bare LF, boundaries may be anything, text before
 * the first and after the last is passed over. Offsets are characters, so an inner Content-Length, which counts bytes, is
 * not looked at: parts end at their boundaries. Each function takes time in proportion to the text.
 */

/** The parts between the boundary lines; undefined where there is none, or the last is not closed. */
export function splitMultipart(text: string, boundary: string): readonly string[] | undefined {
	const delimiter = `--${boundary}`;
	const parts: string[] = [];
	let start = -1;
	for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length)) {
		if (at > 0 && text[at - 1] !== "\n") continue;
		const lineEnd = endOfLine(text, at);
		const rest = text.slice(at + delimiter.length, lineEnd).trimEnd();
		// Another boundary may begin with this one.
		if (rest !== "" && rest !== "--") continue;
		if (start >= 0) parts.push(text.slice(start, Math.max(start, beforeLineBreak(text, at))));
		if (rest === "--") return start < 0 ? undefined : parts;
		start = Math.min(lineEnd + 1, text.length);
	}
	return undefined;
}

export interface HeadedText {
	/** Names in lower case; of a name that comes twice, the values with a comma between. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** Header lines up to the first empty one, and what follows it; undefined where a line is no header. */
export function splitHeaders(text: string, from = 0): HeadedText | undefined {
	const headers = new Map<string, string>();
	let last = "";
	let at = from;
	while (at < text.length) {
		const lineEnd = endOfLine(text, at);
		const line = text.slice(at, lineEnd).trimEnd();
		at = lineEnd + 1;
		if (line === "") break;
		// A line that begins with a blank goes on with the header before.
		const isFolded = /^[ \t]/.test(line) && last !== "";
		const colon = line.indexOf(":");
		if (!isFolded && !isHeaderName(line.slice(0, Math.max(0, colon)))) return undefined;
		if (!isFolded) last = line.slice(0, colon).toLowerCase();
		const value = isFolded ? line.trim() : line.slice(colon + 1).trim();
		const before = headers.get(last);
		headers.set(last, before === undefined ? value : `${before}${isFolded ? " " : ", "}${value}`);
	}
	return { headers: Object.fromEntries(headers), body: text.slice(at) };
}

/** The boundary of a `multipart/mixed` content type; undefined for any other type, or without one. */
export function boundaryOf(contentType: string | undefined): string | undefined {
	if (contentType === undefined || !/^\s*multipart\/mixed\s*(?:;|$)/i.test(contentType)) return undefined;
	const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? [];
	return quoted ?? plain;
}

export function isHeaderName(text: string): boolean {
	return /^[!#$%&'*+.^_`|~\w-]+$/.test(text);
}

/** Offset of the line feed that ends the line, or the end of the text. */
export function endOfLine(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}

/** The line break before a boundary belongs to the boundary. */
function beforeLineBreak(text: string, at: number): number {
	if (text[at - 1] !== "\n") return at;
	return text[at - 2] === "\r" ? at - 2 : at - 1;
}
