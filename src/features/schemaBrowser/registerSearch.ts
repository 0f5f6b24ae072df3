import { type Disposable, languages } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { handleCommand } from "../../host/commands.ts";
import { SchemaSearchService } from "./schemaSearchService.ts";
import { SchemaSymbols } from "./schemaSymbols.ts";
import { searchSchema } from "./searchSchema.ts";

export function registerSearch(catalogs: CatalogProvider): readonly Disposable[] {
	const service = new SchemaSearchService(catalogs);
	return [
		handleCommand("dataverseWorkbench.searchSchema", (text) =>
			searchSchema(service, typeof text === "string" ? text : ""),
		),
		languages.registerWorkspaceSymbolProvider(new SchemaSymbols(service)),
	];
}
