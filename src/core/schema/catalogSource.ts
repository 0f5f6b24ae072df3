import type { TableSummary } from "./catalog.ts";
import type { Layer, Schema, Table } from "./model.ts";
import { type CatalogNames, catalogNamesOf } from "./names/catalogNames.ts";
import { summaryOf } from "./summaryOf.ts";

/** What a catalog stands on: a schema in memory, or a bundle that reads each part when it is asked for. Nothing throws. */
export interface CatalogSource {
	/** Bottom layer first. */
	readonly layers: readonly Layer[];
	/** In code unit order of their logical names. The same list each time. */
	summaries(): readonly TableSummary[];
	/** By exact logical name. The same object comes back while it is cached. */
	table(logicalName: string): Table | undefined;
	/** One part of the names. Asked for once: whoever asks keeps it. */
	names<Part extends keyof CatalogNames>(part: Part): CatalogNames[Part];
}

/** A source over a whole schema: everything is there already, the names are made at their first use. */
export function schemaSource({ layers, tables }: Schema): CatalogSource {
	const byName = new Map(tables.map((table) => [table.logicalName, table]));
	let summaries: readonly TableSummary[] | undefined;
	let names: CatalogNames | undefined;
	return {
		layers,
		summaries: () => (summaries ??= tables.map(summaryOf)),
		table: (logicalName) => byName.get(logicalName),
		names: (part) => (names ??= catalogNamesOf(tables))[part],
	};
}
