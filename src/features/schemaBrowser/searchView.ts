import type { Catalog } from "../../core/schema/catalog.ts";
import type { SchemaView } from "./schemaView.ts";

/** What the search needs to show a hit. */
export interface SearchView extends Pick<SchemaView, "labels" | "say"> {
	readonly catalog: Catalog;
}
