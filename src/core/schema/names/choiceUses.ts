import { canonicalJson } from "../../base/canonicalJson.ts";
import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Option, Table } from "../model.ts";
import { startsOf } from "./nameList.ts";

/**
 * Every column that has a choice, in order of table and column, as flat lists. Option lists that columns share are kept
 * once: the list numbered n is made of `listSizes[n]` numbers of `listOptions`, which lead to `options`.
 */
export interface ChoiceUsesData {
	/** Places in the sorted list of tables. */
	readonly tables: readonly number[];
	readonly columns: readonly string[];
	/** Name of the choice as the column gives it; null where it gives none. */
	readonly names: readonly (string | null)[];
	/** 1 for a two-option column. */
	readonly booleans: readonly number[];
	readonly lists: readonly number[];
	readonly listSizes: readonly number[];
	readonly listOptions: readonly number[];
	readonly options: readonly Option[];
}

/** One column with a choice. */
export interface ChoiceUse {
	readonly table: number;
	readonly column: string;
	readonly name: string | null;
	readonly boolean: boolean;
	readonly options: readonly Option[];
}

/** Collects the uses from tables that are sorted by logical name. */
export function choiceUsesOf(tables: readonly Table[]): ChoiceUsesData {
	const uses: ChoiceUse[] = [];
	tables.forEach(({ columns }, table) => {
		for (const { logicalName, type, choice } of columns) {
			if (choice === undefined) continue;
			const { globalName, options } = choice;
			uses.push({ table, column: logicalName, name: globalName ?? null, boolean: type === "Boolean", options });
		}
	});
	return packChoiceUses(uses);
}

/** Sorts and packs uses. */
export function packChoiceUses(found: readonly ChoiceUse[]): ChoiceUsesData {
	const uses = [...found].sort((a, b) => a.table - b.table || compareCodeUnits(a.column, b.column));
	const options = new Numbering<Option>();
	const lists = new Numbering<readonly number[]>();
	const listNumbers = uses.map((use) => lists.numberOf(use.options.map((option) => options.numberOf(option))));
	return {
		tables: uses.map(({ table }) => table),
		columns: uses.map(({ column }) => column),
		names: uses.map(({ name }) => name),
		booleans: uses.map(({ boolean }) => (boolean ? 1 : 0)),
		lists: listNumbers,
		listSizes: lists.values.map((list) => list.length),
		listOptions: lists.values.flat(),
		options: options.values,
	};
}

/** Gives equal values the same number, in the order in which they come. */
class Numbering<Value> {
	readonly values: Value[] = [];
	readonly #numbers = new Map<string, number>();

	numberOf(value: Value): number {
		const key = canonicalJson(value);
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		this.#numbers.set(key, this.values.length);
		return this.values.push(value) - 1;
	}
}

/** Reads the uses. */
export class ChoiceUses {
	readonly count: number;
	readonly #data: ChoiceUsesData;
	readonly #starts: Uint32Array;
	readonly #lists = new Map<number, readonly Option[]>();

	constructor(data: ChoiceUsesData) {
		this.count = data.tables.length;
		this.#data = data;
		this.#starts = startsOf(data.listSizes);
	}

	use(index: number): ChoiceUse {
		const { tables, columns, names, booleans, lists } = this.#data;
		return {
			table: tables[index] ?? 0,
			column: columns[index] ?? "",
			name: names[index] ?? null,
			boolean: booleans[index] === 1,
			options: this.#list(lists[index] ?? 0),
		};
	}

	#list(number: number): readonly Option[] {
		const known = this.#lists.get(number);
		if (known !== undefined) return known;
		const { listOptions, options } = this.#data;
		const list = listOptions
			.slice(this.#starts[number], this.#starts[number + 1])
			.flatMap((option) => options[option] ?? []);
		this.#lists.set(number, list);
		return list;
	}
}
