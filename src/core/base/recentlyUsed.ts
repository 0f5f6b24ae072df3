/** Keeps the values that were asked for last; the one unused for longest goes when there are more than `limit`. */
export class RecentlyUsed<Key, Value> {
	readonly #limit: number;
	/** In order of use: a Map remembers the order of insertion. */
	readonly #values = new Map<Key, Value>();

	constructor(limit: number) {
		this.#limit = limit;
	}

	get(key: Key): Value | undefined {
		const value = this.#values.get(key);
		if (value === undefined) return undefined;
		this.#values.delete(key);
		this.#values.set(key, value);
		return value;
	}

	set(key: Key, value: Value): void {
		this.#values.delete(key);
		this.#values.set(key, value);
		for (const oldest of this.#values.keys()) {
			if (this.#values.size <= this.#limit) break;
			this.#values.delete(oldest);
		}
	}
}
