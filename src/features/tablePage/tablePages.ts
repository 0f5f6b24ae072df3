/** Table pages at work. An entry of its own: loaded when the first page is opened. */
import { type Uri, window, type WebviewPanel } from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import { displayNameOf } from "../../core/schema/displayName.ts";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { say } from "../../host/say.ts";
import { noSuchTable, tablePickWords } from "../../words/tablePage.ts";
import { OpenPages } from "./openPages.ts";
import type { OpenPlace } from "./tablePageView.ts";

export class TablePages {
	readonly #catalogs: CatalogProvider;
	readonly #pages: OpenPages;

	constructor(extensionUri: Uri, catalogs: CatalogProvider) {
		this.#catalogs = catalogs;
		this.#pages = new OpenPages(extensionUri, catalogs);
	}

	/** Opens the page of a place; lets the person choose a table where none is given. */
	async open(place: unknown): Promise<void> {
		const catalog = await this.#catalogs.catalog();
		if (catalog === undefined) return;
		const wanted = isPlace(place) ? place : await pickTable(catalog);
		if (wanted !== undefined) await openPlace(catalog, this.#pages, wanted);
	}

	/** Fills a panel that VS Code opened. */
	adopt(uri: Uri, panel: WebviewPanel): Promise<void> {
		return this.#pages.adopt(uri, panel);
	}
}

/** Takes any name that a table or column goes by; the page itself is known by the logical names. */
async function openPlace(catalog: Catalog, pages: OpenPages, { table, column }: OpenPlace): Promise<void> {
	const found = catalog.findTable(table);
	if (found === undefined) {
		void window.showWarningMessage(say(noSuchTable(table)));
		return;
	}
	const at = column === undefined ? undefined : catalog.column(found.logicalName, column)?.logicalName;
	await pages.open({ table: found.logicalName, ...(at === undefined ? {} : { column: at }) });
}

async function pickTable(catalog: Catalog): Promise<OpenPlace | undefined> {
	const items = catalog.tables().map((table) => ({
		label: displayNameOf(table) ?? table.logicalName,
		description: table.logicalName,
		...(table.entitySetName === undefined ? {} : { detail: table.entitySetName }),
	}));
	const picked = await window.showQuickPick(items, {
		placeHolder: say(tablePickWords.placeholder),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return picked && { table: picked.description };
}

function isPlace(argument: unknown): argument is OpenPlace {
	if (typeof argument !== "object" || argument === null || !("table" in argument)) return false;
	const column = "column" in argument ? argument.column : undefined;
	return typeof argument.table === "string" && (column === undefined || typeof column === "string");
}
