import { env, type WebviewPanel } from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import type { Table } from "../../core/schema/model.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { runCommand } from "../../host/commands.ts";
import { say } from "../../host/say.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";
import { webviewPort } from "../../host/webviewPage.ts";
import { Channel, type Handlers } from "../../protocol/channel.ts";
import type { TablePageAction, TablePageMessages, TablePageStart } from "../../protocol/tablePage.ts";
import { noCatalog, noSuchTable, tablePageWords } from "../../words/tablePage.ts";
import { buildPage } from "./buildPage.ts";
import { copyFromTable } from "./copyFromTable.ts";
import { pageAnswers } from "./pageAnswers.ts";
import type { PageContext } from "./pageContext.ts";

/** The page may be closed while it is being told something: then nobody is there to see it. */
function ignore(): void {
	// Nothing to do.
}

export interface OpenPlace {
	readonly table: string;
	readonly column?: string;
	readonly beside?: boolean;
}

export interface TablePageServices {
	readonly catalogs: CatalogProvider;
	readonly open: (place: OpenPlace) => Promise<void>;
}

/** One open tab of a table page. Lives as long as its panel. */
export class TablePageView {
	readonly table: string;
	readonly panel: WebviewPanel;
	readonly #services: TablePageServices;
	readonly #channel: Channel<TablePageMessages["toHost"], TablePageMessages["toView"]>;
	/** Column that the page has to show when it starts next. */
	#column: string | undefined;

	constructor(table: string, panel: WebviewPanel, services: TablePageServices) {
		this.table = table;
		this.panel = panel;
		this.#services = services;
		this.#channel = new Channel(webviewPort(panel.webview), this.#handlers());
		const startAgain = () => void this.#channel.call("changed", null).catch(ignore);
		const changes = [services.catalogs.onDidChange(startAgain), onSettingsChange(["schema.labels"])(startAgain)];
		panel.onDidDispose(() => {
			for (const change of changes) change.dispose();
			this.#channel.dispose();
		});
	}

	/** Shows a column: at once where the page is on screen, else when it starts. */
	showColumn(column: string): void {
		this.#column = column;
		if (!this.panel.visible) return;
		const shown = () => {
			if (this.#column === column) this.#column = undefined;
		};
		this.#channel.call("reveal", { column }).then(shown, ignore);
	}

	#handlers(): Handlers<TablePageMessages["toHost"]> {
		return {
			...pageAnswers(() => this.#find()),
			start: () => this.#start(),
			open: async (place) => {
				await this.#services.open(place);
				return null;
			},
			copy: async ({ text }) => {
				await env.clipboard.writeText(text);
				return null;
			},
			run: async ({ action }) => {
				await this.#run(action);
				return null;
			},
		};
	}

	async #start(): Promise<TablePageStart> {
		const column = this.#column;
		this.#column = undefined;
		const catalog = await this.#services.catalogs.catalog();
		const table = catalog?.table(this.table);
		const problem = catalog === undefined ? noCatalog() : noSuchTable(this.table);
		return {
			words: Object.fromEntries(Object.entries(tablePageWords).map(([key, words]) => [key, say(words)])),
			language: env.language,
			labels: readSetting("schema.labels"),
			...(catalog === undefined || table === undefined
				? { problem: say(problem) }
				: { page: buildPage({ catalog, say }, table) }),
			...(column === undefined ? {} : { column }),
		};
	}

	async #find(): Promise<{ context: PageContext; table: Table }> {
		const catalog: Catalog | undefined = await this.#services.catalogs.catalog();
		const table = catalog?.table(this.table);
		if (catalog === undefined) throw new Error(say(noCatalog()));
		if (table === undefined) throw new Error(say(noSuchTable(this.table)));
		return { context: { catalog, say }, table };
	}

	async #run(action: TablePageAction): Promise<void> {
		switch (action) {
			case "rows":
				await runCommand("dataverseWorkbench.browseRows", { table: this.table });
				return;
			case "copy":
				await copyFromTable((await this.#find()).table);
				return;
			case "documentation":
				await runCommand("dataverseWorkbench.openDocumentation", { table: this.table });
				return;
			case "search":
				await runCommand("dataverseWorkbench.searchSchema", this.table);
				return;
		}
	}
}
