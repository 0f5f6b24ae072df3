/**
 * Where the characters of a decoded text stood in the text as given. Keeps only the places behind which the distance
 * between both changes, and remembers where it looked last, since parsing asks for neighbours.
 */
export class OffsetMap {
	/** Ascending offsets of the decoded text, and how much is to be added from each of them on. */
	readonly #places: number[] = [];
	readonly #shifts: number[] = [];
	/** How many places are at or before the offset that was asked for last. */
	#passed = 0;

	/** From that offset of the decoded text on, the text as given is so much further. Offsets come in ascending order. */
	add(place: number, shift: number): void {
		this.#places.push(place);
		this.#shifts.push(shift);
	}

	offsetAt(offset: number): number {
		const places = this.#places;
		let passed = this.#passed;
		if (passed > 0 && (places[passed - 1] ?? 0) > offset) passed = this.#search(0, passed - 1, offset);
		else if ((places[passed] ?? Infinity) <= offset) passed = this.#search(passed + 1, places.length, offset);
		this.#passed = passed;
		return passed === 0 ? offset : offset + (this.#shifts[passed - 1] ?? 0);
	}

	/** How many places are at or before that offset, which is between the two. Neighbours are looked at first. */
	#search(least: number, most: number, offset: number): number {
		const places = this.#places;
		let low = least;
		let high = most;
		if (low > 0 && (places[low] ?? Infinity) > offset) return low;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((places[middle] ?? Infinity) <= offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
