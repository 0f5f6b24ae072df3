/** Where in a whole URL the service ends and its resources begin. `pos` is at the beginning of the URL. */
import { charCode, isDigit, isHexDigit, isNameFollow } from "./charCodes.ts";
import type { Span } from "./nodes.ts";
import type { Reader } from "./reader.ts";

/** The root of every Dataverse Web API. */
const dataverseRoot = /\/api\/data\/v\d+\.\d+(?:\/|$)/iy;

/** `https://host:port/` and the segments of the service; `pos` is behind it. Undefined for a URL that has no root. */
export function readServiceRoot(reader: Reader): Span | undefined {
	const start = reader.pos;
	const scheme = /^https?:/i.exec(reader.text.slice(start, start + 6));
	if (scheme === null && reader.peek() !== charCode.slash) return undefined;
	if (scheme !== null) readScheme(reader);
	const slash = reader.pos;
	if (!reader.ended && reader.peek() !== charCode.slash) reader.problem("expectedToken", slash, slash, "/");
	reader.take(charCode.slash);
	reader.pos = rootEnd(reader, slash);
	return { start: reader.at(start), end: reader.at(reader.pos) };
}

/** `https://` and the host, each problem where the URL leaves the grammar. */
export function readScheme(reader: Reader): void {
	const { text } = reader;
	const scheme = /^https?/i.exec(text.slice(reader.pos, reader.pos + 5))?.[0] ?? "";
	reader.pos += scheme.length;
	if (scheme === "") reader.problem("expectedToken", reader.pos, reader.pos, "https");
	for (const code of [charCode.colon, charCode.slash, charCode.slash]) if (!reader.expect(code)) return;
	readHost(reader);
	if (!reader.take(charCode.colon)) return;
	while (isDigit(reader.peek())) reader.pos += 1;
}

/** A name, or an address in brackets. */
function readHost(reader: Reader): void {
	const start = reader.pos;
	if (reader.take(charCode.openBracket)) {
		const future = (reader.peek() | 32) === 118;
		if (future) reader.pos += 1;
		while (isHostCharacter(reader.peek(), future)) reader.pos += 1;
		if (reader.pos === start + 1) reader.problem("expectedName", reader.pos, reader.pos);
		reader.expect(charCode.closeBracket);
		return;
	}
	while (isNameFollow(reader.peek()) || "-.~!$&'()*+,;=".includes(reader.text.charAt(reader.pos) || "/"))
		reader.pos += 1;
	if (reader.pos === start) reader.problem("expectedName", start, start);
}

function isHostCharacter(code: number, future: boolean): boolean {
	if (code === charCode.colon || code === charCode.dot || isHexDigit(code)) return true;
	return future && (isNameFollow(code) || code === charCode.minus);
}

/** A service elsewhere than Dataverse tells nothing about its length, so only what cannot be a resource is its root. */
function rootEnd(reader: Reader, slash: number): number {
	const { text, limit } = reader;
	for (let pos = slash; pos >= 0 && pos < limit; pos = text.indexOf("/", pos + 1)) {
		dataverseRoot.lastIndex = pos;
		if (dataverseRoot.test(text)) return Math.min(dataverseRoot.lastIndex, limit);
		const code = text.charCodeAt(pos + 1);
		if (code === charCode.dollar) return startsResource(text, pos + 1) ? pos + 1 : slash + 1;
	}
	// With a slash at the end there is no resource at all.
	return limit > slash && text.charCodeAt(limit - 1) === charCode.slash ? limit : Math.min(slash + 1, limit);
}

/** Segments that stand directly behind a root. */
function startsResource(text: string, pos: number): boolean {
	return ["$metadata", "$batch", "$entity", "$all", "$crossjoin"].some((name) => text.startsWith(name, pos));
}
