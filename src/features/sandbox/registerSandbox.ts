import { EventEmitter, type ExtensionContext, type LogOutputChannel } from "vscode";
import { handleCommandsLater } from "../../host/commands.ts";
import { later } from "../../host/later.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import { sandboxCommands } from "./sandboxCommands.ts";
import { openKey } from "./sandboxState.ts";

/** The sandbox for other features, and the way to forget what it has stored, for Remove All Data. */
export interface RegisteredSandbox extends SandboxSource {
	removeData(): Promise<void>;
	dispose(): void;
}

/**
 * The sandbox's commands. Their code is loaded with the first that is run, or after a start in which a sandbox that was
 * left open is opened again (a reload of the window).
 */
export function registerSandbox(context: ExtensionContext, log: LogOutputChannel): RegisteredSandbox {
	const changes = new EventEmitter<void>();
	const changed = (): void => {
		changes.fire();
	};
	const sandbox = later(async () => {
		const { createSandbox } = await import("./createSandbox.ts");
		return createSandbox({ context, log, changed });
	});
	const commands = handleCommandsLater(sandboxCommands, async () => (await sandbox.get()).handlers);
	// Only after the extension has started: whether a sandbox comes back may not hold up the window.
	const timer = context.workspaceState.get(openKey) === undefined ? undefined : setTimeout(reopen, 0);

	function reopen(): void {
		sandbox
			.get()
			.then((found) => found.reopen())
			.catch((error: unknown) => {
				log.error(error instanceof Error ? error : String(error));
			});
	}

	return {
		get running() {
			return sandbox.loaded?.running;
		},
		onDidChange: changes.event,
		start: async () => (await sandbox.get()).start(),
		removeData: async () => (await sandbox.get()).removeData(),
		dispose: () => {
			clearTimeout(timer);
			for (const command of commands) command.dispose();
			sandbox.loaded?.dispose();
			changes.dispose();
		},
	};
}
