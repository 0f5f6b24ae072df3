import { grades } from "./grades.ts";

/**
 * The best rows of a scan in row order, at most `limit`. Of one grade the rows found first are the best, so once enough
 * are there, only better grades are still welcome.
 */
export class BestRows {
	/** A row counts only with a grade below this one; 0 means that the scan can stop. */
	below: number;
	readonly #limit: number;
	readonly #lowest: number;
	readonly #byGrade: number[][];

	/** `below`: the first grade that is never welcome. `lowest`: no row has a better grade than this one. */
	constructor(limit: number, below: number = grades.none, lowest: number = grades.exact) {
		this.#limit = limit;
		this.#lowest = lowest;
		this.below = limit > 0 ? below : 0;
		this.#byGrade = Array.from({ length: grades.none }, () => []);
	}

	/** The grade must be below `below`. */
	add(row: number, grade: number): void {
		this.#byGrade[grade]?.push(row);
		let count = 0;
		for (let better = 0; better < this.below; better += 1) {
			count += this.#byGrade[better]?.length ?? 0;
			if (count >= this.#limit) this.below = better;
		}
		if (this.below <= this.#lowest) this.below = 0;
	}

	/** Best first. */
	rows(): readonly GradedRow[] {
		return this.#byGrade.flatMap((rows, grade) => rows.map((row) => ({ row, grade }))).slice(0, this.#limit);
	}
}

export interface GradedRow {
	readonly row: number;
	readonly grade: number;
}
