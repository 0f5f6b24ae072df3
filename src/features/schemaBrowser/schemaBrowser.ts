/** The Schema view at work. An entry of its own: loaded when the view is shown or one of its commands is run. */
import { commands, type EventEmitter, type ExtensionContext, type TreeView } from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { say } from "../../host/say.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";
import { filteredWords } from "../../words/schemaTree.ts";
import { arrangeSchema } from "./arrangeSchema.ts";
import type { BrowserHandlers } from "./browserCommands.ts";
import { BrowserState } from "./browserState.ts";
import { copyHandlers } from "./copyHandlers.ts";
import { favouriteHandlers } from "./favouriteHandlers.ts";
import { filterHandlers } from "./filterHandlers.ts";
import { filterText } from "./folderLook.ts";
import { goHandlers } from "./goHandlers.ts";
import type { SchemaNode } from "./schemaNode.ts";
import { SchemaSearchService } from "./schemaSearchService.ts";
import { SchemaSymbols } from "./schemaSymbols.ts";
import { SchemaTree } from "./schemaTree.ts";
import type { SchemaView } from "./schemaView.ts";
import { searchSchema } from "./searchSchema.ts";
import { SelectedNodes } from "./selectedNodes.ts";
import { shownTables } from "./shownTables.ts";
import { isFiltering } from "./tableFilter.ts";

export interface SchemaBrowserServices {
	readonly context: ExtensionContext;
	readonly catalogs: CatalogProvider;
	/** What VS Code was given while the extension started: the view, and the event that makes it ask again. */
	readonly treeView: TreeView<SchemaNode>;
	readonly treeChanges: EventEmitter<undefined>;
}

export interface SchemaBrowser {
	readonly tree: SchemaTree;
	readonly handlers: BrowserHandlers;
	readonly symbols: SchemaSymbols;
	removeData(): Promise<void>;
	dispose(): void;
}

/** The tree, what its commands do, and the workspace symbols. Opens no catalog by itself. */
export function createSchemaBrowser({
	context,
	catalogs,
	treeView,
	treeChanges,
}: SchemaBrowserServices): SchemaBrowser {
	const state = new BrowserState(context);
	const search = new SchemaSearchService(catalogs);
	/** A filter in force is always on screen, however far the list is scrolled. */
	const showFilter = (view: SchemaView) => {
		const filtering = isFiltering(view.filter);
		setContext("filtered", filtering);
		treeView.message = filtering ? say(filteredWords(filterText(view), shownTables(view).length)) : "";
	};
	const tree = new SchemaTree(treeChanges, {
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
	const selected = new SelectedNodes(treeView, tree);
	const refresh = () => {
		tree.refresh();
	};
	const parts: readonly { dispose(): unknown }[] = [
		state,
		state.onDidChange(refresh),
		catalogs.onDidChange(refresh),
		onSettingsChange(["schema.labels", "schema.sort"])(refresh),
	];
	return {
		tree,
		symbols: new SchemaSymbols(search),
		handlers: {
			"dataverseWorkbench.searchSchema": (text) => searchSchema(search, typeof text === "string" ? text : ""),
			"dataverseWorkbench.arrangeSchema": arrangeSchema,
			...copyHandlers(selected),
			...favouriteHandlers(state, selected),
			...filterHandlers(catalogs, state),
			...goHandlers({ state, tree, treeView, selected }),
		},
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
