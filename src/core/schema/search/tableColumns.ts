import type { SearchSource } from "../catalog.ts";
import { foldText } from "./foldText.ts";
import type { SearchIndex } from "./searchIndex.ts";
import { searchKinds } from "./staticOrder.ts";

/** Which tables a text names, and which rows are the columns of a table. Both are made at their first use. */
export class TableColumns {
	readonly #source: SearchSource;
	readonly #index: SearchIndex;
	#tablesByText: ReadonlyMap<string, readonly string[]> | undefined;
	#rowsByTable: ReadonlyMap<string, readonly number[]> | undefined;

	constructor(source: SearchSource, index: SearchIndex) {
		this.#source = source;
		this.#index = index;
	}

	/** Logical names of the tables with that name, label or entity set name, folded. */
	tablesNamed(folded: string): readonly string[] {
		this.#tablesByText ??= groupedBy(this.#rows("table"), (row) => {
			const { name, label, alias } = this.#source.entries()[this.#index.entryAt[row] ?? -1] ?? { name: "" };
			const texts = [name, label ?? name, alias ?? name].map((text) => foldText(text).trim());
			return [...new Set(texts)].map((text) => [text, name]);
		});
		return this.#tablesByText.get(folded) ?? [];
	}

	/** Rows of the columns of a table, in row order. */
	columnsOf(table: string): readonly number[] {
		this.#rowsByTable ??= groupedBy(this.#rows("column"), (row) =>
			this.#source.places(this.#index.entryAt[row] ?? -1).map((place) => [place.table ?? "", row]),
		);
		return this.#rowsByTable.get(table) ?? [];
	}

	/** Name of the entry of a row. */
	nameAt(row: number): string {
		return this.#source.entries()[this.#index.entryAt[row] ?? -1]?.name ?? "";
	}

	#rows(kind: "table" | "column"): readonly number[] {
		const number = searchKinds.indexOf(kind);
		const first = this.#index.kindStarts[number] ?? 0;
		return Array.from({ length: (this.#index.kindStarts[number + 1] ?? 0) - first }, (_, offset) => first + offset);
	}
}

function groupedBy<Value>(
	rows: readonly number[],
	pairsOf: (row: number) => readonly (readonly [string, Value])[],
): ReadonlyMap<string, readonly Value[]> {
	const groups = new Map<string, Value[]>();
	for (const row of rows) {
		for (const [key, value] of pairsOf(row)) {
			const group = groups.get(key);
			if (group === undefined) groups.set(key, [value]);
			else group.push(value);
		}
	}
	return groups;
}
