/**
 * A suite that drives the packaged extension in a real VS Code, through its page, as a person does:
 *
 *     describe("the schema tree", () => {
 *         const workbench = useWorkbench();
 *         it("lists the tables", async () => {
 *             const { page, screenshot } = workbench();
 *             ...
 *             await screenshot("tree");
 *         });
 *     });
 */
import { deepEqual } from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { packagedExtension } from "../support/build.ts";
import { exitOnStopSignal } from "../support/childProcess.ts";
import { copySampleWorkspace } from "../support/sampleWorkspace.ts";
import { projectFolder } from "../support/sharedFolder.ts";
import { scratchFolder } from "../support/scratchFolder.ts";
import { launchBrowser } from "../support/vscode/browser.ts";
import { type RunningServer, startServer } from "../support/vscode/server.ts";
import { openWorkbench } from "../support/vscode/workbench.ts";

export interface WorkbenchOptions {
	/** User settings, over the quiet ones of the rig. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Folder to open; a copy of the sample workspace when absent. */
	readonly workspace?: string;
	/** Opens the folder in Restricted Mode until it is trusted. */
	readonly workspaceTrust?: boolean;
	/** Size of the window in pixels; 1280 by 800 when absent. */
	readonly viewport?: { readonly width: number; readonly height: number };
	/**
	 * Runs before VS Code starts and gives another package than the one that ships, and variables for its environment. The
	 * browser then opens pages of this machine whose certificates it does not know.
	 */
	readonly prepare?: () => Promise<{ readonly vsix: string; readonly env: NodeJS.ProcessEnv }>;
}

export interface Workbench {
	readonly page: Page;
	readonly server: RunningServer;
	/** The folder that is open. A copy of the sample workspace may be changed. */
	readonly workspace: string;
	/** What the page threw so far. The suite fails when there is something in it at its end. */
	readonly pageErrors: string[];
	/** Takes a picture into `.build/screenshots/NAME.png`. */
	readonly screenshot: (name: string) => Promise<void>;
}

const pictures = join(projectFolder, ".build", "screenshots");

/** How long a page waits for what it was told to find. A loaded machine needs many times what an idle one does. */
const patienceMs = 60_000;

// A run that is stopped, or that takes too long for `npm test`, must not leave servers and browsers behind.
exitOnStopSignal();

/**
 * Makes the hooks of the suite it is called in: before its first test a server with the packaged extension and nothing
 * else, a browser and a window; afterwards they go. A test that fails leaves a picture named after it. The result is a
 * function because there is no window before the first hook has run.
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
	let running: { readonly workbench: Workbench; stop(): Promise<void> } | undefined;

	before("VS Code opens", async function () {
		this.timeout(180_000);
		running = await open(options);
	});

	afterEach("a failed test leaves a picture", async function () {
		if (this.currentTest?.state !== "failed") return;
		const name = this.currentTest.fullTitle().replace(/[^\w]+/g, "-");
		await running?.workbench.screenshot(`failed-${name}`).catch(() => undefined);
	});

	after("VS Code stops, and nothing was thrown in its page", async () => {
		await running?.stop();
		deepEqual(running?.workbench.pageErrors ?? [], []);
	});

	return () => {
		if (running === undefined) throw new Error("The window is there only while tests run.");
		return running.workbench;
	};
}

async function open(options: WorkbenchOptions): Promise<{ readonly workbench: Workbench; stop(): Promise<void> }> {
	const scratch = await scratchFolder("e2e");
	const pageErrors: string[] = [];
	let server: RunningServer | undefined;
	let browser: Browser | undefined;
	const stop = async () => {
		await browser?.close();
		await server?.stop();
		scratch.remove();
	};
	try {
		const workspace = options.workspace ?? (await copySampleWorkspace(scratch.path));
		const prepared = await options.prepare?.();
		server = await startServer({
			vsix: [prepared?.vsix ?? (await packagedExtension())],
			env: prepared?.env ?? {},
			settings: options.settings ?? {},
			workspaceTrust: options.workspaceTrust ?? false,
		});
		browser = await launchBrowser();
		const page = await browser.newPage({
			viewport: options.viewport ?? { width: 1280, height: 800 },
			ignoreHTTPSErrors: prepared !== undefined,
		});
		page.setDefaultTimeout(patienceMs);
		page.on("pageerror", (error) => pageErrors.push(error.stack ?? String(error)));
		await openWorkbench(page, server, { workspace });
		// Until contributions are in, VS Code rearranges itself, and that closes a quick input that is open.
		await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).waitFor();
		const screenshot = async (name: string) => {
			await mkdir(pictures, { recursive: true });
			await page.screenshot({ path: join(pictures, `${name}.png`) });
		};
		return { workbench: { page, server, workspace, pageErrors, screenshot }, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
