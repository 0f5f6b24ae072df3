import type { RecordBase } from "../../core/records/recordChange.ts";

/**
 * The records of a results page in their order. Each is there once. One with staged changes stays as the person saw it,
 * whatever is read, so that what is staged is shown over the values that it was made for.
 */
export class RowList {
	/** On top: records that have changes and are not among the pages. */
	#kept: readonly string[] = [];
	#pages: string[] = [];
	readonly #records = new Map<string, RecordBase>();
	readonly #places = new Map<string, number>();

	get rows(): readonly RecordBase[] {
		return [...this.#kept, ...this.#pages].flatMap((id) => this.#records.get(id) ?? []);
	}

	/** Rows of the pages alone. */
	get pageRows(): number {
		return this.#pages.length;
	}

	find(id: string): RecordBase | undefined {
		return this.#records.get(id);
	}

	isKept(id: string): boolean {
		return this.#kept.includes(id);
	}

	/** Place of a record on the screen, from 0. */
	place(id: string): number {
		return this.#places.get(id) ?? -1;
	}

	/** Puts records on top that no page has brought yet. */
	keep(records: readonly RecordBase[]): void {
		for (const record of records) this.#records.set(record.id, record);
		this.#kept = records.map(({ id }) => id).filter((id) => !this.#pages.includes(id));
		this.#number(0);
	}

	/** A first page takes the place of all rows. Gives the first place that is another now. */
	restart(page: readonly RecordBase[], staged: readonly RecordBase[]): number {
		this.#pages = [];
		this.append(page, []);
		this.keep(staged);
		return 0;
	}

	/** Rows of a further page; those that are here already are left out. Gives the first place that is another now. */
	append(page: readonly RecordBase[], staged: readonly RecordBase[]): number {
		const known = new Set(this.#pages);
		const isStaged = new Set(staged.map(({ id }) => id));
		const keptBefore = this.#kept.length;
		const from = this.#pages.length;
		for (const record of page) {
			if (!isStaged.has(record.id)) this.#records.set(record.id, record);
			if (!known.has(record.id)) this.#pages.push(record.id);
			known.add(record.id);
		}
		this.#kept = this.#kept.filter((id) => !known.has(id));
		const changedFrom = this.#kept.length === keptBefore ? keptBefore + from : 0;
		this.#number(changedFrom);
		return changedFrom;
	}

	replace(record: RecordBase): void {
		if (this.#records.has(record.id)) this.#records.set(record.id, record);
	}

	#number(from: number): void {
		const ids = [...this.#kept, ...this.#pages];
		if (from === 0) this.#places.clear();
		for (let place = from; place < ids.length; place++) this.#places.set(ids[place] ?? "", place);
	}
}
