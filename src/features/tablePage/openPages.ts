import { commands, type Uri, ViewColumn, type WebviewPanel } from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { placeOfTablePageUri, tablePageUri } from "../../host/tablePageUri.ts";
import { showWebviewPage } from "../../host/webviewPage.ts";
import { type OpenPlace, TablePageView } from "./tablePageView.ts";
import { tablePageViewType } from "./tablePageViewType.ts";

/** All open table pages: a table that is open already is shown again instead of a second time. */
export class OpenPages {
	readonly #extensionUri: Uri;
	readonly #catalogs: CatalogProvider;
	readonly #views = new Set<TablePageView>();
	/** Table -> column that its page, which is being opened, has to show. */
	readonly #asked = new Map<string, string>();

	constructor(extensionUri: Uri, catalogs: CatalogProvider) {
		this.#extensionUri = extensionUri;
		this.#catalogs = catalogs;
	}

	/** Opens the page of a table, or brings the open one to the front, at a column when asked. */
	async open({ table, column, beside = false }: OpenPlace): Promise<void> {
		const open = [...this.#views].find((view) => view.table === table);
		if (open !== undefined && !beside) {
			open.panel.reveal(open.panel.viewColumn);
			if (column !== undefined) open.showColumn(column);
			return;
		}
		if (column !== undefined) this.#asked.set(table, column);
		const place = beside ? ViewColumn.Beside : ViewColumn.Active;
		await commands.executeCommand("vscode.openWith", tablePageUri(table), tablePageViewType, place);
	}

	/**
	 * A panel that VS Code opened for this URI. A URI with a column (from a link or a symbol) is another document to
	 * VS Code: its tab makes way for the one of the table.
	 */
	async adopt(uri: Uri, panel: WebviewPanel): Promise<void> {
		const place = placeOfTablePageUri(uri);
		if (place?.column !== undefined) {
			panel.dispose();
			await this.open(place);
			return;
		}
		const table = place?.table ?? "";
		const view = new TablePageView(table, panel, { catalogs: this.#catalogs, open: (next) => this.open(next) });
		this.#views.add(view);
		panel.onDidDispose(() => this.#views.delete(view));
		const column = this.#asked.get(table);
		this.#asked.delete(table);
		if (column !== undefined) view.showColumn(column);
		// Only now: the page asks for its start as soon as it is loaded, and somebody has to listen.
		showWebviewPage(panel.webview, this.#extensionUri, "tablePage");
	}
}
