import { compareCodeUnits } from "../base/compareCodeUnits.ts";
import { RecentlyUsed } from "../base/recentlyUsed.ts";
import type { TableSummary } from "./catalog.ts";
import type { CatalogSource } from "./catalogSource.ts";
import { layerTables } from "./layerTables.ts";
import type { Layer, Table } from "./model.ts";
import type { CatalogNames } from "./names/catalogNames.ts";
import { layerChoiceUses, layerNameLists, layerRelationships, type PlacedNames } from "./names/layerNames.ts";
import { summaryOf } from "./summaryOf.ts";

const cachedTables = 64;

/**
 * One source from two: the shipped bundle below, an environment above. What both say is united as `layerTables` tells.
 * The list of tables needs the lists of both only; the counts of a table that both have are taken from the table itself
 * when somebody reads them.
 */
export function layeredSource(below: CatalogSource, above: CatalogSource): CatalogSource {
	return new LayeredSource(below, above);
}

class LayeredSource implements CatalogSource {
	readonly layers: readonly Layer[];
	readonly #below: CatalogSource;
	readonly #above: CatalogSource;
	readonly #tables = new RecentlyUsed<string, Table>(cachedTables);
	#summaries: readonly TableSummary[] | undefined;
	#places: ReadonlyMap<string, number> | undefined;

	constructor(below: CatalogSource, above: CatalogSource) {
		const known = new Set(above.layers.map(({ id }) => id));
		this.layers = [...below.layers.filter(({ id }) => !known.has(id)), ...above.layers];
		this.#below = below;
		this.#above = above;
	}

	summaries(): readonly TableSummary[] {
		if (this.#summaries !== undefined) return this.#summaries;
		const found = new Map(this.#below.summaries().map((summary) => [summary.logicalName, summary]));
		for (const over of this.#above.summaries()) {
			const under = found.get(over.logicalName);
			found.set(over.logicalName, under === undefined ? over : this.#summaryOfBoth(under, over));
		}
		this.#summaries = [...found.values()].sort((a, b) => compareCodeUnits(a.logicalName, b.logicalName));
		return this.#summaries;
	}

	table(logicalName: string): Table | undefined {
		const known = this.#tables.get(logicalName);
		if (known !== undefined) return known;
		const below = this.#below.table(logicalName);
		const above = this.#above.table(logicalName);
		if (below === undefined || above === undefined) return above ?? below;
		const table = layerTables(below, above);
		this.#tables.set(logicalName, table);
		return table;
	}

	names<Part extends keyof CatalogNames>(part: Part): CatalogNames[Part] {
		const make: { readonly [Each in keyof CatalogNames]: () => CatalogNames[Each] } = {
			columns: () => layerNameLists(...this.#placed("columns")),
			messages: () => layerNameLists(...this.#placed("messages")),
			choices: () => layerChoiceUses(...this.#placed("choices")),
			relationships: () => layerRelationships(this.#below.names("relationships"), this.#above.names("relationships")),
		};
		return make[part]();
	}

	#placed<Part extends keyof CatalogNames>(part: Part) {
		this.#places ??= new Map(this.summaries().map(({ logicalName }, place) => [logicalName, place]));
		const places = this.#places;
		const placed = (source: CatalogSource): PlacedNames<CatalogNames[Part]> => ({
			data: source.names(part),
			places: source.summaries().map(({ logicalName }) => places.get(logicalName) ?? 0),
		});
		return [placed(this.#below), placed(this.#above)] as const;
	}

	/** Facts now, counts when asked for: they need both tables. */
	#summaryOfBoth(below: TableSummary, above: TableSummary): TableSummary {
		const counted = (): TableSummary => {
			const table = this.table(below.logicalName);
			return table === undefined ? above : summaryOf(table);
		};
		const summary = { ...below, ...above, layers: [...new Set([...below.layers, ...above.layers])] };
		const counts = Object.keys(summary).filter((key) => key.endsWith("Count")) as (keyof TableSummary)[];
		for (const key of counts) {
			Object.defineProperty(summary, key, { enumerable: true, get: () => counted()[key] });
		}
		return summary;
	}
}
