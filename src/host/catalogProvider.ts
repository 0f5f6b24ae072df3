import type { Event } from "vscode";
import type { Catalog } from "../core/schema/catalog.ts";

/** Hands the catalog to the features. The bundle is opened at the first call, never while the extension starts. */
export interface CatalogProvider {
	/**
	 * The catalog, or undefined where the bundle cannot be read; the person has then been told once, and features show
	 * their empty state.
	 */
	catalog(): Promise<Catalog | undefined>;
	/** Another bundle or environment lies under the catalog now: everything shown from it is out of date. */
	readonly onDidChange: Event<void>;
}
