import { charCode } from "./charCodes.ts";
import type { EnumLiteral, GeoLiteral, StringLiteral, TextLiteral } from "./nodes.ts";
import type { Reader } from "./reader.ts";
import { scanGeo } from "./scanGeo.ts";
import { scanBase64, scanEnumMembers } from "./scanLiteral.ts";
import { scanDuration } from "./scanTemporal.ts";

/** `'O''Neil'`: `pos` is at the quote. Two quotes within stand for one. */
export function readString(reader: Reader): StringLiteral {
	const start = reader.pos;
	const { text, limit } = reader;
	let pos = start + 1;
	let doubled = false;
	let slash = -1;
	for (; pos < limit; pos += 1) {
		const code = text.charCodeAt(pos);
		if (code === charCode.quote) {
			if (reader.codeAt(pos + 1) !== charCode.quote) break;
			doubled = true;
			pos += 1;
		} else if (code === charCode.slash && slash < 0) slash = pos;
	}
	if (slash >= 0 && reader.inPath) flagSlash(reader, slash, pos);
	const inner = text.slice(start + 1, pos);
	const value = doubled ? inner.replaceAll("''", "'") : inner;
	closeQuote(reader, pos);
	return {
		kind: "literal",
		start: reader.at(start),
		end: reader.at(reader.pos),
		type: "string",
		value,
		doubleQuoted: false,
	};
}

function closeQuote(reader: Reader, pos: number): void {
	reader.pos = pos;
	if (reader.ended) reader.problem("unclosedString", pos, pos, "'");
	else reader.pos += 1;
}

/** In a path a plain slash ends a segment even within quotes (Part 2, "URL Parsing"). Reading goes on all the same. */
function flagSlash(reader: Reader, start: number, end: number): void {
	for (let index = start; index < end; index += 1) {
		if (reader.codeAt(index) !== charCode.slash || reader.isEncoded(index)) continue;
		reader.problem("unencodedCharacter", index, index + 1, "%2F");
		return;
	}
}

/** A word and a quoted text: `duration'P1D'`, `Sales.Pattern'Yellow'`. `wordEnd` is at the quote. */
export function readPrefixed(reader: Reader, wordEnd: number): TextLiteral | EnumLiteral | GeoLiteral {
	const start = reader.pos;
	const word = reader.text.slice(start, wordEnd);
	const inner = wordEnd + 1;
	const end = quoteEnd(reader, inner);
	const kind = word.toLowerCase();
	const value = reader.text.slice(inner, end);
	if (kind === "duration" || kind === "binary") {
		checkInner(reader, kind, kind === "duration" ? scanDuration(reader, inner) : scanBase64(reader, inner), end);
		closeQuote(reader, end);
		return { kind: "literal", start: reader.at(start), end: reader.at(reader.pos), type: kind, value };
	}
	if (kind === "geography" || kind === "geometry") {
		checkInner(reader, kind, scanGeo(reader, inner), end);
		closeQuote(reader, end);
		return { kind: "literal", start: reader.at(start), end: reader.at(reader.pos), type: kind, value };
	}
	// The name of an enumeration is qualified, so what is wrong here is that no dot follows.
	if (!word.includes(".")) reader.problem("unknownPrefix", wordEnd, wordEnd);
	else checkInner(reader, "enum", scanEnumMembers(reader, inner), end);
	closeQuote(reader, end);
	return { kind: "literal", start: reader.at(start), end: reader.at(reader.pos), type: "enum", typeName: word, value };
}

function quoteEnd(reader: Reader, start: number): number {
	let end = start;
	while (end < reader.limit && reader.text.charCodeAt(end) !== charCode.quote) end += 1;
	return end;
}

/** What a scanner found must reach to the quote. */
function checkInner(reader: Reader, type: string, scanned: number, end: number): void {
	if (scanned !== end) reader.problem("badLiteral", scanned < 0 ? ~scanned : scanned, end, type);
}

const escapes: Readonly<Record<string, string>> = {
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
	'"': '"',
	"/": "/",
	"\\": "\\",
};

/** A string of JSON: `pos` is at the double quote. Outside JSON OData has no such strings. */
export function readJsonString(reader: Reader): StringLiteral {
	const start = reader.pos;
	if (!reader.inJson) reader.problem("expectedExpression", start, start);
	const { text, limit } = reader;
	let value = "";
	let plain = start + 1;
	let pos = plain;
	for (; pos < limit && text.charCodeAt(pos) !== charCode.doubleQuote; pos += 1) {
		if (text.charCodeAt(pos) !== charCode.backslash) continue;
		value += text.slice(plain, pos);
		const end = escapeEnd(reader, pos);
		value +=
			end === pos + 6
				? String.fromCharCode(parseInt(text.slice(pos + 2, end), 16))
				: (escapes[text.charAt(pos + 1)] ?? "");
		plain = end;
		pos = end - 1;
	}
	value += text.slice(plain, pos);
	reader.pos = pos;
	if (reader.ended) reader.problem("unclosedString", pos, pos, '"');
	else reader.pos += 1;
	return {
		kind: "literal",
		start: reader.at(start),
		end: reader.at(reader.pos),
		type: "string",
		value,
		doubleQuoted: true,
	};
}

/** Where the escape that begins at the backslash ends. */
function escapeEnd(reader: Reader, start: number): number {
	const letter = reader.text.charAt(start + 1);
	if (letter === "u" && start + 6 <= reader.limit && isHex(reader.text.slice(start + 2, start + 6))) return start + 6;
	if (start + 1 < reader.limit && letter in escapes) return start + 2;
	reader.problem("badLiteral", start + 1, Math.min(start + 2, reader.limit), "string");
	return start + 1;
}

function isHex(text: string): boolean {
	return /^[0-9A-Fa-f]{4}$/.test(text);
}
