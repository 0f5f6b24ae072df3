/** The columns of a SELECT while it is composed: each expression once, known by its position in the row. */
export class Slots {
	readonly #positions = new Map<string, number>();

	/** The position of an expression, which is added where it is new. */
	of(expression: string): number {
		const known = this.#positions.get(expression);
		if (known !== undefined) return known;
		this.#positions.set(expression, this.#positions.size);
		return this.#positions.size - 1;
	}

	get expressions(): readonly string[] {
		return [...this.#positions.keys()];
	}
}
