import { commands, type TreeView, window } from "vscode";
import { schemaViewId } from "../../host/contributions.ts";
import { say } from "../../host/say.ts";
import { browserWords } from "../../words/schemaBrowser.ts";
import { isSchemaNode, type SchemaNode } from "./schemaNode.ts";
import type { SchemaTree } from "./schemaTree.ts";
import type { SchemaView } from "./schemaView.ts";

/** The items that a command is about: those a menu passed, else the selected ones. */
export class SelectedNodes {
	readonly #treeView: TreeView<SchemaNode>;
	readonly #tree: SchemaTree;

	constructor(treeView: TreeView<SchemaNode>, tree: SchemaTree) {
		this.#treeView = treeView;
		this.#tree = tree;
	}

	/** VS Code passes the item of the menu, and all selected items when that one is among them. */
	of(node: unknown, selected: unknown): readonly SchemaNode[] {
		if (Array.isArray(selected) && selected.length > 0) return selected.filter(isSchemaNode);
		return isSchemaNode(node) ? [node] : this.#treeView.selection;
	}

	view(): Promise<SchemaView | undefined> {
		return this.#tree.view();
	}

	/** Says what to select, with a way to the tree. */
	async tellNothingSelected(): Promise<void> {
		const show = say(browserWords.showSchema);
		const answer = await window.showInformationMessage(say(browserWords.nothingSelected), show);
		if (answer === show) await commands.executeCommand(`${schemaViewId}.focus`);
	}
}
