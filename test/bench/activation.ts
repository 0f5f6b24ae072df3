/**
 * How long VS Code takes to load and activate the packaged extension, beside an extension that does nothing: both in the
 * same window, read from VS Code's own document "Startup Performance". Nothing of the schema bundle is touched before.
 */
import { mkdir, writeFile } from "node:fs/promises";
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
import type { BenchResult } from "./benchRow.ts";
import { middleMean } from "./measure.ts";

const windows = 8;
const emptyId = "bench.empty";
/** The empty one has a language of its own, so that each is activated alone: what VS Code counts includes waiting. */
const emptyFile = "empty.benchempty";

export async function benchActivation(): Promise<BenchResult> {
	exitOnStopSignal();
	const scratch = await scratchFolder("bench");
	let server: RunningServer | undefined;
	let browser: Browser | undefined;
	try {
		const ourId = await extensionId();
		server = await startServer({ vsix: [await packagedExtension(), await packEmpty(join(scratch.path, "empty"))] });
		browser = await launchBrowser();
		const workspace = await copySampleWorkspace(scratch.path);
		await writeFile(join(workspace, emptyFile), "");
		const ours: number[] = [];
		const empty: number[] = [];
		for (let window = 0; window <= windows; window += 1) {
			const times = await activationTimes(browser, server, workspace, [ourId, emptyId]);
			// The first window fills the caches of the system.
			if (window === 0) continue;
			ours.push(times.get(ourId) ?? Number.NaN);
			empty.push(times.get(emptyId) ?? Number.NaN);
		}
		return { rows: [row(middleMean(ours), middleMean(empty))], notices: [] };
	} finally {
		await browser?.close();
		await server?.stop();
		scratch.remove();
	}
}

function row(ours: number, empty: number): BenchResult["rows"][number] {
	return {
		what: `load and activate, mean of the middle of ${windows} windows`,
		unit: "ms",
		ours,
		limit: { name: "an empty CommonJS extension", value: empty },
		promise: { text: "at most 1.5 times the empty one", kept: ours <= empty * 1.5 },
	};
}

/** For the first activation to be over before the second begins. */
const settleMs = 1000;

/** Packs an extension with an empty `activate` and gives the path of its .vsix. */
async function packEmpty(folder: string): Promise<string> {
	const [publisher, name] = emptyId.split(".");
	const manifest = {
		name,
		publisher,
		version: "1.0.0",
		engines: { vscode: "^1.101.0" },
		main: "./extension.js",
		activationEvents: ["onLanguage:benchempty"],
		contributes: { languages: [{ id: "benchempty", extensions: [".benchempty"] }] },
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

/** Milliseconds of load and activate together, by extension, of one new window with an extension host of its own. */
async function activationTimes(
	browser: Browser,
	server: RunningServer,
	workspace: string,
	ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(60_000);
		await openWorkbench(page, server, { workspace });
		await openFile(page, emptyFile);
		await page.waitForTimeout(settleMs);
		await page.locator('.activitybar [aria-label^="Dataverse"]').first().click();
		await page.locator(".sidebar .monaco-list-row").first().waitFor();
		const text = await performanceText(page);
		return new Map(ids.map((id) => [id, timesIn(text, id)]));
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

/** Load code and call activate of one row: `| id | eager | load | call | finish | event | by |`. */
function timesIn(text: string, id: string): number {
	const line = text.split("\n").find((each) => each.split("|")[1]?.trim() === id);
	const cells = line?.split("|").map((cell) => cell.trim()) ?? [];
	const [load, call] = [Number(cells[3]), Number(cells[4])];
	if (Number.isNaN(load + call)) throw new Error(`Startup Performance does not tell of ${id}:\n${text}`);
	return load + call;
}
