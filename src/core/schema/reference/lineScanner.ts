/** What a line of a reference page looks like by its first characters. */
export type LineKind = "blank" | "heading" | "row" | "bullet" | "quote" | "fence" | "text";

const carriageReturn = 13;
const hash = 35;
const dash = 45;
const greater = 62;
const bar = 124;

/** True for the characters that may stand in a line that counts as blank. */
function isBlank(code: number): boolean {
	return code === 32 || code === 9 || code === carriageReturn;
}

/**
 * Goes through a page line by line and copies nothing: a line is a pair of offsets into the text until somebody asks
 * for its words. Reads LF and CRLF and skips a byte order mark. Every character is looked at a fixed number of times.
 */
export class LineScanner {
	readonly text: string;
	#kind: LineKind = "blank";
	#number = 0;
	#start = 0;
	#end = 0;
	#next: number;

	constructor(text: string) {
		this.text = text;
		this.#next = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	}

	/** Steps to the next line; false at the end of the text. A text that ends in a line break has no line after it. */
	next(): boolean {
		const { text } = this;
		if (this.#next >= text.length) return false;
		const breakAt = text.indexOf("\n", this.#next);
		this.#start = this.#next;
		this.#end = breakAt < 0 ? text.length : breakAt;
		this.#next = this.#end + 1;
		if (this.#end > this.#start && text.charCodeAt(this.#end - 1) === carriageReturn) this.#end--;
		this.#number++;
		this.#kind = this.#classify();
		return true;
	}

	get kind(): LineKind {
		return this.#kind;
	}

	/** Counted from 1, as editors do. */
	get number(): number {
		return this.#number;
	}

	get start(): number {
		return this.#start;
	}

	/** Offset after the last character, line break not included. */
	get end(): number {
		return this.#end;
	}

	get line(): string {
		return this.text.slice(this.#start, this.#end);
	}

	#classify(): LineKind {
		const { text } = this;
		if (this.#start === this.#end) return "blank";
		switch (text.charCodeAt(this.#start)) {
			case bar:
				return "row";
			case hash:
				return "heading";
			case greater:
				return "quote";
			case dash:
				if (text.startsWith("- ", this.#start)) return "bullet";
				return text.startsWith("---", this.#start) ? "fence" : "text";
			default:
				break;
		}
		let at = this.#start;
		while (at < this.#end && isBlank(text.charCodeAt(at))) at++;
		return at === this.#end ? "blank" : "text";
	}
}
