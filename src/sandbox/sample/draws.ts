/**
 * Random choices that follow from numbers alone: the same seed gives the same choices, on every machine. Each row has a
 * source of its own, so that any row can be made without those before it.
 */
export class Draws {
	#state: number;

	constructor(...seeds: readonly number[]) {
		this.#state = mixed(...seeds);
	}

	/** From 0 up to and without 1. (The generator is known as mulberry32.) */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
		return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number from 0 up to and without `limit`; 0 where there is none. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	/** A whole number, both ends included. */
	between(least: number, most: number): number {
		return least + this.below(most - least + 1);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** One of a list that has at least one. */
	pick<Item>(list: readonly Item[]): Item {
		const item = list[this.below(list.length)];
		if (item === undefined) throw new Error("There is nothing to draw from.");
		return item;
	}

	/** The value with that probability, else null. */
	maybe<Value>(probability: number, value: Value): Value | null {
		return this.chance(probability) ? value : null;
	}
}

/** One whole number of 32 bits from several, so that neighbours have nothing in common. */
export function mixed(...numbers: readonly number[]): number {
	let hash = 0x9e3779b9;
	for (const number of numbers) {
		hash = Math.imul(hash ^ number, 0x85ebca6b);
		hash ^= hash >>> 13;
		hash = Math.imul(hash, 0xc2b2ae35);
		hash ^= hash >>> 16;
	}
	return hash >>> 0;
}
