import { commands, env, type WebviewPanel } from "vscode";
import { printJson } from "../../core/client/json/printJson.ts";
import { displayNameOf } from "../../core/schema/displayName.ts";
import { runCommand } from "../../host/commands.ts";
import { environmentBadge } from "../../host/environmentBadge.ts";
import type { Environments } from "../../host/environments.ts";
import { say } from "../../host/say.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";
import { tellClientProblem } from "../../host/tellProblem.ts";
import { webviewPort } from "../../host/webviewPage.ts";
import { Channel, type Handlers } from "../../protocol/channel.ts";
import type {
	ResultsAction,
	ResultsMessages,
	ResultsStart,
	ResultsStatus,
	ResultsUpdate,
} from "../../protocol/results.ts";
import { indentedJson } from "../../words/indentedJson.ts";
import { discardLabel } from "../../words/records.ts";
import { resultsWords } from "../../words/results.ts";
import type { ResultsDocument } from "./resultsDocument.ts";
import type { ModelChange } from "./resultsModel.ts";
import { resultsColumns, resultsRow, resultsRows, stagedCells } from "./resultsPage.ts";
import { resultsStatus, unreadableStatus } from "./resultsStatus.ts";

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
		const { model } = this.#document;
		const labels = readSetting("schema.labels");
		const table = model?.table.table;
		const display = table && displayNameOf(table);
		const names = [display, table?.logicalName].filter((name) => name !== undefined);
		return {
			words: Object.fromEntries(Object.entries(resultsWords).map(([key, words]) => [key, say(words)])),
			language: env.language,
			labels,
			title: table === undefined ? [this.#document.title] : labels === "displayName" ? names : names.reverse(),
			columns: model === undefined ? [] : resultsColumns(model.table, say),
			rows: model === undefined ? [] : resultsRows(model, 0, say),
			staged: model === undefined ? [] : stagedCells(model, say),
			status: this.#status(),
		};
	}

	#status(): ResultsStatus {
		const { content, environment } = this.#document;
		const badge = environmentBadge(this.#environments, environment);
		return "problem" in content ? unreadableStatus(content.problem, badge, say) : resultsStatus(content, badge, say);
	}

	#update({ rowsFrom, record, staged }: ModelChange): void {
		if (!this.#started || !this.panel.visible) return;
		const { model } = this.#document;
		const place = record === undefined ? -1 : (model?.rows.findIndex(({ id }) => id === record) ?? -1);
		const base = model?.rows[place];
		const update: ResultsUpdate = {
			status: this.#status(),
			...(model !== undefined && staged === true && { staged: stagedCells(model, say) }),
			...(model !== undefined &&
				rowsFrom !== undefined && {
					rows: { from: rowsFrom, rows: resultsRows(model, rowsFrom, say), total: model.rows.length },
				}),
			...(model !== undefined &&
				base !== undefined && {
					rows: { from: place, rows: [resultsRow(model, base, say)], total: model.rows.length },
				}),
		};
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
