import {
	EventEmitter,
	type ExtensionContext,
	type LogOutputChannel,
	type TextDocument,
	TreeItem,
	type TreeView,
	window,
} from "vscode";
import type { RequestJournal } from "../../core/client/requestJournal.ts";
import { handleCommandsLater } from "../../host/commands.ts";
import { environmentsViewId } from "../../host/contributions.ts";
import type { Environments } from "../../host/environments.ts";
import { type Later, later } from "../../host/later.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import type { TokenSource } from "../../host/tokenSource.ts";
import type { EnvironmentFeature } from "./createEnvironments.ts";
import { environmentCommands } from "./environmentCommands.ts";
import { environmentMime, type EnvironmentNode } from "./environmentNode.ts";
import { EnvironmentStore } from "./environmentStore.ts";
import { isQueryDocument } from "./queryDocument.ts";

interface Services {
	readonly tokens: TokenSource;
	readonly sandbox: SandboxSource;
	readonly journal: RequestJournal;
	readonly log: LogOutputChannel;
}

/** The environments for other features, and the way to forget what is stored of them. */
export interface RegisteredEnvironments extends Environments {
	removeData(): Promise<void>;
	dispose(): void;
}

/**
 * The list of environments. While the extension starts only the store is made; the view, the commands, the status bar and
 * the clients are loaded when one of them is first used, or right after the start where this workspace has used an
 * environment before.
 */
export function registerEnvironments(context: ExtensionContext, services: Services): RegisteredEnvironments {
	const store = new EnvironmentStore(context, services.sandbox);
	const treeChanges = new EventEmitter<undefined>();
	const feature = later(async () => {
		const { createEnvironments } = await import("./createEnvironments.ts");
		return createEnvironments({ ...services, context, store, treeView, treeChanges });
	});
	const load = (): void => {
		feature.get().catch((error: unknown) => {
			services.log.error(error instanceof Error ? error : String(error));
		});
	};
	const loadForQueries = (document: TextDocument | undefined): void => {
		if (document !== undefined && isQueryDocument(document)) load();
	};
	const treeView = laterView(treeChanges, feature);
	// Only after the extension has started: the status bar may not hold up the window.
	const timer = setTimeout(() => {
		if (store.hasCurrent || services.sandbox.running !== undefined) load();
		else loadForQueries(window.activeTextEditor?.document);
	}, 0);
	const parts: readonly { dispose(): unknown }[] = [
		store,
		treeChanges,
		treeView,
		services.sandbox.onDidChange(load),
		window.onDidChangeActiveTextEditor((editor) => {
			loadForQueries(editor?.document);
		}),
		...handleCommandsLater(environmentCommands, async () => (await feature.get()).handlers),
	];
	return {
		get all() {
			return store.all;
		},
		get current() {
			return store.current;
		},
		onDidChange: store.onDidChange,
		ofDocument: (uri) => store.chosenFor(uri.toString()) ?? store.current,
		choose: async () => (await feature.get()).choose(),
		client: async (id) => (await feature.get()).client(id),
		lock: (id) => store.lock(id),
		unlock: async (id) => (await feature.get()).unlock(id),
		removeData: async () => (await feature.get()).removeData(),
		dispose: () => {
			clearTimeout(timer);
			feature.loaded?.dispose();
			for (const part of parts) part.dispose();
		},
	};
}

/** The view as VS Code sees it. Items exist only after the first children were given, thus after the code was loaded. */
function laterView(changes: EventEmitter<undefined>, feature: Later<EnvironmentFeature>): TreeView<EnvironmentNode> {
	return window.createTreeView<EnvironmentNode>(environmentsViewId, {
		treeDataProvider: {
			onDidChangeTreeData: changes.event,
			getChildren: async (node) => (node === undefined ? (await feature.get()).tree.children() : []),
			getTreeItem: (node) => feature.loaded?.tree.item(node) ?? new TreeItem(""),
			getParent: () => undefined,
		},
		dragAndDropController: {
			dragMimeTypes: [environmentMime],
			dropMimeTypes: [environmentMime],
			handleDrag: (nodes, transfer) => feature.loaded?.tree.drag(nodes, transfer),
			handleDrop: async (target, transfer) => (await feature.get()).tree.drop(target, transfer),
		},
	});
}
