import { charCode, hexValue } from "./charCodes.ts";
import { OffsetMap } from "./offsetMap.ts";
import { mostProblems, type Problem, type ProblemCode } from "./problem.ts";

/** Text without percent-encoding, and where each of its characters came from. */
export interface DecodedText {
	readonly text: string;
	/** Absent where nothing was encoded, so that offsets are the same. */
	readonly offsets?: OffsetMap;
	readonly problems: readonly Problem[];
}

/**
 * Decodes all percent-encoding of a text at once. OData (Part 2, "URL Parsing") reads a URL after decoding, so that `%27`
 * is a quote and `%2C` a comma; what must not be encoded (`&` between options, `/` between segments) shows in the
 * offsets: an encoded character is wider than one.
 */
export function decodePercent(text: string): DecodedText {
	const first = text.indexOf("%");
	return first < 0 ? { text, problems: none } : new Decoding(text).run(first);
}

const none: readonly Problem[] = [];

class Decoding {
	readonly #text: string;
	readonly #offsets = new OffsetMap();
	readonly #problems: Problem[] = [];
	#decoded = "";

	constructor(text: string) {
		this.#text = text;
	}

	run(first: number): DecodedText {
		const text = this.#text;
		let plain = 0;
		let percent = first;
		while (percent >= 0) {
			this.#decoded += text.slice(plain, percent);
			plain = this.#sequence(percent);
			percent = text.indexOf("%", plain);
		}
		this.#decoded += text.slice(plain);
		return { text: this.#decoded, offsets: this.#offsets, problems: this.#problems };
	}

	/** One encoded character from its `%` on; returns where it ends. */
	#sequence(start: number): number {
		const lead = this.#byteAt(start);
		if (lead < 0) {
			this.#problem("unencodedPercent", start, start + 1);
			this.#decoded += "%";
			return start + 1;
		}
		if (lead < 0x80) {
			this.#add(String.fromCharCode(lead), start, start + 3);
			return start + 3;
		}
		const count = lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
		let point = lead & (count === 3 ? 0x07 : count === 2 ? 0x0f : 0x1f);
		for (let follow = 1; follow <= count; follow += 1) {
			const byte = this.#byteAt(start + 3 * follow);
			if (byte < 0x80 || byte > 0xbf) return this.#replaced(start);
			point = (point << 6) | (byte & 0x3f);
		}
		if (count === 0 || lead > 0xf4 || !isEncodable(point, count)) return this.#replaced(start);
		const end = start + 3 * (count + 1);
		this.#add(String.fromCodePoint(point), start, end);
		return end;
	}

	/** Bytes that are no UTF-8 become U+FFFD, one for each, as everywhere on the web. */
	#replaced(start: number): number {
		this.#problem("badPercentEncoding", start, start + 3);
		this.#add("\ufffd", start, start + 3);
		return start + 3;
	}

	/** A character of the decoded text that stands for everything between the two places of the text as given. */
	#add(character: string, start: number, end: number): void {
		// A character beyond the first plane takes two units, which both begin where it begins.
		if (character.length > 1) this.#offsets.add(this.#decoded.length + 1, start - this.#decoded.length - 1);
		this.#decoded += character;
		this.#offsets.add(this.#decoded.length, end - this.#decoded.length);
	}

	#problem(code: ProblemCode, start: number, end: number): void {
		if (this.#problems.length < mostProblems) this.#problems.push({ code, start, end });
	}

	/** The byte that `%XX` at that place stands for; -1 where there is none. */
	#byteAt(index: number): number {
		if (this.#text.charCodeAt(index) !== charCode.percent) return -1;
		const high = hexValue(this.#text.charCodeAt(index + 1));
		const low = hexValue(this.#text.charCodeAt(index + 2));
		return high < 0 || low < 0 ? -1 : high * 16 + low;
	}
}

/** Neither a surrogate nor longer than needed nor beyond Unicode. */
function isEncodable(point: number, followers: number): boolean {
	if (followers === 3) return point >= 0x10000 && point <= 0x10ffff;
	if (followers === 2) return point >= 0x800 && (point < 0xd800 || point > 0xdfff);
	return true;
}
