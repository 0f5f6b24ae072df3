import type { ExtensionContext, LogOutputChannel } from "vscode";
import { handleCommandsLater } from "../../host/commands.ts";
import type { Sandbox } from "./createSandbox.ts";
import { sandboxCommands } from "./sandboxCommands.ts";
import { openKey } from "./sandboxState.ts";

/** The way to forget what the feature has stored, for Remove All Data. */
export interface RegisteredSandbox {
	removeData(): Promise<void>;
	dispose(): void;
}

/**
 * The sandbox's commands. Their code is loaded with the first that is run, or after a start in which a sandbox that was
 * left open is opened again (a reload of the window).
 */
export function registerSandbox(context: ExtensionContext, log: LogOutputChannel): RegisteredSandbox {
	let loading: Promise<Sandbox> | undefined;
	let loaded: Sandbox | undefined;
	const sandbox = (): Promise<Sandbox> =>
		(loading ??= import("./createSandbox.ts").then(({ createSandbox }) => (loaded = createSandbox({ context, log }))));
	const commands = handleCommandsLater(sandboxCommands, async () => (await sandbox()).handlers);
	// Only after the extension has started: whether a sandbox comes back may not hold up the window.
	const timer = context.workspaceState.get(openKey) === undefined ? undefined : setTimeout(reopen, 0);

	function reopen(): void {
		sandbox()
			.then((found) => found.reopen())
			.catch((error: unknown) => {
				log.error(error instanceof Error ? error : String(error));
			});
	}

	return {
		removeData: async () => (await sandbox()).removeData(),
		dispose: () => {
			clearTimeout(timer);
			for (const command of commands) command.dispose();
			loaded?.dispose();
		},
	};
}
