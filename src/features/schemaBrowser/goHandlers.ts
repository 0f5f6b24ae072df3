import { type TreeView, window } from "vscode";
import { type CommandHandlers, runCommand } from "../../host/commands.ts";
import { say } from "../../host/say.ts";
import { browserWords } from "../../words/schemaBrowser.ts";
import type { BrowserState } from "./browserState.ts";
import { logicalName } from "./copyable.ts";
import { nodeOfPlace } from "./nodeOfPlace.ts";
import { openDocumentation } from "./openDocumentation.ts";
import { placeOf } from "./placeOf.ts";
import type { SchemaNode } from "./schemaNode.ts";
import type { SchemaTree } from "./schemaTree.ts";
import type { SelectedNodes } from "./selectedNodes.ts";
import { matchesFilter } from "./tableFilter.ts";

interface Services {
	readonly state: BrowserState;
	readonly tree: SchemaTree;
	readonly treeView: TreeView<SchemaNode>;
	readonly selected: SelectedNodes;
}

type GoCommand =
	"dataverseWorkbench.revealInTree" | "dataverseWorkbench.openDocumentation" | "dataverseWorkbench.insertName";

/** Commands that lead from an item to somewhere else. */
export function goHandlers(services: Services): CommandHandlers<GoCommand> {
	const { selected } = services;
	return {
		"dataverseWorkbench.revealInTree": (place) => revealInTree(place, services),
		"dataverseWorkbench.openDocumentation": async (given) => {
			const place = placeOf(given) ?? selected.of(given, undefined).map(placeOf)[0];
			const view = await selected.view();
			if (place === undefined) await selected.tellNothingSelected();
			else if (view !== undefined) await openDocumentation(place, view.catalog);
		},
		"dataverseWorkbench.insertName": (node) => {
			const name = selected.of(node, undefined).map(logicalName)[0];
			return name === undefined ? selected.tellNothingSelected() : runCommand("dataverseWorkbench.insertText", name);
		},
	};
}

/** Shows a table or column in the tree; the person decides what happens to a filter that hides it. */
async function revealInTree(given: unknown, { state, tree, treeView, selected }: Services): Promise<void> {
	const place = placeOf(given) ?? selected.of(given, undefined).map(placeOf)[0];
	if (place === undefined) return selected.tellNothingSelected();
	const view = await tree.view();
	const summary = view?.catalog.summary(place.table);
	if (view === undefined) return;
	if (summary === undefined) return tellUnknown(place.table);
	if (!matchesFilter(summary, state.filter)) {
		const clear = say(browserWords.clearAndShow);
		const answer = await window.showInformationMessage(say(browserWords.hiddenByFilter(place.table)), clear);
		if (answer !== clear) return;
		await state.setFilter({});
	}
	const current = await tree.view();
	const node = current && nodeOfPlace(place, current);
	if (node !== undefined) await treeView.reveal(node, { select: true, focus: true, expand: node.kind === "table" });
}

async function tellUnknown(table: string): Promise<void> {
	const search = say(browserWords.searchInstead);
	const answer = await window.showInformationMessage(say(browserWords.unknownTable(table)), search);
	if (answer === search) await runCommand("dataverseWorkbench.searchSchema", table);
}
