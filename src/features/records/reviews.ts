/** Review Changes at work. An entry of its own: loaded when changes are first reviewed. */
import { type Disposable, type QuickPickItem, TabInputCustom, Uri, ViewColumn, window } from "vscode";
import type { Environments } from "../../host/environments.ts";
import { say } from "../../host/say.ts";
import type { StagedChanges, StagedDocument } from "../../host/stagedChanges.ts";
import { showWebviewPage } from "../../host/webviewPage.ts";
import { reviewProblems, reviewWords } from "../../words/review.ts";
import { ReviewPanel } from "./reviewPanel.ts";

interface Services {
	readonly extensionUri: Uri;
	readonly environments: Environments;
	readonly staged: StagedChanges;
}

export class Reviews {
	readonly #services: Services;
	readonly #panels = new Map<StagedDocument, ReviewPanel>();
	readonly #subscription: Disposable;

	constructor(services: Services) {
		this.#services = services;
		this.#subscription = services.staged.onDidChange(() => {
			this.#closeOrphans();
		});
	}

	/** Reviews the changes of a document of results: the given one, the one in front, or the one that is chosen. */
	async open(given: unknown): Promise<void> {
		const document = await this.#documentOf(given);
		if (document === undefined) return;
		const open = this.#panels.get(document);
		if (open !== undefined) {
			open.panel.reveal(open.panel.viewColumn);
			return;
		}
		const title = say(reviewWords.title);
		const panel = window.createWebviewPanel("dataverseWorkbench.review", title, ViewColumn.Active);
		this.#panels.set(document, new ReviewPanel(document, panel, this.#services.environments));
		panel.onDidDispose(() => this.#panels.delete(document));
		showWebviewPage(panel.webview, this.#services.extensionUri, "review");
	}

	dispose(): void {
		this.#subscription.dispose();
		for (const { panel } of this.#panels.values()) panel.dispose();
	}

	async #documentOf(given: unknown): Promise<StagedDocument | undefined> {
		const { staged } = this.#services;
		const uri = typeof given === "string" ? given : given instanceof Uri ? given.toString() : uriInFront();
		const found = uri === undefined ? undefined : staged.find(uri);
		if (found !== undefined) return found;
		const waiting = staged.all.filter(({ changes }) => changes.length > 0);
		if (waiting.length < 2) {
			if (waiting.length === 0) void window.showInformationMessage(say(reviewProblems.noChanges));
			return waiting[0];
		}
		const items = waiting.map((document): QuickPickItem & { readonly document: StagedDocument } => ({
			label: document.title,
			document,
		}));
		const picked = await window.showQuickPick(items, { placeHolder: say(reviewProblems.whichDocument) });
		return picked?.document;
	}

	/** Rows that were closed have nothing to review; what is being saved is still told. */
	#closeOrphans(): void {
		const open = new Set(this.#services.staged.all);
		for (const [document, { panel, isSaving }] of this.#panels) if (!open.has(document) && !isSaving) panel.dispose();
	}
}

function uriInFront(): string | undefined {
	const input = window.tabGroups.activeTabGroup.activeTab?.input;
	return input instanceof TabInputCustom ? input.uri.toString() : undefined;
}
