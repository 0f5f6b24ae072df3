import { batchMalformed } from "./batchRefusals.ts";

/**
 * Multipart bodies (RFC 2046) as strings of one character per byte ("latin1"), so that offsets are bytes and any bytes
 * survive. Lines end with CRLF or a bare LF.
 */
export interface Multipart {
	readonly parts: readonly string[];
	/** What follows the closing boundary, its own line break included. */
	readonly tail: string;
}

/** Cuts a body at its boundary lines. The text before the first one is passed over. */
export function splitMultipart(text: string, boundary: string): Multipart {
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
		if (rest === "--") {
			if (start < 0) throw batchMalformed("noParts");
			return { parts, tail: text.slice(at + delimiter.length + rest.length) };
		}
		start = Math.min(lineEnd + 1, text.length);
	}
	throw batchMalformed(start < 0 ? "noParts" : "notClosed");
}

/** Header lines up to the first empty line, names in lower case, and what follows it. */
export interface HeadedText {
	readonly headers: ReadonlyMap<string, string>;
	readonly body: string;
}

export function splitHeaders(text: string, from = 0): HeadedText {
	const headers = new Map<string, string>();
	let position = from;
	while (position < text.length) {
		const end = endOfLine(text, position);
		const line = text.slice(position, end).trimEnd();
		position = end + 1;
		if (line === "") break;
		const colon = line.indexOf(":");
		const name = line.slice(0, Math.max(colon, 0)).trim();
		if (name === "" || /\s/.test(name)) throw batchMalformed("badHeader");
		headers.set(name.toLowerCase(), line.slice(colon + 1).trim());
	}
	return { headers, body: text.slice(position) };
}

/** The boundary of a `multipart/mixed` content type; undefined for any other type, or without one. */
export function boundaryOf(contentType: string | undefined): string | undefined {
	if (contentType === undefined || !/^\s*multipart\/mixed\s*(?:;|$)/i.test(contentType)) return undefined;
	const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? [];
	return quoted ?? plain;
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
