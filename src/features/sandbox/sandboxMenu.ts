import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { runCommand } from "../../host/commands.ts";
import { say } from "../../host/say.ts";
import type { RunningSandbox } from "../../sandbox/server/startSandbox.ts";
import type { Message } from "../../words/message.ts";
import { sandboxTitle, sandboxWords } from "../../words/sandboxFeature.ts";
import type { sandboxCommands } from "./sandboxCommands.ts";
import { whereItRuns } from "./sandboxStatus.ts";
import { webApiOf } from "./webApi.ts";

type Command = (typeof sandboxCommands)[number];

interface MenuItem extends QuickPickItem {
	readonly run?: Command;
}

/** What can be done with the sandbox that runs. Escape does nothing. */
export async function showMenu(running: RunningSandbox): Promise<void> {
	const chosen = await window.showQuickPick(menuItems(running), {
		title: say(sandboxTitle(running.url)),
		placeHolder: `${say(whereItRuns(running))} · ${say(sandboxWords.placeHolder)}`,
		matchOnDescription: true,
	});
	if (chosen?.run !== undefined) await runCommand(chosen.run);
}

function menuItems(running: RunningSandbox): readonly MenuItem[] {
	const item = (icon: string, label: Message, run: Command, description = ""): MenuItem => ({
		label: `$(${icon}) ${say(label)}`,
		description,
		run,
	});
	const line: MenuItem = { label: "", kind: QuickPickItemKind.Separator };
	return [
		item("copy", sandboxWords.copyUrl, "dataverseWorkbench.copySandboxUrl", webApiOf(running)),
		item("key", sandboxWords.copyToken, "dataverseWorkbench.copySandboxToken", say(sandboxWords.tokenDetail)),
		item(
			"file-code",
			sandboxWords.openRequests,
			"dataverseWorkbench.openSandboxRequests",
			say(sandboxWords.openRequestsDetail),
		),
		line,
		item("add", sandboxWords.addRows, "dataverseWorkbench.addSandboxRows"),
		item("export", sandboxWords.export, "dataverseWorkbench.exportSandbox"),
		item("cloud-download", sandboxWords.import, "dataverseWorkbench.importSandbox"),
		line,
		item("discard", sandboxWords.reset, "dataverseWorkbench.resetSandbox"),
		item("debug-stop", sandboxWords.stop, "dataverseWorkbench.stopSandbox", say(sandboxWords.stopDetail)),
	];
}
