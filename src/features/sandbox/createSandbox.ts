import { existsSync } from "node:fs";
import {
	env,
	type ExtensionContext,
	languages,
	type LogOutputChannel,
	ProgressLocation,
	window,
	workspace,
} from "vscode";
import { say } from "../../host/say.ts";
import { type RunningSandbox, SandboxStartError } from "../../sandbox/server/startSandbox.ts";
import { sandboxEnded, sandboxFailed, sandboxWords } from "../../words/sandboxFeature.ts";
import { sqliteMissing } from "../../words/sandboxStart.ts";
import { addRows } from "./addRows.ts";
import { resetSandbox } from "./resetSandbox.ts";
import { sampleRequests } from "./sampleRequests.ts";
import type { SandboxHandlers } from "./sandboxCommands.ts";
import { showMenu } from "./sandboxMenu.ts";
import { SandboxRunner } from "./sandboxRunner.ts";
import { SandboxStatus } from "./sandboxStatus.ts";
import { exportToFile, importFromFile } from "./transferCommands.ts";
import { webApiOf } from "./webApi.ts";

/** What the feature is once its code is loaded. */
export interface Sandbox {
	readonly handlers: SandboxHandlers;
	/** What runs now. */
	readonly running: RunningSandbox | undefined;
	/** Starts it with progress; undefined where it does not start, which the person was told, or was given up. */
	start(): Promise<RunningSandbox | undefined>;
	/** Opens the sandbox again that was open when the window was last seen; quietly. */
	reopen(): Promise<void>;
	removeData(): Promise<void>;
	dispose(): void;
}

interface Parts {
	readonly context: ExtensionContext;
	readonly log: LogOutputChannel;
	/** Told when it has started or ended. */
	readonly changed: () => void;
}

/** An entry of its own: loaded with the first command, so that no window waits for it. */
export function createSandbox({ context, log, changed: tellChange }: Parts): Sandbox {
	const status = new SandboxStatus();
	const runner = new SandboxRunner({
		context,
		log,
		changed: (running, reason) => {
			status.show(running);
			tellChange();
			if (reason !== undefined) void tellEnd(reason, () => open());
		},
	});
	/** Undefined where it does not start, which the person was told, or where the person gave up. */
	const start = (): Promise<RunningSandbox | undefined> =>
		context.globalStorageUri.scheme === "file" ? startVisibly(runner, log) : tellNoFolder();
	const open = async (): Promise<void> => {
		const running = await start();
		// The command has done its work when the sandbox runs; the menu waits for the person.
		if (running !== undefined) void showMenu(running);
	};
	/** Commands of the palette start the sandbox where it does not run. */
	const using = (work: (running: RunningSandbox) => Promise<void>) => async (): Promise<void> => {
		const running = await start();
		if (running === undefined) return;
		try {
			await work(running);
		} catch (error) {
			log.error(error instanceof Error ? error : String(error));
			void window.showErrorMessage(say(sandboxFailed(error instanceof Error ? error.message : String(error))));
		}
	};
	return {
		get running() {
			return runner.running;
		},
		start,
		handlers: {
			"dataverseWorkbench.openSandbox": open,
			"dataverseWorkbench.copySandboxUrl": using(async (running) => {
				await env.clipboard.writeText(webApiOf(running));
				window.setStatusBarMessage(say(sandboxWords.urlCopied), 5000);
			}),
			"dataverseWorkbench.copySandboxToken": using(copyToken),
			"dataverseWorkbench.openSandboxRequests": using(openRequests),
			"dataverseWorkbench.addSandboxRows": using(addRows),
			"dataverseWorkbench.exportSandbox": using(exportToFile),
			"dataverseWorkbench.importSandbox": using(importFromFile),
			"dataverseWorkbench.resetSandbox": using(resetSandbox),
			"dataverseWorkbench.stopSandbox": async () => {
				await forgetToken(runner.running);
				await runner.stop();
				window.setStatusBarMessage(say(sandboxWords.stopped), 5000);
			},
		},
		reopen: async () => {
			await runner.start();
		},
		removeData: () => runner.remove(),
		dispose: () => {
			runner.dispose();
			status.dispose();
		},
	};
}

async function startVisibly(runner: SandboxRunner, log: LogOutputChannel): Promise<RunningSandbox | undefined> {
	if (runner.running !== undefined) return runner.running;
	const title = existsSync(runner.file) ? sandboxWords.starting : sandboxWords.startingFirst;
	const options = { location: ProgressLocation.Notification, title: say(title), cancellable: true };
	try {
		return await window.withProgress(options, async (_progress, token) => {
			const starting = runner.start();
			const givenUp = new Promise<undefined>((resolve) => {
				token.onCancellationRequested(() => {
					resolve(undefined);
					void starting.then(() => runner.stop());
				});
			});
			return await Promise.race([starting, givenUp]);
		});
	} catch (error) {
		if (!(error instanceof SandboxStartError)) throw error;
		log.error(error.message);
		const isMissing = error.problem === "sqliteMissing";
		void window.showErrorMessage(isMissing ? say(sqliteMissing(process.versions.node)) : error.message);
		return undefined;
	}
}

function tellNoFolder(): Promise<undefined> {
	void window.showErrorMessage(say(sandboxWords.noFolder));
	return Promise.resolve(undefined);
}

async function tellEnd(reason: string, open: () => Promise<void>): Promise<void> {
	const again = say(sandboxWords.startAgain);
	if ((await window.showErrorMessage(say(sandboxEnded(reason)), again)) === again) await open();
}

async function copyToken({ token }: RunningSandbox): Promise<void> {
	await env.clipboard.writeText(token);
	void window.showInformationMessage(say(sandboxWords.tokenCopied));
}

/** A token that opens nothing any more need not stay where it is pasted from. */
async function forgetToken(running: RunningSandbox | undefined): Promise<void> {
	if (running?.token === (await env.clipboard.readText())) await env.clipboard.writeText("");
}

async function openRequests(running: RunningSandbox): Promise<void> {
	const known = await languages.getLanguages();
	const language = known.includes("http") ? "http" : "plaintext";
	const document = await workspace.openTextDocument({ language, content: sampleRequests(running) });
	await window.showTextDocument(document, { preview: false });
}
