/**
 * The table page in a real Chromium without VS Code: the very document, script and policy of the webview, over a
 * channel to the very answers of the extension. What VS Code adds (themes, tabs) is told by the tests in test/e2e.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { Catalog } from "../../src/core/schema/catalog.ts";
import { buildPage } from "../../src/features/tablePage/buildPage.ts";
import { pageAnswers } from "../../src/features/tablePage/pageAnswers.ts";
import { webviewHtml } from "../../src/host/webviewHtml.ts";
import { Channel } from "../../src/protocol/channel.ts";
import type { Labels, TablePageMessages } from "../../src/protocol/tablePage.ts";
import { english, type Message } from "../../src/words/message.ts";
import { tablePageWords } from "../../src/words/tablePage.ts";
import { projectFolder } from "../support/sharedFolder.ts";
import { launchBrowser } from "../support/vscode/browser.ts";

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

const origin = "http://page.test";

/** What VS Code gives its webviews, with state that outlives a reload. */
const hostScript = `
window.acquireVsCodeApi = () => ({
	postMessage: (message) => window.toHost(message),
	getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
	setState: (state) => sessionStorage.setItem("state", JSON.stringify(state)),
});`;

export class TablePageRig {
	readonly #browser: Browser;
	readonly #files: ReadonlyMap<string, string>;

	private constructor(browser: Browser, files: ReadonlyMap<string, string>) {
		this.#browser = browser;
		this.#files = files;
	}

	/** Bundles the page and starts the browser. */
	static async start(): Promise<TablePageRig> {
		const { outputFiles } = await build({
			absWorkingDir: projectFolder,
			entryPoints: ["webview/tablePage/main.tsx"],
			outdir: "out",
			bundle: true,
			write: false,
			jsx: "automatic",
			jsxImportSource: "preact",
		});
		const variables = await readFile(join(projectFolder, "test", "webview", "darkTheme.css"), "utf8");
		const files = new Map(
			outputFiles.map(({ path, text }) => [path.endsWith(".css") ? "/page.css" : "/page.js", text]),
		);
		files.set("/page.css", `${variables}\n${files.get("/page.css") ?? ""}`);
		return new TablePageRig(await launchBrowser(), files);
	}

	/** Opens the page of a table of that catalog. */
	async open(catalog: Catalog, table: string, options: PageOptions = {}): Promise<OpenedPage> {
		const { column, width = 1000, say = english, labels = "displayName" } = options;
		const page = await this.#browser.newPage({ viewport: { width, height: 800 } });
		const deeds: Deeds = [];
		const view = await connect(page, {
			catalog,
			table,
			say,
			labels,
			deeds,
			...(column === undefined ? {} : { column }),
		});
		await page.addInitScript(hostScript);
		await page.route("**/*", (route) => {
			const { pathname } = new URL(route.request().url());
			const body = pathname === "/" ? html() : (this.#files.get(pathname) ?? "");
			const type = pathname.endsWith(".js") ? "text/javascript" : pathname.endsWith(".css") ? "text/css" : "text/html";
			return route.fulfill({ body, contentType: `${type}; charset=utf-8` });
		});
		await page.goto(origin);
		return { page, deeds, view };
	}

	async stop(): Promise<void> {
		await this.#browser.close();
	}
}

function html(): string {
	return webviewHtml({ language: "en", source: origin, nonce: "n", script: "/page.js", style: "/page.css" });
}

interface Connection {
	readonly catalog: Catalog;
	readonly table: string;
	readonly say: (message: Message) => string;
	readonly labels: Labels;
	readonly deeds: Deeds;
	readonly column?: string;
}

async function connect(page: Page, { catalog, table: name, say, labels, deeds, column }: Connection) {
	const table = catalog.table(name);
	const listeners = new Set<(message: unknown) => void>();
	await page.exposeFunction("toHost", (message: unknown) => {
		for (const listener of listeners) listener(message);
	});
	const context = { catalog, say };
	return new Channel<TablePageMessages["toHost"], TablePageMessages["toView"]>(
		{
			post: (message) => {
				// A page that is being closed cannot be told any more.
				page
					.evaluate((data) => {
						window.postMessage(data);
					}, message)
					.catch(() => undefined);
			},
			listen: (listener) => {
				listeners.add(listener);
				return () => void listeners.delete(listener);
			},
		},
		{
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
		},
	);
}
