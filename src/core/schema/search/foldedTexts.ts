/** Folded texts side by side; one text is named by where it starts and where it ends. */
export interface FoldedTexts {
	readonly codes: Uint16Array;
	/** 1 where a word starts. */
	readonly wordStarts: Uint8Array;
}

/** Where the codes of a pattern were found in one text, counted from its start, in rising order. */
export class MatchedOffsets {
	readonly values = new Int32Array(256);
	count = 0;

	/** The run of that length from `first`. */
	setRun(first: number, length: number): void {
		for (let index = 0; index < length; index += 1) this.values[index] = first + index;
		this.count = length;
	}

	/** Leaves a gap: all from that index on move one place to the right. */
	skipFrom(index: number): void {
		for (let at = index; at < this.count; at += 1) this.values[at] = (this.values[at] ?? 0) + 1;
	}

	/** Takes one out. */
	drop(index: number): void {
		this.values.copyWithin(index, index + 1, this.count);
		this.count -= 1;
	}
}
