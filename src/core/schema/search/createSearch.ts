import { foldText } from "./foldText.ts";
import { grades, matchClassOf } from "./grades.ts";
import { matchRanges } from "./matchRanges.ts";
import { RowMatcher } from "./rowMatcher.ts";
import { SchemaScan } from "./schemaScan.ts";
import type { SchemaSearch, SearchHit, SearchOptions } from "./searchHit.ts";
import { searchIndexOf } from "./searchIndex.ts";
import { type SearchQuery, searchQueryOf } from "./searchQuery.ts";
import { searchKinds } from "./staticOrder.ts";
import { type SearchedCatalog, TableColumns } from "./tableColumns.ts";
import { TableSearch } from "./tableSearch.ts";

/** Search over a catalog. What it needs is made at the first `find` (a few hundredths of a second for all names). */
export function createSearch(catalog: SearchedCatalog): SchemaSearch {
	let finder: Finder | undefined;
	return {
		find: (text, options) => (finder ??= new Finder(catalog)).find(text, options),
		expand: ({ entry, name, table }, limit) =>
			(table === undefined ? catalog.places(entry) : [{ table, column: name }]).slice(0, Math.max(0, limit)),
	};
}

/** A row on its way to a hit. */
interface FoundRow {
	readonly row: number;
	readonly grade: number;
	readonly query: SearchQuery | undefined;
	readonly table?: string;
}

class Finder {
	readonly #catalog: SearchedCatalog;
	readonly #entryAt: Uint32Array;
	readonly #matcher: RowMatcher;
	readonly #scan: SchemaScan;
	readonly #inTable: TableSearch;

	constructor(catalog: SearchedCatalog) {
		const index = searchIndexOf(catalog.entries());
		this.#catalog = catalog;
		this.#entryAt = index.entryAt;
		this.#matcher = new RowMatcher(index);
		this.#scan = new SchemaScan(index, this.#matcher);
		this.#inTable = new TableSearch(this.#scan, new TableColumns(catalog, index));
	}

	find(text: string, options: SearchOptions): readonly SearchHit[] {
		const limit = Math.max(0, Math.floor(options.limit));
		const hits: SearchHit[] = [];
		const shown = new Set<number>();
		for (const found of this.#rowsFor(text, limit, options)) {
			if (hits.length === limit) break;
			const hit = this.#hitOf(found);
			// The same once more, unless it stands in many tables and this one is the table that was named.
			if (hit === undefined || (shown.has(found.row) && (found.table === undefined || hit.placeCount === 1))) continue;
			shown.add(found.row);
			hits.push(hit);
		}
		return hits;
	}

	/**
	 * What stands behind a dot comes first. Behind a blank it comes after the names that begin with the whole text and
	 * before those that only hold its words.
	 */
	#rowsFor(text: string, limit: number, { kinds }: SearchOptions): readonly FoundRow[] {
		const query = searchQueryOf(text);
		const wanted = searchKinds.map((kind) => kinds?.includes(kind) ?? true);
		const anywhere = (query === undefined ? [] : this.#scan.find(query, wanted, limit)).map((found) => ({
			...found,
			query,
		}));
		if (!wanted[searchKinds.indexOf("column")]) return anywhere;
		if (text.includes(".")) return [...this.#inTable.behindDot(text, limit), ...anywhere];
		const inTable = foldText(text).includes(" ") ? this.#inTable.behindBlank(text, limit) : [];
		const rest = anywhere.findIndex(({ grade }) => grade >= grades.words);
		const better = rest < 0 ? anywhere.length : rest;
		return [...anywhere.slice(0, better), ...inTable, ...anywhere.slice(better)];
	}

	#hitOf({ row, grade, query, table }: FoundRow): SearchHit | undefined {
		const entry = this.#entryAt[row] ?? -1;
		const found = this.#catalog.entries()[entry];
		if (found === undefined) return undefined;
		const [nameRanges = [], labelRanges = [], aliasRanges = []] =
			query === undefined ? [] : matchRanges(this.#matcher, query, row);
		return {
			entry,
			...found,
			matchClass: matchClassOf(grade),
			nameRanges,
			labelRanges,
			aliasRanges,
			...(table !== undefined && { table }),
		};
	}
}
