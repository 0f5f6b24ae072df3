/** Characters take up to three bytes in UTF-8, a surrogate pair four for two of them. */
const mostBytes = 3;

/**
 * A long text as the bytes that go out, made piece by piece: a page of rows as one string would be copied and encoded
 * again as a whole, and one letter outside Latin-1 would double all of it.
 */
export class TextBuffer {
	#bytes: Buffer;
	#length = 0;

	/** @param expected bytes, roughly; it grows by itself. */
	constructor(expected: number) {
		this.#bytes = Buffer.allocUnsafe(Math.max(1024, expected));
	}

	append(text: string): void {
		const needed = this.#length + text.length * mostBytes;
		if (needed > this.#bytes.length) this.#grow(needed);
		this.#length += this.#bytes.write(text, this.#length, "utf8");
	}

	/** What was appended. The buffer must not be used after it. */
	bytes(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	#grow(needed: number): void {
		const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
		this.#bytes.copy(larger, 0, 0, this.#length);
		this.#bytes = larger;
	}
}
