import type { Catalog, SearchSource } from "../catalog.ts";
import { foldText } from "./foldText.ts";
import type { SearchIndex } from "./searchIndex.ts";
import { searchKinds } from "./staticOrder.ts";

/** What is searched: the names of a catalog, and its tables where the text names one. */
export type SearchedCatalog = SearchSource & Pick<Catalog, "table">;

/** Which tables a text names, and which rows are the columns of a table. */
export class TableColumns {
	readonly #catalog: SearchedCatalog;
	readonly #index: SearchIndex;
	#tablesByText: ReadonlyMap<string, readonly string[]> | undefined;
	#rowByColumn: ReadonlyMap<string, number> | undefined;
	#last: { readonly table: string; readonly rows: readonly number[] } | undefined;

	constructor(catalog: SearchedCatalog, index: SearchIndex) {
		this.#catalog = catalog;
		this.#index = index;
	}

	/** Logical names of the tables with that name, label or entity set name, folded. */
	tablesNamed(folded: string): readonly string[] {
		this.#tablesByText ??= this.#namesOfTables();
		return this.#tablesByText.get(folded) ?? [];
	}

	/** Rows of the columns of a table, in row order. */
	columnsOf(table: string): readonly number[] {
		if (this.#last?.table !== table) this.#last = { table, rows: this.#rowsOf(table) };
		return this.#last.rows;
	}

	/** The same rows in the order of the catalog, which is by name. */
	byName(rows: readonly number[]): readonly number[] {
		const { entryAt } = this.#index;
		return [...rows].sort((left, right) => (entryAt[left] ?? 0) - (entryAt[right] ?? 0));
	}

	/** Name of the entry of a row. */
	nameAt(row: number): string {
		return this.#catalog.entries()[this.#index.entryAt[row] ?? -1]?.name ?? "";
	}

	#namesOfTables(): ReadonlyMap<string, readonly string[]> {
		const tables = new Map<string, string[]>();
		for (const { kind, name, label = name, alias = name } of this.#catalog.entries()) {
			if (kind !== "table") continue;
			for (const text of new Set([name, label, alias].map((each) => foldText(each).trim()))) {
				const named = tables.get(text);
				if (named === undefined) tables.set(text, [name]);
				else named.push(name);
			}
		}
		return tables;
	}

	#rowsOf(table: string): readonly number[] {
		this.#rowByColumn ??= this.#rowsOfColumns();
		const rows: number[] = [];
		for (const { logicalName, displayName } of this.#catalog.table(table)?.columns ?? []) {
			const row = this.#rowByColumn.get(columnKey(logicalName, displayName ?? undefined));
			if (row !== undefined) rows.push(row);
		}
		return rows.sort((left, right) => left - right);
	}

	#rowsOfColumns(): ReadonlyMap<string, number> {
		const kind = searchKinds.indexOf("column");
		const entries = this.#catalog.entries();
		const rows = new Map<string, number>();
		for (let row = this.#index.kindStarts[kind] ?? 0; row < (this.#index.kindStarts[kind + 1] ?? 0); row += 1) {
			const entry = entries[this.#index.entryAt[row] ?? -1];
			if (entry !== undefined) rows.set(columnKey(entry.name, entry.label), row);
		}
		return rows;
	}
}

function columnKey(name: string, label: string | undefined): string {
	return label === undefined ? name : `${name}\n${label}`;
}
