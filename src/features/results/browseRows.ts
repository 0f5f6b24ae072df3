import { commands, type QuickPickItem, ViewColumn, window } from "vscode";
import type { Catalog, TableSummary } from "../../core/schema/catalog.ts";
import { displayNameOf } from "../../core/schema/displayName.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import type { Environments } from "../../host/environments.ts";
import { say } from "../../host/say.ts";
import { readSetting } from "../../host/settings.ts";
import { browseWords, resultsProblems, resultsTitle } from "../../words/results.ts";
import { resultsUri } from "./resultsAddress.ts";
import { resultsViewType } from "./resultsViewType.ts";

interface Services {
	readonly environments: Environments;
	readonly catalogs: CatalogProvider;
}

/**
 * Opens the rows of a table in the environment that is used now, or brings them to the front. Asks for the table where none
 * was given, and for the environment where none is current.
 */
export async function browseRows(place: unknown, { environments, catalogs }: Services): Promise<void> {
	const catalog = await catalogs.catalog();
	if (catalog === undefined) return;
	const wanted = tableOf(place) ?? (await pickTable(catalog));
	if (wanted === undefined) return;
	const table = catalog.findTable(wanted);
	if (table?.entitySetName === undefined) {
		const { noTable, noEntitySet } = resultsProblems;
		void window.showWarningMessage(say(table === undefined ? noTable(wanted) : noEntitySet(table.logicalName)));
		return;
	}
	const environment = environments.current ?? (await environments.choose());
	if (environment === undefined) return;
	const title = say(resultsTitle(nameOf(table), environment.name));
	const uri = resultsUri({ environment: environment.id, table: table.logicalName }, title);
	await commands.executeCommand("vscode.openWith", uri, resultsViewType, {
		viewColumn: ViewColumn.Active,
		preview: false,
	});
}

function nameOf(table: TableSummary): string {
	const display = displayNameOf(table);
	return display === undefined || readSetting("schema.labels") === "logicalName" ? table.logicalName : display;
}

async function pickTable(catalog: Catalog): Promise<string | undefined> {
	const items = catalog.tables().flatMap((table): (QuickPickItem & { readonly table: string })[] => {
		const { logicalName, entitySetName } = table;
		if (entitySetName === undefined) return [];
		return [{ label: displayNameOf(table) ?? logicalName, description: logicalName, table: logicalName }];
	});
	const picked = await window.showQuickPick(items, {
		placeHolder: say(browseWords.pickTable),
		matchOnDescription: true,
	});
	return picked?.table;
}

function tableOf(place: unknown): string | undefined {
	if (typeof place !== "object" || place === null || !("table" in place)) return undefined;
	return typeof place.table === "string" ? place.table : undefined;
}
