import {
	CancellationError,
	commands,
	type CustomDocumentBackup,
	type CustomDocumentBackupContext,
	type CustomDocumentOpenContext,
	Uri,
	type WebviewPanel,
	window,
	workspace,
} from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { runCommand } from "../../host/commands.ts";
import type { Environments } from "../../host/environments.ts";
import { say } from "../../host/say.ts";
import { readSetting } from "../../host/settings.ts";
import type { StagedChanges } from "../../host/stagedChanges.ts";
import { showWebviewPage } from "../../host/webviewPage.ts";
import { browseWords, resultsProblems } from "../../words/results.ts";
import { isAutoSave } from "./autoSave.ts";
import { BrowsedTable } from "./browsedTable.ts";
import { addressOf, type ResultsAddress } from "./resultsAddress.ts";
import { ResultsDocument, type Unreadable } from "./resultsDocument.ts";
import { readDraft } from "./resultsDraft.ts";
import { ResultsModel } from "./resultsModel.ts";
import { ResultsView } from "./resultsView.ts";

export interface ResultsServices {
	readonly extensionUri: Uri;
	readonly environments: Environments;
	readonly catalogs: CatalogProvider;
	readonly staged: StagedChanges;
}

export class ResultsEditor {
	readonly #services: ResultsServices;
	/** Draft or not, a document reads its rows once it is on the screen. */
	readonly #read = new WeakSet<ResultsDocument>();
	readonly #views = new Map<ResultsDocument, Set<ResultsView>>();
	/** Milliseconds since 1970; 0 where it was not set meanwhile. */
	#autoSaveSet = 0;

	constructor(services: ResultsServices) {
		this.#services = services;
	}

	async open(uri: Uri, { backupId }: CustomDocumentOpenContext): Promise<ResultsDocument> {
		const address = addressOf(uri);
		const draft = backupId === undefined ? undefined : await textOf(backupId);
		const content = await this.#contentOf(address, draft);
		const document = new ResultsDocument(uri, address ?? { environment: "", table: "" }, content);
		document.whenClosed(
			workspace.onDidChangeConfiguration((change) => {
				if (change.affectsConfiguration("files.autoSave")) this.#autoSaveSet = Date.now();
			}),
		);
		return document;
	}

	resolve(document: ResultsDocument, panel: WebviewPanel): void {
		const view = new ResultsView(document, panel, this.#services.environments);
		const views = this.#views.get(document) ?? new Set();
		this.#views.set(document, views.add(view));
		panel.onDidDispose(() => views.delete(view));
		showWebviewPage(panel.webview, this.#services.extensionUri, "results");
		if (this.#read.has(document)) return;
		this.#read.add(document);
		// Only now VS Code knows the document and takes in that it is dirty.
		document.restored();
		void document.model?.load();
	}

	/** Called by Save, Save All, auto-save, and by the question of a tab that is closed. Nothing is sent by any of them. */
	async save(document: ResultsDocument): Promise<void> {
		if (document.trySave()) return;
		const isSettling = document.isSettling;
		// Where auto-save is being turned on, VS Code asks first and tells of the setting right after. An answer comes later.
		await commands.getCommands(true);
		const files = workspace.getConfiguration("files", document.uri);
		const isInFront = window.state.focused && this.#isActive(document);
		const moment = {
			mode: files.get("autoSave", "off"),
			delay: files.get("autoSaveDelay", 1000),
			sinceEdit: Date.now() - document.lastEdit,
			sinceSet: Date.now() - this.#autoSaveSet,
			isInFront,
		};
		if (document.model !== undefined && !isSettling && !isAutoSave(moment)) {
			void runCommand("dataverseWorkbench.reviewChanges", document.uri.toString());
		}
		// The document stays dirty, and VS Code says nothing of a save that was given up.
		throw new CancellationError();
	}

	saveAs(): void {
		window.setStatusBarMessage(say(browseWords.nothingSent), 5000);
		throw new CancellationError();
	}

	async backup(document: ResultsDocument, { destination }: CustomDocumentBackupContext): Promise<CustomDocumentBackup> {
		await workspace.fs.writeFile(destination, new TextEncoder().encode(document.draft()));
		return {
			id: destination.toString(),
			delete: () => void workspace.fs.delete(destination).then(undefined, () => undefined),
		};
	}

	#isActive(document: ResultsDocument): boolean {
		return [...(this.#views.get(document) ?? [])].some(({ panel }) => panel.active);
	}

	async #contentOf(address: ResultsAddress | undefined, draft: string | undefined): Promise<ResultsModel | Unreadable> {
		const kept = draft === undefined ? {} : { draft };
		if (address === undefined) return { problem: resultsProblems.unknownDocument, ...kept };
		const changes = draft === undefined ? undefined : readDraft(draft);
		if (changes !== undefined && !changes.ok) {
			return {
				problem: changes.problem === "newer" ? resultsProblems.newerDraft : resultsProblems.damagedDraft,
				...kept,
			};
		}
		const { catalogs, environments } = this.#services;
		const catalog = await catalogs.catalog();
		const table = catalog === undefined ? undefined : browsedTable(catalog, address.table);
		if (table === undefined) return { problem: resultsProblems.noCatalog, ...kept };
		if (!(table instanceof BrowsedTable)) return { ...table, ...kept };
		const model = new ResultsModel(table, {
			client: () => environments.client(address.environment),
			pageSize: () => readSetting("results.pageSize"),
		});
		if (changes !== undefined) model.restore(changes.value);
		return model;
	}
}

function browsedTable(catalog: Catalog, name: string): BrowsedTable | Unreadable {
	const table = catalog.table(name);
	if (table === undefined) return { problem: resultsProblems.noTable(name) };
	const { entitySetName } = table;
	return entitySetName === undefined
		? { problem: resultsProblems.noEntitySet(name) }
		: new BrowsedTable(table, entitySetName);
}

async function textOf(backup: string): Promise<string> {
	return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(backup)));
}
