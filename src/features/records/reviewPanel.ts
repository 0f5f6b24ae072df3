import { env, type WebviewPanel, window } from "vscode";
import { asCurl } from "../../core/client/asCurl.ts";
import type { ClientProblem } from "../../core/client/clientProblem.ts";
import type { RecordChange } from "../../core/records/recordChange.ts";
import { requestOf, type ShownRequest } from "../../core/records/requestOf.ts";
import type { DescribedChange } from "../../host/describedChange.ts";
import { environmentBadge } from "../../host/environmentBadge.ts";
import type { Environments } from "../../host/environments.ts";
import { say } from "../../host/say.ts";
import type { StagedDocument } from "../../host/stagedChanges.ts";
import { tellClientProblem } from "../../host/tellProblem.ts";
import { webviewPort } from "../../host/webviewPage.ts";
import { Channel, type Handlers } from "../../protocol/channel.ts";
import type { EnvironmentBadge } from "../../protocol/environmentBadge.ts";
import type { ReviewAction, ReviewMessages, ReviewState } from "../../protocol/review.ts";
import { reviewProblems, reviewWords, savingWords, saveWords, summaryWords } from "../../words/review.ts";
import { type ChangeOutcome, saveChanges } from "./saveChanges.ts";
import { isUnsure, reviewedChange } from "./reviewState.ts";

/** A change as it was shown when its saving began. */
interface Shown {
	readonly change: RecordChange;
	readonly described: DescribedChange;
	readonly request: ShownRequest;
}

/** Review of the changes of one document: shows each in words and as its request, and sends them when asked. */
export class ReviewPanel {
	readonly panel: WebviewPanel;
	readonly #document: StagedDocument;
	readonly #environments: Environments;
	readonly #channel: Channel<ReviewMessages["toHost"], ReviewMessages["toView"]>;
	readonly #outcomes = new Map<string, ChangeOutcome>();
	/** Of the last saving: what was saved is not staged any more and is still shown. */
	#shown: readonly Shown[] = [];
	#saving: AbortController | undefined;
	#summary: string | undefined;
	#isClosed = false;

	constructor(document: StagedDocument, panel: WebviewPanel, environments: Environments) {
		this.panel = panel;
		this.#document = document;
		this.#environments = environments;
		this.#channel = new Channel(webviewPort(panel.webview), this.#handlers());
		const subscriptions = [
			document.onDidChange(() => {
				this.#documentChanged();
			}),
			environments.onDidChange(() => void this.#tell()),
		];
		panel.onDidDispose(() => {
			this.#isClosed = true;
			for (const subscription of subscriptions) subscription.dispose();
			this.#channel.dispose();
		});
	}

	get isSaving(): boolean {
		return this.#saving !== undefined;
	}

	#handlers(): Handlers<ReviewMessages["toHost"]> {
		return {
			start: async () => ({
				words: Object.fromEntries(Object.entries(reviewWords).map(([key, words]) => [key, say(words)])),
				language: env.language,
				state: await this.#state(),
			}),
			save: async () => {
				await this.#save();
				return null;
			},
			cancel: () => {
				this.#saving?.abort();
				return null;
			},
			unlock: async () => {
				await this.#environments.unlock(this.#document.environment);
				return null;
			},
			show: async ({ record }) => {
				await this.#document.show(record);
				return null;
			},
			copy: async ({ record }) => {
				await this.#copy(record);
				return null;
			},
			act: async ({ record, action }) => {
				await this.#act(record, action);
				return null;
			},
		};
	}

	async #state(): Promise<ReviewState> {
		const { changes, facts, environment, title } = this.#document;
		const staged = await Promise.all(changes.map((change) => this.#show(change)));
		const isStaged = new Set(changes.map(({ base }) => base.id));
		const gone = this.#shown.filter(({ change }) => !isStaged.has(change.base.id));
		const badge = this.#badge();
		const cells = changes.reduce((sum, change) => sum + change.cells.size, 0);
		const saving = this.#savingText();
		return {
			title,
			changes: [...gone, ...staged].map((shown) => {
				const outcome = this.#outcomes.get(shown.change.base.id);
				return reviewedChange({ ...shown, facts, ...(outcome !== undefined && { outcome }) }, say);
			}),
			environment: badge ?? unknownEnvironment(environment),
			...(cells > 0 && badge !== undefined && { save: say(saveWords(cells, badge.name)) }),
			...(saving !== undefined && { saving }),
			...(this.#summary !== undefined && { summary: this.#summary }),
		};
	}

	async #show(change: RecordChange): Promise<Shown> {
		const { facts, environment: id } = this.#document;
		const place = this.#environments.all.find((environment) => environment.id === id) ?? { url: "" };
		return { change, described: this.#document.describe(change), request: await requestOf(change, place, facts) };
	}

	#badge(): EnvironmentBadge | undefined {
		return environmentBadge(this.#environments, this.#document.environment);
	}

	#savingText(): string | undefined {
		if (this.#saving === undefined) return undefined;
		const ended = [...this.#outcomes.values()].filter(({ state }) => state !== "saving").length;
		return say(savingWords(Math.min(ended + 1, this.#shown.length), this.#shown.length));
	}

	async #tell(): Promise<void> {
		if (this.#isClosed || !this.panel.visible) return;
		const state = await this.#state();
		// The page may have been closed meanwhile: then nobody is there to see it.
		await this.#channel.call("state", state).catch(() => undefined);
	}

	/** What was shown of the last saving makes way for new edits. */
	#documentChanged(): void {
		if (!this.isSaving) {
			const staged = new Set(this.#document.changes.map(({ base }) => base.id));
			for (const record of this.#outcomes.keys()) if (!staged.has(record)) this.#outcomes.delete(record);
			this.#shown = [];
			this.#summary = undefined;
		}
		void this.#tell();
	}

	async #save(): Promise<void> {
		const { changes, environment } = this.#document;
		const badge = this.#badge();
		if (this.isSaving || changes.length === 0 || badge === undefined) return;
		const saving = new AbortController();
		this.#saving = saving;
		this.#outcomes.clear();
		this.#summary = undefined;
		this.#shown = await Promise.all(changes.map((change) => this.#show(change)));
		await this.#tell();
		try {
			const client = await this.#environments.client(environment);
			if (client === undefined) return;
			await saveChanges({
				changes: this.#shown.map(({ change }) => change),
				facts: this.#document.facts,
				client,
				signal: saving.signal,
				saved: (change, written) => this.#document.saved(change, written),
				onOutcome: (record, outcome) => {
					this.#outcomes.set(record, outcome);
					void this.#tell();
				},
			});
			this.#summary = this.#summaryOf(badge.name);
			await this.#document.settle();
		} finally {
			this.#saving = undefined;
			await this.#tell();
			this.#tellIfClosed();
		}
	}

	/** A page that was closed meanwhile does not take the news with it. */
	#tellIfClosed(): void {
		if (this.#isClosed && this.#summary !== undefined) void window.showInformationMessage(this.#summary);
	}

	#summaryOf(environment: string): string {
		const saved = [...this.#outcomes.values()].filter(({ state }) => state === "saved").length;
		return say(summaryWords(saved, this.#shown.length, environment));
	}

	async #copy(record: string): Promise<void> {
		const change = this.#document.changes.find(({ base }) => base.id === record);
		const known = this.#shown.find((shown) => shown.change.base.id === record);
		const shown = change === undefined ? known : await this.#show(change);
		if (shown === undefined) return;
		const entry = { number: 0, environment: this.#document.environment, startedAt: 0 };
		await env.clipboard.writeText(asCurl({ ...entry, ...shown.request }));
	}

	async #act(record: string, action: ReviewAction): Promise<void> {
		const outcome = this.#outcomes.get(record);
		const problem = outcome?.state === "notSaved" ? outcome.problem : undefined;
		if (problem === undefined || this.isSaving) return;
		if (action === "details") {
			await tellClientProblem(problem, { environment: this.#document.environment });
			return;
		}
		const read = await this.#document.readAgain(record);
		if (read.ok) {
			this.#outcomes.delete(record);
			this.#summary = say(this.#foundWords(record, action));
			await this.#document.settle();
		} else this.#outcomes.set(record, { state: "notSaved", problem: stillUnsure(problem, read.problem) });
		await this.#tell();
	}

	#foundWords(record: string, action: ReviewAction) {
		const isStaged = this.#document.changes.some(({ base }) => base.id === record);
		if (!isStaged) return reviewProblems.foundSaved;
		return action === "check" ? reviewProblems.notSaved : reviewProblems.newVersion;
	}
}

/** Why it could not be looked at is said; that it may have been saved is not forgotten. */
function stillUnsure(problem: ClientProblem, reading: ClientProblem): ClientProblem {
	return isUnsure(problem) ? problem : reading;
}

function unknownEnvironment(id: string): EnvironmentBadge {
	return { name: id, kind: say(reviewProblems.noEnvironment), colour: "red", isLocked: true };
}
