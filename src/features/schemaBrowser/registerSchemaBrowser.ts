import { commands, type ExtensionContext, window } from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { schemaViewId } from "../../host/contributions.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";
import { say } from "../../host/say.ts";
import { filteredWords } from "../../words/schemaTree.ts";
import { arrangeCommand } from "./arrange.ts";
import { BrowserState } from "./browserState.ts";
import { copyCommandHandlers } from "./copyNames.ts";
import { favouriteCommands } from "./favouriteCommands.ts";
import { filterCommands } from "./filterCommands.ts";
import { filterText } from "./folderLook.ts";
import { goCommands } from "./goCommands.ts";
import { registerSearch } from "./registerSearch.ts";
import { SchemaTree } from "./schemaTree.ts";
import type { SchemaView } from "./schemaView.ts";
import { SelectedNodes } from "./selectedNodes.ts";
import { shownTables } from "./shownTables.ts";
import { isFiltering } from "./tableFilter.ts";

/** What the feature needs, and what it gives back for Remove All Data. */
export interface SchemaBrowser {
	removeData(): Promise<void>;
	dispose(): void;
}

/** The Schema view, its commands, Search Schema and the workspace symbols. Opens no catalog by itself. */
export function registerSchemaBrowser(context: ExtensionContext, catalogs: CatalogProvider): SchemaBrowser {
	const state = new BrowserState(context);
	const tree = new SchemaTree({
		catalog: () => catalogs.catalog(),
		view: (catalog) => {
			const view = viewOf(catalog, state);
			showFilter(view);
			return view;
		},
		opened: (catalog) => {
			setContext("schemaState", catalog === undefined ? "unreadable" : "open");
		},
	});
	const treeView = window.createTreeView(schemaViewId, {
		treeDataProvider: tree,
		showCollapseAll: true,
		canSelectMany: true,
	});
	/** A filter in force is always on screen, however far the list is scrolled. */
	const showFilter = (view: SchemaView) => {
		const filtering = isFiltering(view.filter);
		setContext("filtered", filtering);
		treeView.message = filtering ? say(filteredWords(filterText(view), shownTables(view).length)) : "";
	};
	const refresh = () => {
		tree.refresh();
	};
	const selected = new SelectedNodes(treeView, tree);
	const parts: readonly { dispose(): unknown }[] = [
		tree,
		treeView,
		state,
		state.onDidChange(refresh),
		catalogs.onDidChange(refresh),
		onSettingsChange(["schema.labels", "schema.sort"])(refresh),
		arrangeCommand(),
		...copyCommandHandlers(selected),
		...favouriteCommands(state, selected),
		...filterCommands(catalogs, state),
		...goCommands({ state, tree, treeView, selected }),
		...registerSearch(catalogs),
	];
	return {
		removeData: () => state.clear(),
		dispose: () => {
			for (const part of parts) part.dispose();
		},
	};
}

function viewOf(catalog: Catalog, state: BrowserState): SchemaView {
	return {
		catalog,
		labels: readSetting("schema.labels"),
		sort: readSetting("schema.sort"),
		filter: state.filter,
		favourites: state.favourites,
		say,
	};
}

function setContext(name: string, value: unknown): void {
	void commands.executeCommand("setContext", `dataverseWorkbench.${name}`, value);
}
