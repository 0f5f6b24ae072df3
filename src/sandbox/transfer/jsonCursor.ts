/** Longest single value in characters: a row with a large attachment. */
const longestValue = 256 * 1024 * 1024;

/**
 * Walks through JSON that comes in pieces and holds only what it stands on, so that a file larger than memory can be
 * read. What is not JSON ends in `undefined` from `value`, never in an exception.
 */
export class JsonCursor {
	readonly #more: () => string | undefined;
	#text = "";
	#at = 0;
	/** Characters that were let go before `#text`. */
	#before = 0;

	/** @param more gives the next piece, undefined after the last. */
	constructor(more: () => string | undefined) {
		this.#more = more;
	}

	/** Characters from the beginning. */
	get offset(): number {
		return this.#before + this.#at;
	}

	/** The next character that is no white space; empty at the end. Does not go past it. */
	peek(): string {
		for (;;) {
			const character = this.#text[this.#at];
			if (character === undefined) {
				if (!this.#fetch()) return "";
			} else if (character === " " || character === "\n" || character === "\r" || character === "\t") this.#at += 1;
			else return character;
		}
	}

	/** Goes past that character where it comes next. */
	take(character: string): boolean {
		if (this.peek() !== character) return false;
		this.#at += 1;
		return true;
	}

	/** The whole value that comes next. */
	value(): { readonly value: unknown } | undefined {
		this.peek();
		const end = this.#endOfValue();
		if (end === undefined) return undefined;
		const text = this.#text.slice(this.#at, end);
		try {
			const value: unknown = JSON.parse(text);
			this.#at = end;
			return { value };
		} catch {
			return undefined;
		}
	}

	/** Where the value ends in `#text`, by its brackets and quotes alone. */
	#endOfValue(): number | undefined {
		let depth = 0;
		let inString = false;
		for (let at = this.#at; ; at++) {
			if (at >= this.#text.length) {
				const passed = at - this.#at;
				if (passed > longestValue) return undefined;
				if (!this.#fetch()) return depth === 0 && !inString && passed > 0 ? this.#at + passed : undefined;
				at = this.#at + passed;
			}
			const code = this.#text.charCodeAt(at);
			if (inString) {
				if (code === backslash) at += 1;
				else if (code === quote) {
					inString = false;
					if (depth === 0) return at + 1;
				}
			} else if (code === quote) inString = true;
			else if (code === openBrace || code === openBracket) depth += 1;
			else if (code === closeBrace || code === closeBracket) {
				if (depth === 0) return at;
				depth -= 1;
				if (depth === 0) return at + 1;
			} else if (depth === 0 && (code === comma || code <= blank)) return at;
		}
	}

	/** Appends the next piece and lets go of what lies behind. */
	#fetch(): boolean {
		let piece = this.#more();
		while (piece === "") piece = this.#more();
		if (piece === undefined) return false;
		this.#before += this.#at;
		this.#text = this.#text.slice(this.#at) + piece;
		this.#at = 0;
		return true;
	}
}

const blank = 32;
const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
