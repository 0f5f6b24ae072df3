import type { Catalog } from "../../core/schema/catalog.ts";
import type { SearchHit } from "../../core/schema/search/searchHit.ts";
import type { SchemaPlace } from "../../host/contributions.ts";

/** The table pages that a hit can lead to, each once: for a choice those of the columns that use it. */
export function hitPlaces(hit: SearchHit, catalog: Catalog): readonly SchemaPlace[] {
	if (hit.kind === "choice") return catalog.choice(hit.name)?.usedBy ?? [];
	const places = new Map<string, SchemaPlace>();
	for (const { table, column } of catalog.places(hit.entry)) {
		if (table === undefined || (hit.table !== undefined && table !== hit.table)) continue;
		places.set(`${table}.${column ?? ""}`, column === undefined ? { table } : { table, column });
	}
	return [...places.values()];
}
