import { BestRows } from "./bestRows.ts";
import { foldText } from "./foldText.ts";
import { grades } from "./grades.ts";
import type { SchemaScan } from "./schemaScan.ts";
import { type SearchQuery, searchQueryOf } from "./searchQuery.ts";
import { searchKinds } from "./staticOrder.ts";
import type { TableColumns } from "./tableColumns.ts";

/** A column that was found in the table that the text names. */
export interface ColumnInTable {
	readonly row: number;
	readonly grade: number;
	readonly table: string;
	/** What was looked for within the table; absent where the text ends behind the dot. */
	readonly query: SearchQuery | undefined;
}

/** How many tables are looked into where the text names none exactly ("acc.name"). */
const mostTables = 3;

/** Finds columns of one table, where the text names table and column. */
export class TableSearch {
	readonly #scan: SchemaScan;
	readonly #columns: TableColumns;

	constructor(scan: SchemaScan, columns: TableColumns) {
		this.#scan = scan;
		this.#columns = columns;
	}

	/** "account.name" and "acc.": columns of the table before the dot, or of the likeliest ones where none is named so. */
	behindDot(text: string, limit: number): readonly ColumnInTable[] {
		const dot = text.lastIndexOf(".");
		const left = searchQueryOf(text.slice(0, Math.max(0, dot)));
		if (left === undefined) return [];
		const named = this.#columns.tablesNamed(left.folded);
		const tables = named.length > 0 ? named : this.#likelyTables(left);
		const right = text.slice(dot + 1);
		return tables.flatMap((table) => this.#columnsIn(table, right, limit, grades.none)).slice(0, limit);
	}

	/** "account name": columns of a table that the first words name exactly, matched by the others without a slip. */
	behindBlank(text: string, limit: number): readonly ColumnInTable[] {
		const words = foldText(text).split(" ").filter(Boolean);
		for (let split = words.length - 1; split > 0; split -= 1) {
			const right = words.slice(split).join(" ");
			const found = this.#columns
				.tablesNamed(words.slice(0, split).join(" "))
				.flatMap((table) => this.#columnsIn(table, right, limit, grades.typoInWord));
			if (found.length > 0) return found.slice(0, limit);
		}
		return [];
	}

	#likelyTables(query: SearchQuery): readonly string[] {
		const best = new BestRows(mostTables, grades.words);
		this.#scan.findClose(searchKinds.indexOf("table"), query, best);
		return best.rows().map(({ row }) => this.#columns.nameAt(row));
	}

	#columnsIn(table: string, text: string, limit: number, below: number): readonly ColumnInTable[] {
		const rows = this.#columns.columnsOf(table);
		if (text.trim() === "") {
			return this.#columns.byName(rows).map((row) => ({ row, grade: grades.prefix, table, query: undefined }));
		}
		const query = searchQueryOf(text);
		if (query === undefined) return [];
		const best = new BestRows(limit, below);
		this.#scan.findAmong(rows, query, best);
		return best.rows().map(({ row, grade }) => ({ row, grade, table, query }));
	}
}
