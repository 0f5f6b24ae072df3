import { EventEmitter, type ExtensionContext, languages, type TreeDataProvider, TreeItem, window } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { handleCommandsLater } from "../../host/commands.ts";
import { schemaViewId } from "../../host/contributions.ts";
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
	let loading: Promise<SchemaBrowser> | undefined;
	let loaded: SchemaBrowser | undefined;
	const browser = (): Promise<SchemaBrowser> =>
		(loading ??= import("./schemaBrowser.ts").then(
			({ createSchemaBrowser }) => (loaded = createSchemaBrowser({ context, catalogs, treeView, treeChanges })),
		));
	const treeView = window.createTreeView(schemaViewId, {
		treeDataProvider: laterTree(treeChanges, browser, () => loaded),
		showCollapseAll: true,
		canSelectMany: true,
	});
	syncFavourites(context.globalState);
	const parts: readonly { dispose(): unknown }[] = [
		treeChanges,
		treeView,
		...handleCommandsLater(browserCommands, async () => (await browser()).handlers),
		languages.registerWorkspaceSymbolProvider({
			provideWorkspaceSymbols: async (query, token) => (await browser()).symbols.provideWorkspaceSymbols(query, token),
		}),
	];
	return {
		removeData: async () => (await browser()).removeData(),
		dispose: () => {
			loaded?.dispose();
			for (const part of parts) part.dispose();
		},
	};
}

/** The tree as VS Code sees it. Items exist only after the first children were given, thus after the code was loaded. */
function laterTree(
	changes: EventEmitter<undefined>,
	browser: () => Promise<SchemaBrowser>,
	loaded: () => SchemaBrowser | undefined,
): TreeDataProvider<SchemaNode> {
	return {
		onDidChangeTreeData: changes.event,
		getChildren: async (node) => (await browser()).tree.getChildren(node),
		getTreeItem: (node) => loaded()?.tree.getTreeItem(node) ?? new TreeItem(""),
		getParent: (node) => node.parent,
		resolveTreeItem: (item, node) => loaded()?.tree.resolveTreeItem(item, node) ?? item,
	};
}
