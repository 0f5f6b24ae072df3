/**
 * How long VS Code takes to load and activate the packaged extension, beside an extension that does nothing, read from
 * VS Code's own document "Startup Performance". Each is installed alone in a server of its own, as it ships, and has the
 * same activation events; their windows take turns. In one window the first of them would pay for what both share, and
 * what VS Code counts as loading includes waiting for the other.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { extensionId, packagedExtension } from "../support/build.ts";
import { exitOnStopSignal, runToEnd } from "../support/childProcess.ts";
import { copySampleWorkspace } from "../support/sampleWorkspace.ts";
import { scratchFolder } from "../support/scratchFolder.ts";
import { projectFolder } from "../support/sharedFolder.ts";
import { launchBrowser } from "../support/vscode/browser.ts";
import { type RunningServer, startServer } from "../support/vscode/server.ts";
import { openFile, openWorkbench, runCommand } from "../support/vscode/workbench.ts";
import type { BenchResult, BenchRow } from "./benchRow.ts";
import { middleMean } from "./measure.ts";

const windows = 8;
const emptyId = "bench.empty";

export async function benchActivation(): Promise<BenchResult> {
	exitOnStopSignal();
	const scratch = await scratchFolder("bench");
	const servers: RunningServer[] = [];
	let browser: Browser | undefined;
	try {
		const ourId = await extensionId();
		const ourServer = await startServer({ vsix: [await packagedExtension()] });
		servers.push(ourServer);
		const emptyServer = await startServer({ vsix: [await packEmpty(join(scratch.path, "empty"))] });
		servers.push(emptyServer);
		browser = await launchBrowser();
		const workspace = await copySampleWorkspace(scratch.path);
		const ours: ActivationTimes[] = [];
		const empty: ActivationTimes[] = [];
		for (let window = 0; window <= windows; window += 1) {
			const ourTimes = timesIn(await startUpTable(browser, ourServer, workspace), ourId);
			const emptyTimes = timesIn(await startUpTable(browser, emptyServer, workspace), emptyId);
			// The first windows fill the caches of the system.
			if (window === 0) continue;
			ours.push(ourTimes);
			empty.push(emptyTimes);
		}
		return { rows: rowsOf(ours, empty), notices: [] };
	} finally {
		await browser?.close();
		for (const server of servers) await server.stop();
		scratch.remove();
	}
}

/** Whole milliseconds, as VS Code tells them. */
interface ActivationTimes {
	readonly load: number;
	readonly activate: number;
}

function rowsOf(ours: readonly ActivationTimes[], empty: readonly ActivationTimes[]): readonly BenchRow[] {
	const row = (what: string, part: (times: ActivationTimes) => number): BenchRow => ({
		what: `${what}, mean of the middle of ${windows} windows`,
		unit: "ms",
		ours: middleMean(ours.map(part)),
		limit: { name: "an empty CommonJS extension", value: middleMean(empty.map(part)) },
	});
	const both = row("load and activate", ({ load, activate }) => load + activate);
	const kept = both.ours <= (both.limit?.value ?? 0) * 1.5;
	return [
		{ ...both, promise: { text: "at most 1.5 times the empty one", kept } },
		row("of these, load", ({ load }) => load),
	];
}

async function ourActivationEvents(): Promise<readonly string[]> {
	const manifest: unknown = JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8"));
	return (manifest as { readonly activationEvents: readonly string[] }).activationEvents;
}

/** For activations to be over. */
const settleMs = 2000;

/** Packs an extension with an empty `activate` and gives the path of its .vsix. */
async function packEmpty(folder: string): Promise<string> {
	const [publisher, name] = emptyId.split(".");
	const manifest = {
		name,
		publisher,
		version: "1.0.0",
		engines: { vscode: "^1.101.0" },
		main: "./extension.js",
		activationEvents: await ourActivationEvents(),
	};
	await mkdir(folder);
	await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
	await writeFile(join(folder, "extension.js"), "exports.activate = function () {};\n");
	const vsce = join(projectFolder, "node_modules", "@vscode", "vsce", "vsce");
	const pack = ["package", "--skip-license", "--allow-missing-repository"];
	const { code, output } = await runToEnd(process.execPath, [vsce, ...pack, "--out", "empty.vsix"], { cwd: folder });
	if (code !== 0) throw new Error(`vsce ended with ${code}:\n${output}`);
	return join(folder, "empty.vsix");
}

/** The start-up table of a new window with an extension host of its own, after a file was opened in it. */
async function startUpTable(browser: Browser, server: RunningServer, workspace: string): Promise<string> {
	const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(60_000);
		await openWorkbench(page, server, { workspace });
		await openFile(page, "README.md");
		// Both start with the window, long before a person could click: until then the table has no row of theirs.
		await page.waitForTimeout(settleMs);
		return await performanceText(page);
	} finally {
		await context.close();
	}
}

/** The document is longer than what the editor draws, so it is read by way of the clipboard. */
async function performanceText(page: Page): Promise<string> {
	await runCommand(page, "Developer: Startup Performance");
	const editor = page.locator(".editor-instance .monaco-editor");
	await editor.locator(".view-line", { hasText: "System Info" }).first().waitFor();
	await editor.first().click();
	for (let attempt = 0; attempt < 20; attempt += 1) {
		await page.keyboard.press("ControlOrMeta+A");
		await page.keyboard.press("ControlOrMeta+C");
		const text = await page.evaluate(() => navigator.clipboard.readText());
		if (text.includes("Extension Activation Stats")) return text;
		await page.waitForTimeout(250);
	}
	throw new Error("The document Startup Performance has no table of extensions.");
}

/** One row of the table: `| id | eager | load | call | finish | event | by |`. */
function timesIn(text: string, id: string): ActivationTimes {
	const line = text.split("\n").find((each) => each.split("|")[1]?.trim() === id);
	const cells = line?.split("|").map((cell) => cell.trim()) ?? [];
	const [load, activate] = [Number(cells[3]), Number(cells[4])];
	if (Number.isNaN(load + activate)) throw new Error(`Startup Performance does not tell of ${id}:\n${text}`);
	return { load, activate };
}
