import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import { lowerBound } from "../../base/lowerBound.ts";

/**
 * Distinct (name, label) pairs in code unit order, each with the tables that have it. Flat lists, because they decode
 * several times faster than a list for each name: the first `counts[0]` numbers of `tables` belong to the first pair.
 */
export interface NameListData {
	readonly names: readonly string[];
	/** null: no label. */
	readonly labels: readonly (string | null)[];
	readonly counts: readonly number[];
	/** Places in the sorted list of tables. */
	readonly tables: readonly number[];
}

export interface NameInTable {
	readonly name: string;
	readonly label: string | null;
	readonly table: number;
}

/** Groups what was found table by table (in the order of the tables) into a name list. */
export function nameListOf(found: Iterable<NameInTable>): NameListData {
	const groups = new Map<string, { name: string; label: string | null; tables: Set<number> }>();
	for (const { name, label, table } of found) {
		const key = label === null ? name : `${name}\n${label}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, { name, label, tables: new Set([table]) });
		else group.tables.add(table);
	}
	const sorted = [...groups.values()].sort(
		(a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.label ?? "", b.label ?? ""),
	);
	return {
		names: sorted.map(({ name }) => name),
		labels: sorted.map(({ label }) => label),
		counts: sorted.map(({ tables }) => tables.size),
		tables: sorted.flatMap(({ tables }) => [...tables]),
	};
}

/** Reads a name list. */
export class NameList {
	readonly names: readonly string[];
	readonly labels: readonly (string | null)[];
	readonly counts: readonly number[];
	readonly #tables: readonly number[];
	#starts: Uint32Array | undefined;

	constructor({ names, labels, counts, tables }: NameListData) {
		this.names = names;
		this.labels = labels;
		this.counts = counts;
		this.#tables = tables;
	}

	/** The tables of the pair at that index. */
	tablesAt(index: number): readonly number[] {
		this.#starts ??= startsOf(this.counts);
		return this.#tables.slice(this.#starts[index], this.#starts[index + 1]);
	}

	/** The tables of all pairs with exactly that name, in the order of the tables. */
	tablesOf(name: string): readonly number[] {
		const found = new Set<number>();
		for (let index = lowerBound(this.names, name); this.names[index] === name; index += 1) {
			for (const table of this.tablesAt(index)) found.add(table);
		}
		return [...found].sort((a, b) => a - b);
	}
}

/** Where each group of a flat list begins; one more entry than groups, the last is the end. */
export function startsOf(counts: readonly number[]): Uint32Array {
	const starts = new Uint32Array(counts.length + 1);
	let start = 0;
	counts.forEach((count, index) => {
		start += count;
		starts[index + 1] = start;
	});
	return starts;
}
