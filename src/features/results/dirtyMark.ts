/**
 * How VS Code reckons whether a document is dirty: by the place in its list of edits, and whether that is where it was
 * saved last. What is staged may be another matter: an edit may bring a cell back to what it was, and changes leave the
 * set by being saved in Review. This counts along, so that the document can be brought in line with what is staged.
 */
export class DirtyMark {
	#place = 0;
	#savedPlace = 0;
	#isChanged = false;

	get isDirty(): boolean {
		return this.#isChanged || this.#place !== this.#savedPlace;
	}

	/** An edit was made, or made again. */
	forward(): void {
		this.#place += 1;
	}

	back(): void {
		this.#place -= 1;
	}

	/** Dirty until it is saved, whatever the edits. */
	changed(): void {
		this.#isChanged = true;
	}

	saved(): void {
		this.#isChanged = false;
		this.#savedPlace = this.#place;
	}

	/** Edits since the last save are forgotten. */
	reverted(): void {
		this.#isChanged = false;
		this.#place = this.#savedPlace;
	}
}
