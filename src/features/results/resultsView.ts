import { commands, env, type WebviewPanel } from "vscode";
import { printJson } from "../../core/client/json/printJson.ts";
import { runCommand } from "../../host/commands.ts";
import { environmentBadge } from "../../host/environmentBadge.ts";
import type { Environments } from "../../host/environments.ts";
import { say } from "../../host/say.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";
import { tellClientProblem } from "../../host/tellProblem.ts";
import { webviewPort } from "../../host/webviewPage.ts";
import { Channel, type Handlers } from "../../protocol/channel.ts";
import type { EnvironmentBadge } from "../../protocol/environmentBadge.ts";
import type { ResultsAction, ResultsMessages, ResultsStart } from "../../protocol/results.ts";
import { indentedJson } from "../../words/indentedJson.ts";
import { discardLabel } from "../../words/records.ts";
import { localised, resultsStart, resultsUpdate } from "./resultsAnswers.ts";
import type { ResultsDocument } from "./resultsDocument.ts";
import type { ModelChange } from "./resultsModel.ts";
import { unreadableStatus } from "./resultsStatus.ts";

/** The page may be closed while it is being told something: then nobody is there to see it. */
function ignore(): void {
	// Nothing to do.
}

/** One open tab of results. Lives as long as its panel. */
export class ResultsView {
	readonly panel: WebviewPanel;
	readonly #document: ResultsDocument;
	readonly #environments: Environments;
	readonly #channel: Channel<ResultsMessages["toHost"], ResultsMessages["toView"]>;
	/** Nobody listens before the page has asked for its start, and nobody may hear of rows twice. */
	#started = false;

	constructor(document: ResultsDocument, panel: WebviewPanel, environments: Environments) {
		this.panel = panel;
		this.#document = document;
		this.#environments = environments;
		this.#channel = new Channel(webviewPort(panel.webview), this.#handlers());
		const stopModel = document.model?.onDidChange((change) => {
			this.#update(change);
		});
		const subscriptions = [
			environments.onDidChange(() => {
				this.#update({});
			}),
			onSettingsChange(["schema.labels"])(() => void this.#channel.call("changed", null).catch(ignore)),
			document.onShow((record) => {
				panel.reveal(panel.viewColumn);
				if (record !== undefined) void this.#channel.call("reveal", { record }).catch(ignore);
			}),
		];
		panel.onDidDispose(() => {
			stopModel?.();
			for (const subscription of subscriptions) subscription.dispose();
			this.#channel.dispose();
		});
	}

	#handlers(): Handlers<ResultsMessages["toHost"]> {
		return {
			start: () => this.#start(),
			edit: ({ record, property, text }) => {
				const problem = this.#document.stage(record, property, text);
				return problem === undefined ? {} : { problem: say(problem) };
			},
			run: async ({ action }) => {
				await this.#run(action);
				return null;
			},
			json: ({ record }) => {
				const base = this.#document.model?.record(record);
				return base === undefined ? "" : indentedJson(printJson(base.row));
			},
			copy: async ({ text }) => {
				await env.clipboard.writeText(text);
				return null;
			},
		};
	}

	#start(): ResultsStart {
		this.#started = true;
		const { content, title } = this.#document;
		const labels = readSetting("schema.labels");
		if (!("problem" in content)) {
			return resultsStart(content, { badge: this.#badge(), language: env.language, labels, say });
		}
		return {
			words: localised(say),
			language: env.language,
			labels,
			title: [title],
			columns: [],
			rows: [],
			staged: [],
			status: unreadableStatus(content.problem, this.#badge(), say),
		};
	}

	#badge(): EnvironmentBadge | undefined {
		return environmentBadge(this.#environments, this.#document.environment);
	}

	#update(change: ModelChange): void {
		const { content } = this.#document;
		if (!this.#started || !this.panel.visible || "problem" in content) return;
		const update = resultsUpdate(content, change, { badge: this.#badge(), say });
		void this.#channel.call("update", update).catch(ignore);
	}

	async #run(action: ResultsAction): Promise<void> {
		const { model, uri } = this.#document;
		switch (action) {
			case "more":
				await model?.more();
				return;
			case "again":
				await model?.again();
				return;
			case "cancel":
				model?.cancel();
				return;
			case "undo":
				// VS Code's own: the document's edits are in its list.
				await commands.executeCommand("undo");
				return;
			case "discard":
				this.#document.discard(say(discardLabel));
				return;
			case "review":
				await runCommand("dataverseWorkbench.reviewChanges", uri.toString());
				return;
			case "details":
				await this.#tellDetails();
		}
	}

	async #tellDetails(): Promise<void> {
		const problem = this.#document.model?.state.problem;
		if (problem === undefined || problem.code === "noClient") return;
		const tryAgain = () => this.#document.model?.again();
		await tellClientProblem(problem, { environment: this.#document.environment, tryAgain });
	}
}
