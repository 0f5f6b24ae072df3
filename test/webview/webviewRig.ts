/**
 * A page of the extension in a real Chromium without VS Code: the very document, script and policy of the webview, over a
 * channel to whatever the test puts there. What VS Code adds (themes, tabs, undo) is told by the tests in test/e2e.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { webviewHtml } from "../../src/host/webviewHtml.ts";
import type { Port } from "../../src/protocol/channel.ts";
import { projectFolder } from "../support/sharedFolder.ts";
import { launchBrowser } from "../support/vscode/browser.ts";

const origin = "http://page.test";

/** What VS Code gives its webviews, with state that outlives a reload. */
const hostScript = `
window.acquireVsCodeApi = () => ({
	postMessage: (message) => window.toHost(message),
	getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
	setState: (state) => sessionStorage.setItem("state", JSON.stringify(state)),
});`;

export class WebviewRig {
	readonly #browser: Browser;
	readonly #files: ReadonlyMap<string, string>;

	private constructor(browser: Browser, files: ReadonlyMap<string, string>) {
		this.#browser = browser;
		this.#files = files;
	}

	/** Bundles the page of webview/<entry>/main.tsx and starts the browser. */
	static async start(entry: string): Promise<WebviewRig> {
		const { outputFiles } = await build({
			absWorkingDir: projectFolder,
			entryPoints: [`webview/${entry}/main.tsx`],
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
		return new WebviewRig(await launchBrowser(), files);
	}

	/** Opens the page; `connect` makes the other side of its channel before the page runs. */
	async open<View>(
		connect: (port: Port) => View,
		viewport: { readonly width: number; readonly height: number } = { width: 1000, height: 800 },
	): Promise<{ readonly page: Page; readonly view: View }> {
		const page = await this.#browser.newPage({ viewport });
		const view = connect(await portOf(page));
		await page.addInitScript(hostScript);
		await page.route("**/*", (route) => {
			const { pathname } = new URL(route.request().url());
			const body = pathname === "/" ? html() : (this.#files.get(pathname) ?? "");
			const type = pathname.endsWith(".js") ? "text/javascript" : pathname.endsWith(".css") ? "text/css" : "text/html";
			return route.fulfill({ body, contentType: `${type}; charset=utf-8` });
		});
		await page.goto(origin);
		return { page, view };
	}

	async stop(): Promise<void> {
		await this.#browser.close();
	}
}

function html(): string {
	return webviewHtml({ language: "en", source: origin, nonce: "n", script: "/page.js", style: "/page.css" });
}

async function portOf(page: Page): Promise<Port> {
	const listeners = new Set<(message: unknown) => void>();
	await page.exposeFunction("toHost", (message: unknown) => {
		for (const listener of listeners) listener(message);
	});
	return {
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
	};
}
