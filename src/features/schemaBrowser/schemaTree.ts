import { type EventEmitter, TreeItem } from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import { nodeChildren } from "./nodeChildren.ts";
import { nodeTooltip } from "./nodeTooltip.ts";
import type { SchemaNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { treeItem } from "./treeItem.ts";

/** What the tree stands on: the catalog, which may have to be opened first, and what decides how it is shown. */
export interface TreeSource {
	catalog(): Promise<Catalog | undefined>;
	/** The view of this moment. */
	view(catalog: Catalog): SchemaView;
	/** Told once per opening, so that the view can say why it is empty. */
	opened(catalog: Catalog | undefined): void;
}

/** Hands the items to VS Code, one level at a time. */
export class SchemaTree {
	readonly #changes: EventEmitter<undefined>;
	readonly #source: TreeSource;
	#view: SchemaView | undefined;

	constructor(changes: EventEmitter<undefined>, source: TreeSource) {
		this.#changes = changes;
		this.#source = source;
	}

	/** Shows everything anew; what is expanded stays so. */
	refresh(): void {
		this.#view = undefined;
		this.#changes.fire(undefined);
	}

	/** The view that the items on screen were made with; opens the catalog where that has not happened. */
	async view(): Promise<SchemaView | undefined> {
		if (this.#view !== undefined) return this.#view;
		const catalog = await this.#source.catalog();
		this.#source.opened(catalog);
		this.#view = catalog && this.#source.view(catalog);
		return this.#view;
	}

	async getChildren(node?: SchemaNode): Promise<SchemaNode[]> {
		const view = await this.view();
		return view === undefined ? [] : [...nodeChildren(node, view)];
	}

	getTreeItem(node: SchemaNode): TreeItem | Thenable<TreeItem> {
		if (this.#view !== undefined) return treeItem(node, this.#view);
		return this.view().then((view) => (view === undefined ? new TreeItem("") : treeItem(node, view)));
	}

	resolveTreeItem(item: TreeItem, node: SchemaNode): TreeItem {
		const text = this.#view && nodeTooltip(node, this.#view);
		if (text !== undefined) item.tooltip = text;
		return item;
	}
}
