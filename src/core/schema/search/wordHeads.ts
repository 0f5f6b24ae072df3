/**
 * The first four codes of every word, to find the rows where a word may be what was typed but for one slip. Far fewer
 * heads than words, so each keystroke can look at all of them.
 */
export interface WordHeads {
	/** Distinct heads: four codes in one number, each cut to eight bits, 0 behind the end of a text. */
	readonly heads: Int32Array;
	/** Head number -> first of its rows in `rows`; one more at the end. */
	readonly rowStarts: Uint32Array;
	readonly rows: Uint32Array;
}

export const headLength = 4;

/** The head of a text that goes from `at` to before `end`. */
export function headAt(codes: ArrayLike<number>, at: number, end: number): number {
	let head = 0;
	for (let next = at; next < at + headLength; next += 1)
		head = (head << 8) | (next < end ? (codes[next] ?? 0) & 0xff : 0);
	return head;
}

/** Collects heads in row order, then groups the rows by head. */
export class WordHeadsBuilder {
	readonly #numbers = new Map<number, number>();
	readonly #lastRow: number[] = [];
	readonly #counts: number[] = [];
	#headOf = new Uint32Array(1024);
	#rowOf = new Uint32Array(1024);
	#length = 0;

	add(head: number, row: number): void {
		let number = this.#numbers.get(head);
		if (number === undefined) {
			number = this.#numbers.size;
			this.#numbers.set(head, number);
			this.#lastRow.push(-1);
			this.#counts.push(0);
		}
		if (this.#lastRow[number] === row) return;
		this.#lastRow[number] = row;
		this.#counts[number] = (this.#counts[number] ?? 0) + 1;
		if (this.#length === this.#rowOf.length) {
			this.#headOf = doubled(this.#headOf);
			this.#rowOf = doubled(this.#rowOf);
		}
		this.#headOf[this.#length] = number;
		this.#rowOf[this.#length] = row;
		this.#length += 1;
	}

	build(): WordHeads {
		const rowStarts = new Uint32Array(this.#counts.length + 1);
		for (const [number, count] of this.#counts.entries()) rowStarts[number + 1] = (rowStarts[number] ?? 0) + count;
		const next = rowStarts.slice();
		const rows = new Uint32Array(this.#length);
		for (let index = 0; index < this.#length; index += 1) {
			const number = this.#headOf[index] ?? 0;
			const place = next[number] ?? 0;
			rows[place] = this.#rowOf[index] ?? 0;
			next[number] = place + 1;
		}
		return { heads: Int32Array.from(this.#numbers.keys()), rowStarts, rows };
	}
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(array.length * 2);
	larger.set(array);
	return larger;
}
