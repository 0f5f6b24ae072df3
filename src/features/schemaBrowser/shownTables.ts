import type { TableSummary } from "../../core/schema/catalog.ts";
import type { SchemaView } from "./schemaView.ts";
import { matchesFilter } from "./tableFilter.ts";

/** The tables that the filter leaves, in the catalog's order. */
export function shownTables({ catalog, filter }: Pick<SchemaView, "catalog" | "filter">): readonly TableSummary[] {
	return catalog.tables().filter((table) => matchesFilter(table, filter));
}
