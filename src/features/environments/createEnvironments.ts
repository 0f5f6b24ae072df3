/** The environments at work. An entry of its own: loaded when the view is shown or one of them is used. */
import { type EventEmitter, type ExtensionContext, type TreeView, window } from "vscode";
import type { DataverseClient } from "../../core/client/dataverseClient.ts";
import type { RequestJournal } from "../../core/client/requestJournal.ts";
import { type Environment, sandboxId } from "../../core/environment/environment.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import type { TokenSource } from "../../host/tokenSource.ts";
import { EnvironmentAccess } from "./environmentAccess.ts";
import { EnvironmentClients } from "./environmentClients.ts";
import type { EnvironmentHandlers } from "./environmentCommands.ts";
import { environmentHandlers } from "./environmentHandlers.ts";
import type { EnvironmentNode } from "./environmentNode.ts";
import { EnvironmentStatus } from "./environmentStatus.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import { EnvironmentTree } from "./environmentTree.ts";
import { EnvironmentViews } from "./environmentViews.ts";
import { unlockEnvironment } from "./lockHandlers.ts";
import { LockTimer } from "./lockTimer.ts";
import { EnvironmentPicker } from "./pickEnvironment.ts";
import { SharedFiles } from "./sharedFiles.ts";
import { SignedInUsers } from "./signedInUsers.ts";
import { EnvironmentSwitch } from "./switchHandlers.ts";

interface Services {
	readonly context: ExtensionContext;
	readonly store: EnvironmentStore;
	readonly tokens: TokenSource;
	readonly sandbox: SandboxSource;
	readonly journal: RequestJournal;
	/** What VS Code was given while the extension started: the view, and the event that makes it ask again. */
	readonly treeView: TreeView<EnvironmentNode>;
	readonly treeChanges: EventEmitter<undefined>;
}

export interface EnvironmentFeature {
	readonly tree: EnvironmentTree;
	readonly handlers: EnvironmentHandlers;
	choose(): Promise<Environment | undefined>;
	client(id: string): Promise<DataverseClient | undefined>;
	unlock(id: string): Promise<boolean>;
	removeData(): Promise<void>;
	dispose(): void;
}

export function createEnvironments(services: Services): EnvironmentFeature {
	const parts = partsOf(services);
	const { store, shared, access, switcher } = parts;
	const stop = keepShown(services, parts);
	return {
		tree: parts.tree,
		handlers: environmentHandlers(parts, services.treeView),
		choose: async () => store.current ?? (await switcher.ask()),
		client: (id) => access.client(id),
		unlock: async (id) => {
			await shared.read();
			const environment = store.find(id);
			return environment !== undefined && (await unlockEnvironment(store, environment));
		},
		removeData: () => store.clear(),
		dispose: () => {
			stop();
			shared.dispose();
		},
	};
}

export type EnvironmentParts = ReturnType<typeof partsOf>;

/** Built by hand, in the order in which they need one another. */
function partsOf({ store, tokens, sandbox, journal, treeView, treeChanges }: Services) {
	const users = new SignedInUsers(tokens, () => {
		store.tellChange();
	});
	const views = new EnvironmentViews(store, users, sandbox);
	const tree = new EnvironmentTree({ store, views, treeView, treeChanges });
	const shared = new SharedFiles((found) => {
		store.setShared(found);
	});
	const clients = new EnvironmentClients({ store, tokens, sandbox, journal });
	const access = new EnvironmentAccess({ store, tokens, sandbox, clients, users, sharedRead: () => shared.read() });
	const switcher = new EnvironmentSwitch({ store, views, sandbox });
	const picker = new EnvironmentPicker(store, views, () => treeView.selection[0]?.id);
	return { store, tokens, journal, users, views, tree, shared, clients, access, switcher, picker };
}

/** Lets the view, the status bar and the locks follow what happens. Gives the function that ends it. */
function keepShown({ tokens, sandbox, store }: Services, { tree, views, users }: EnvironmentParts): () => void {
	const status = new EnvironmentStatus(store, views);
	const timer = new LockTimer(store);
	const show = (): void => {
		timer.follow();
		tree.refresh();
		status.refresh();
	};
	const askUsers = (): void => {
		void users.refresh(store.all);
	};
	let wasRunning = sandbox.running !== undefined;
	const followSandbox = (): void => {
		const isRunning = sandbox.running !== undefined;
		// Who opens the sandbox where no environment is in use yet wants to work with it.
		if (isRunning && !wasRunning && store.current === undefined) void store.setCurrent(sandboxId);
		wasRunning = isRunning;
		store.tellChange();
	};
	const listeners: readonly { dispose(): unknown }[] = [
		status,
		timer,
		store.onDidChange(show),
		tokens.onDidChange(askUsers),
		sandbox.onDidChange(followSandbox),
		window.onDidChangeActiveTextEditor(() => {
			status.refresh();
		}),
		// Another window may have changed the list: storage tells nobody.
		window.onDidChangeWindowState(({ focused }) => {
			if (focused) store.tellChange();
		}),
	];
	if (wasRunning && store.current === undefined) void store.setCurrent(sandboxId);
	show();
	askUsers();
	return () => {
		for (const listener of listeners) listener.dispose();
	};
}
