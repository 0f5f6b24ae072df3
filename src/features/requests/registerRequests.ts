import { commands, EventEmitter, type ExtensionContext, TreeItem, type TreeView, window } from "vscode";
import type { RequestJournal } from "../../core/client/requestJournal.ts";
import { handleCommand, handleCommandsLater } from "../../host/commands.ts";
import { requestsViewId } from "../../host/contributions.ts";
import { later } from "../../host/later.ts";
import { requestCommands } from "./requestCommands.ts";
import type { RequestNode } from "./requestNode.ts";

/** Whether the view is shown: it takes no place in the panel before somebody has asked for it. */
const shownKey = "dataverseWorkbench.requestsShown";

/** The way to forget what the feature has stored, for Remove All Data. */
export interface RegisteredRequests {
	removeData(): Promise<void>;
	dispose(): void;
}

/** The view of all requests that this window has sent. Its code is loaded when it is first shown. */
export function registerRequests(
	context: Pick<ExtensionContext, "workspaceState">,
	journal: RequestJournal,
): RegisteredRequests {
	const treeChanges = new EventEmitter<undefined>();
	const view = later(async () => {
		const { RequestsView } = await import("./requestsView.ts");
		return new RequestsView({ journal, treeView, treeChanges });
	});
	const treeView: TreeView<RequestNode> = window.createTreeView<RequestNode>(requestsViewId, {
		treeDataProvider: {
			onDidChangeTreeData: treeChanges.event,
			getChildren: async (node) => [...(await view.get()).getChildren(node)],
			getTreeItem: (node) => view.loaded?.getTreeItem(node) ?? new TreeItem(""),
			resolveTreeItem: (item, node) => view.loaded?.resolveTreeItem(item, node) ?? item,
		},
	});
	if (context.workspaceState.get(shownKey) !== undefined) void commands.executeCommand("setContext", shownKey, true);
	const parts: readonly { dispose(): unknown }[] = [
		treeChanges,
		treeView,
		handleCommand("dataverseWorkbench.showRequests", async () => {
			await context.workspaceState.update(shownKey, { version: 1, data: true });
			await commands.executeCommand("setContext", shownKey, true);
			await commands.executeCommand(`${requestsViewId}.focus`);
		}),
		...handleCommandsLater(requestCommands, async () => (await view.get()).handlers),
	];
	return {
		removeData: async () => {
			journal.clear();
			await context.workspaceState.update(shownKey, undefined);
			await commands.executeCommand("setContext", shownKey, false);
		},
		dispose: () => {
			view.loaded?.dispose();
			for (const part of parts) part.dispose();
		},
	};
}
