import type { RowValue } from "../client/row.ts";
import type { CellEdit } from "./cellEdit.ts";
import { baseValue, type RecordBase, type RecordChange } from "./recordChange.ts";
import { sameValue } from "./sameValue.ts";

/** The record of an id as it is on the screen; undefined where it is not there any more. */
export type BaseOf = (id: string) => RecordBase | undefined;

/**
 * Edits of several records that wait to be saved. Immutable. Of one cell there is one new value, however often it was
 * edited, and none where it is back to what the record holds.
 */
export class ChangeSet {
	readonly #records: ReadonlyMap<string, RecordChange>;

	private constructor(records: ReadonlyMap<string, RecordChange>) {
		this.#records = records;
	}

	static readonly empty = new ChangeSet(new Map());

	/** What is staged already, such as a draft; values that are no change are left out. */
	static of(changes: readonly RecordChange[]): ChangeSet {
		const records = new Map<string, RecordChange>();
		for (const change of changes) put(records, change);
		return new ChangeSet(records);
	}

	/** In the order in which the records were first edited. */
	get records(): readonly RecordChange[] {
		return [...this.#records.values()];
	}

	get cellCount(): number {
		let count = 0;
		for (const { cells } of this.#records.values()) count += cells.size;
		return count;
	}

	record(id: string): RecordChange | undefined {
		return this.#records.get(id);
	}

	/** What the cell shows: the staged value, or else the record's own. */
	shown(base: RecordBase, property: string): RowValue {
		const staged = this.#records.get(base.id)?.cells.get(property);
		return staged === undefined ? baseValue(base, property) : staged;
	}

	/** With these edits, one after the other. An edit of a record that is neither staged nor on the screen is left out. */
	apply(edits: readonly CellEdit[], baseOf: BaseOf): ChangeSet {
		const records = new Map(this.#records);
		for (const { record, property, after } of edits) {
			const change = records.get(record);
			const base = change?.base ?? baseOf(record);
			if (base !== undefined) put(records, { base, cells: new Map(change?.cells).set(property, after) });
		}
		return new ChangeSet(records);
	}

	/**
	 * The record is now this one, after it was saved or read again: what it holds is no change any more, and what is still
	 * staged is staged over the new version.
	 */
	rebase(base: RecordBase): ChangeSet {
		const change = this.#records.get(base.id);
		if (change === undefined) return this;
		const records = new Map(this.#records);
		put(records, { ...change, base });
		return new ChangeSet(records);
	}
}

/** A record of which nothing is left to change is none of the set. */
function put(records: Map<string, RecordChange>, { base, cells }: RecordChange): void {
	const changed = new Map([...cells].filter(([property, value]) => !sameValue(value, baseValue(base, property))));
	if (changed.size > 0) records.set(base.id, { base, cells: changed });
	else records.delete(base.id);
}
