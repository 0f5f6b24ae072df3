import { type CustomDocument, type ExtensionContext, window, workspace } from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import { displayNameOf } from "../../core/schema/displayName.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { handleCommand } from "../../host/commands.ts";
import { say } from "../../host/say.ts";
import { tablePageScheme } from "../../host/tablePageUri.ts";
import { noSuchTable, tablePickWords } from "../../words/tablePage.ts";
import { OpenPages, tablePageViewType } from "./openPages.ts";
import { TablePageFiles } from "./tablePageFiles.ts";
import type { OpenPlace } from "./tablePageView.ts";

/** The table page: its files, its editor and the command that opens it. */
export function registerTablePage(context: ExtensionContext, catalogs: CatalogProvider): void {
	const pages = new OpenPages(context.extensionUri, catalogs);
	context.subscriptions.push(
		workspace.registerFileSystemProvider(tablePageScheme, new TablePageFiles(catalogs), {
			isCaseSensitive: true,
			isReadonly: true,
		}),
		window.registerCustomEditorProvider(
			tablePageViewType,
			{
				openCustomDocument: (uri): CustomDocument => ({ uri, dispose: () => undefined }),
				resolveCustomEditor: ({ uri }, panel) => pages.adopt(uri, panel),
			},
			{ supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } },
		),
		handleCommand("dataverseWorkbench.openTablePage", async (argument) => {
			const catalog = await catalogs.catalog();
			if (catalog === undefined) return;
			const place = isPlace(argument) ? argument : await pickTable(catalog);
			if (place !== undefined) await openPlace(catalog, pages, place);
		}),
	);
}

/** Takes any name that a table or column goes by; the page itself is known by the logical names. */
async function openPlace(catalog: Catalog, pages: OpenPages, { table, column }: OpenPlace): Promise<void> {
	const found = catalog.findTable(table);
	if (found === undefined) {
		void window.showWarningMessage(say(noSuchTable(table)));
		return;
	}
	const at = column === undefined ? undefined : catalog.column(found.logicalName, column)?.logicalName;
	await pages.open({ table: found.logicalName, ...(at === undefined ? {} : { column: at }) });
}

async function pickTable(catalog: Catalog): Promise<OpenPlace | undefined> {
	const items = catalog.tables().map((table) => ({
		label: displayNameOf(table) ?? table.logicalName,
		description: table.logicalName,
		...(table.entitySetName === undefined ? {} : { detail: table.entitySetName }),
	}));
	const picked = await window.showQuickPick(items, {
		placeHolder: say(tablePickWords.placeholder),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return picked && { table: picked.description };
}

function isPlace(argument: unknown): argument is OpenPlace {
	if (typeof argument !== "object" || argument === null || !("table" in argument)) return false;
	const column = "column" in argument ? argument.column : undefined;
	return typeof argument.table === "string" && (column === undefined || typeof column === "string");
}
