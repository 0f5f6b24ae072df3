import { type CustomDocument, type ExtensionContext, window, workspace } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { handleCommand } from "../../host/commands.ts";
import { later } from "../../host/later.ts";
import { tablePageScheme } from "../../host/tablePageUri.ts";
import { TablePageFiles } from "./tablePageFiles.ts";
import { tablePageViewType } from "./tablePageViewType.ts";

/** The table page: its files, its editor and the command that opens it. The page's code is loaded with the first one. */
export function registerTablePage(context: ExtensionContext, catalogs: CatalogProvider): void {
	const pages = later(async () => {
		const { TablePages } = await import("./tablePages.ts");
		return new TablePages(context.extensionUri, catalogs);
	});
	context.subscriptions.push(
		workspace.registerFileSystemProvider(tablePageScheme, new TablePageFiles(catalogs), {
			isCaseSensitive: true,
			isReadonly: true,
		}),
		window.registerCustomEditorProvider(
			tablePageViewType,
			{
				openCustomDocument: (uri): CustomDocument => ({ uri, dispose: () => undefined }),
				resolveCustomEditor: async ({ uri }, panel) => (await pages.get()).adopt(uri, panel),
			},
			{ supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } },
		),
		handleCommand("dataverseWorkbench.openTablePage", async (place) => (await pages.get()).open(place)),
	);
}
