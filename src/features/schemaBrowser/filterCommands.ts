import type { Disposable } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { handleCommand } from "../../host/commands.ts";
import type { BrowserState } from "./browserState.ts";
import { pickFilter } from "./pickFilter.ts";

export function filterCommands(catalogs: CatalogProvider, state: BrowserState): readonly Disposable[] {
	return [
		handleCommand("dataverseWorkbench.filterTables", async () => {
			const catalog = await catalogs.catalog();
			if (catalog !== undefined) await pickFilter(catalog, state);
		}),
		handleCommand("dataverseWorkbench.clearFilter", () => state.setFilter({})),
	];
}
