import { EventEmitter, type ExtensionContext, languages, type TreeDataProvider, TreeItem, window } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { handleCommandsLater } from "../../host/commands.ts";
import { schemaViewId } from "../../host/contributions.ts";
import { type Later, later } from "../../host/later.ts";
import { browserCommands } from "./browserCommands.ts";
import type { SchemaBrowser } from "./schemaBrowser.ts";
import type { SchemaNode } from "./schemaNode.ts";
import { syncFavourites } from "./syncFavourites.ts";

/** The way to forget what the feature has stored, for Remove All Data. */
export interface RegisteredSchemaBrowser {
	removeData(): Promise<void>;
	dispose(): void;
}

/**
 * The Schema view, its commands, Search Schema and the workspace symbols. Only tells VS Code that they exist: their code
 * is loaded when one of them is first used, so that no window waits for it.
 */
export function registerSchemaBrowser(context: ExtensionContext, catalogs: CatalogProvider): RegisteredSchemaBrowser {
	const treeChanges = new EventEmitter<undefined>();
	const browser: Later<SchemaBrowser> = later(async () => {
		const { createSchemaBrowser } = await import("./schemaBrowser.ts");
		return createSchemaBrowser({ context, catalogs, treeView, treeChanges });
	});
	const treeView = window.createTreeView(schemaViewId, {
		treeDataProvider: laterTree(treeChanges, browser),
		showCollapseAll: true,
		canSelectMany: true,
	});
	syncFavourites(context.globalState);
	const parts: readonly { dispose(): unknown }[] = [
		treeChanges,
		treeView,
		...handleCommandsLater(browserCommands, async () => (await browser.get()).handlers),
		languages.registerWorkspaceSymbolProvider({
			provideWorkspaceSymbols: async (query, token) =>
				(await browser.get()).symbols.provideWorkspaceSymbols(query, token),
		}),
	];
	return {
		removeData: async () => (await browser.get()).removeData(),
		dispose: () => {
			browser.loaded?.dispose();
			for (const part of parts) part.dispose();
		},
	};
}

/** The tree as VS Code sees it. Items exist only after the first children were given, thus after the code was loaded. */
function laterTree(changes: EventEmitter<undefined>, browser: Later<SchemaBrowser>): TreeDataProvider<SchemaNode> {
	return {
		onDidChangeTreeData: changes.event,
		getChildren: async (node) => (await browser.get()).tree.getChildren(node),
		getTreeItem: (node) => browser.loaded?.tree.getTreeItem(node) ?? new TreeItem(""),
		getParent: (node) => node.parent,
		resolveTreeItem: (item, node) => browser.loaded?.tree.resolveTreeItem(item, node) ?? item,
	};
}
