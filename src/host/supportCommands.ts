import { commands, type Disposable, type ExtensionContext, env, window } from "vscode";
import { hostWords } from "../words/hostWords.ts";
import type { BundledCatalog } from "./bundledCatalog.ts";
import { handleCommand } from "./commands.ts";
import { diagnosticsText } from "./diagnostics.ts";
import type { Log } from "./log.ts";
import { say } from "./say.ts";

interface Services {
	readonly context: ExtensionContext;
	readonly log: Log;
	readonly catalogs: BundledCatalog;
	/** Each part's way to forget what it has stored. */
	readonly removeData: readonly (() => Promise<void>)[];
}

/** Commands that help when something is wrong, and the one that takes everything away again. */
export function supportCommands({ context, log, catalogs, removeData }: Services): readonly Disposable[] {
	return [
		handleCommand("dataverseWorkbench.showLog", () => {
			log.show();
		}),
		handleCommand("dataverseWorkbench.getStarted", () =>
			commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
		),
		handleCommand("dataverseWorkbench.refresh", () => {
			catalogs.refresh();
		}),
		handleCommand("dataverseWorkbench.copyDiagnostics", async () => {
			await env.clipboard.writeText(log.redact(diagnosticsText(context, await catalogs.describe())));
			void window.showInformationMessage(say(hostWords.diagnosticsCopied));
		}),
		handleCommand("dataverseWorkbench.removeAllData", async () => {
			const remove = say(hostWords.remove);
			const detail = say(hostWords.removeDetail);
			const answer = await window.showWarningMessage(say(hostWords.removeQuestion), { modal: true, detail }, remove);
			if (answer !== remove) return;
			await Promise.all(removeData.map((part) => part()));
			void window.showInformationMessage(say(hostWords.removed));
		}),
	];
}
