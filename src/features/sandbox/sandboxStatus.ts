import { commands, StatusBarAlignment, type StatusBarItem, window } from "vscode";
import type { CommandId } from "../../host/contributions.ts";
import { say } from "../../host/say.ts";
import type { RunningSandbox } from "../../sandbox/server/startSandbox.ts";
import { sandboxTooltip, sandboxWords } from "../../words/sandboxFeature.ts";

/**
 * The status bar item while a sandbox runs, and what commands of it are enabled by. It is an icon only: its name stands
 * beside it as the environment of the window, where it is that.
 */
export class SandboxStatus {
	readonly #item: StatusBarItem;

	constructor() {
		this.#item = window.createStatusBarItem("dataverseWorkbench.sandbox", StatusBarAlignment.Left);
		this.#item.name = say(sandboxWords.name);
		this.#item.text = "$(server-process)";
		this.#item.accessibilityInformation = { label: say(sandboxWords.runs) };
		this.#item.command = "dataverseWorkbench.openSandbox" satisfies CommandId;
	}

	show(running: RunningSandbox | undefined): void {
		void commands.executeCommand("setContext", "dataverseWorkbench.sandboxRunning", running !== undefined);
		if (running === undefined) {
			this.#item.hide();
			return;
		}
		this.#item.tooltip = say(sandboxTooltip(running.url, say(whereItRuns(running))));
		this.#item.show();
	}

	dispose(): void {
		this.#item.dispose();
	}
}

export const whereItRuns = ({ attached }: RunningSandbox) => (attached ? sandboxWords.elsewhere : sandboxWords.here);
