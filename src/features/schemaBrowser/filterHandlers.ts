import type { CatalogProvider } from "../../host/catalogProvider.ts";
import type { CommandHandlers } from "../../host/commands.ts";
import type { BrowserState } from "./browserState.ts";
import { pickFilter } from "./pickFilter.ts";

type FilterCommand = "dataverseWorkbench.filterTables" | "dataverseWorkbench.clearFilter";

export function filterHandlers(catalogs: CatalogProvider, state: BrowserState): CommandHandlers<FilterCommand> {
	return {
		"dataverseWorkbench.filterTables": async () => {
			const catalog = await catalogs.catalog();
			if (catalog !== undefined) await pickFilter(catalog, state);
		},
		"dataverseWorkbench.clearFilter": () => state.setFilter({}),
	};
}
