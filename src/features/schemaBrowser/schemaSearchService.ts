import type { Catalog } from "../../core/schema/catalog.ts";
import type { SchemaSearch } from "../../core/schema/search/searchHit.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";

export interface OpenSearch {
	readonly catalog: Catalog;
	readonly search: SchemaSearch;
}

/** The search over the catalog of this moment. Its code is loaded and its index made at the first use. */
export class SchemaSearchService {
	readonly #catalogs: CatalogProvider;
	#open: OpenSearch | undefined;

	constructor(catalogs: CatalogProvider) {
		this.#catalogs = catalogs;
	}

	async open(): Promise<OpenSearch | undefined> {
		const catalog = await this.#catalogs.catalog();
		if (catalog === undefined) return undefined;
		if (this.#open?.catalog === catalog) return this.#open;
		const { createSearch } = await import("../../core/schema/search/createSearch.ts");
		this.#open = { catalog, search: createSearch(catalog) };
		return this.#open;
	}
}
