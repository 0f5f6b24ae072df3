/** The table page in a browser, over the very answers of the extension. */
import type { Page } from "playwright-core";
import type { Catalog } from "../../src/core/schema/catalog.ts";
import { buildPage } from "../../src/features/tablePage/buildPage.ts";
import { pageAnswers } from "../../src/features/tablePage/pageAnswers.ts";
import { Channel, type Port } from "../../src/protocol/channel.ts";
import type { Labels, TablePageMessages } from "../../src/protocol/tablePage.ts";
import { english, type Message } from "../../src/words/message.ts";
import { tablePageWords } from "../../src/words/tablePage.ts";
import { WebviewRig } from "./webviewRig.ts";

/** What the page asked the extension to do, in order: "copy name", "open contact.fullname beside", "run search". */
export type Deeds = string[];

export interface OpenedPage {
	readonly page: Page;
	readonly deeds: Deeds;
	readonly view: Channel<TablePageMessages["toHost"], TablePageMessages["toView"]>;
}

export interface PageOptions {
	readonly column?: string;
	readonly width?: number;
	readonly say?: (message: Message) => string;
	readonly labels?: Labels;
}

export class TablePageRig {
	readonly #rig: WebviewRig;

	private constructor(rig: WebviewRig) {
		this.#rig = rig;
	}

	static async start(): Promise<TablePageRig> {
		return new TablePageRig(await WebviewRig.start("tablePage"));
	}

	/** Opens the page of a table of that catalog. */
	async open(catalog: Catalog, table: string, options: PageOptions = {}): Promise<OpenedPage> {
		const { column, width = 1000, say = english, labels = "displayName" } = options;
		const deeds: Deeds = [];
		const connection = { catalog, table, say, labels, deeds, ...(column === undefined ? {} : { column }) };
		const opened = await this.#rig.open((port) => connect(port, connection), { width, height: 800 });
		return { ...opened, deeds };
	}

	async stop(): Promise<void> {
		await this.#rig.stop();
	}
}

interface Connection {
	readonly catalog: Catalog;
	readonly table: string;
	readonly say: (message: Message) => string;
	readonly labels: Labels;
	readonly deeds: Deeds;
	readonly column?: string;
}

function connect(port: Port, { catalog, table: name, say, labels, deeds, column }: Connection) {
	const table = catalog.table(name);
	const context = { catalog, say };
	return new Channel<TablePageMessages["toHost"], TablePageMessages["toView"]>(port, {
		...pageAnswers(() => {
			if (table === undefined) throw new Error(`no ${name}`);
			return Promise.resolve({ context, table });
		}),
		start: () => ({
			words: Object.fromEntries(Object.entries(tablePageWords).map(([key, words]) => [key, say(words)])),
			language: "en",
			labels,
			...(table === undefined ? { problem: "no such table" } : { page: buildPage(context, table) }),
			...(column === undefined ? {} : { column }),
		}),
		open: ({ table: other, column: at, beside }) => {
			deeds.push(`open ${other}${at === undefined ? "" : `.${at}`}${beside ? " beside" : ""}`);
			return null;
		},
		copy: ({ text }) => {
			deeds.push(`copy ${text}`);
			return null;
		},
		run: ({ action }) => {
			deeds.push(`run ${action}`);
			return null;
		},
	});
}
