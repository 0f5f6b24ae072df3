/** Runs tests inside the extension host of a real VS Code, the way @vscode/test-electron does on a desktop. */
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { scratchFolder } from "../scratchFolder.ts";
import { launchBrowser } from "./browser.ts";
import { type FollowedFile, followFile } from "./followFile.ts";
import { type HostOutcome, hostEntry, judgeRun } from "./hostOutcome.ts";
import { type RunningServer, startServer } from "./server.ts";
import { remoteUri, workbenchUrl } from "./workbench.ts";

export interface HostRun {
	/** Folder of the extension under test, with its package.json. */
	readonly extension: string;
	/** CommonJS module with `run(): Promise<{ passed: number }>`, which rejects when a test fails. */
	readonly tests: string;
	/** Folder that is opened. */
	readonly workspace: string;
	readonly timeoutMs: number;
	/** Called with each piece of what the tests print. */
	readonly onOutput: (text: string) => void;
	/** Where a picture of a failed run goes. */
	readonly screenshot?: string;
}

/** What a run leaves behind while it goes: the page's exit code, or why there will be none. */
type End = { readonly code: number } | { readonly why: string };

/** A host that dies gets this long to be reported by the page, with its exit code. */
const lastWordsMs = 3000;

/**
 * Runs the tests to their end. `ok` only where `run()` has come back in the extension host and has counted at least
 * one passed test: a crash, a hang and an empty suite are failures. `log` is what the server has printed.
 */
export async function runInHost(run: HostRun): Promise<HostOutcome & { readonly log: string }> {
	const scratch = await scratchFolder("host");
	const proof = join(scratch.path, "proof.json");
	const output = followFile(join(scratch.path, "output.log"), run.onOutput);
	let server: RunningServer | undefined;
	let browser: Browser | undefined;
	try {
		let finish: (end: End) => void = () => undefined;
		const ended = new Promise<End>((settle) => {
			finish = settle;
		});
		server = await startHostServer(run, output, proof, finish);
		browser = await launchBrowser();
		const page = await openTestWindow(browser, server, run, finish);
		const timer = setTimeout(() => {
			finish({ why: `The tests did not end within ${run.timeoutMs / 1000} s.` });
		}, run.timeoutMs);
		const end = await ended;
		const outcome: HostOutcome = "why" in end ? { ok: false, why: end.why } : await judgeRun(end.code, proof);
		clearTimeout(timer);
		if (!outcome.ok && run.screenshot !== undefined)
			await page.screenshot({ path: run.screenshot }).catch(() => undefined);
		return { ...outcome, log: server.log() };
	} finally {
		await browser?.close().catch(() => undefined);
		await server?.stop();
		output.stop();
		scratch.remove();
	}
}

async function startHostServer(
	run: HostRun,
	output: FollowedFile,
	proof: string,
	finish: (end: End) => void,
): Promise<RunningServer> {
	await writeFile(output.path, "");
	const server = await startServer({
		testDriver: true,
		env: { DVW_TEST_OUTPUT: output.path, DVW_TEST_PROOF: proof, DVW_TEST_ENTRY: resolve(run.tests) },
		onLog: (text) => {
			const gone = /Extension Host Process exited with code: (\S+), signal: (\S+?)\./.exec(text);
			if (gone === null) return;
			const why = `The extension host ended without a result (code ${gone[1]}, signal ${gone[2]}).`;
			setTimeout(() => {
				finish({ why });
			}, lastWordsMs);
		},
	});
	void server.exited.then((code) => {
		finish({ why: `The VS Code server ended with ${code}.` });
	});
	return server;
}

async function openTestWindow(
	browser: Browser,
	server: RunningServer,
	run: HostRun,
	finish: (end: End) => void,
): Promise<Page> {
	browser.once("disconnected", () => {
		finish({ why: "The browser ended." });
	});
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.once("crash", () => {
		finish({ why: "The page crashed." });
	});
	// The two functions by which the workbench reports a test run to whoever drives its page.
	await page.exposeFunction("codeAutomationExit", (code: number) => {
		finish({ code });
	});
	await page.exposeFunction("codeAutomationLog", () => undefined);
	const payload = [
		["extensionDevelopmentPath", remoteUri(server, run.extension)],
		["extensionTestsPath", remoteUri(server, hostEntry)],
		["skipWelcome", "true"],
	] as const;
	await page.goto(workbenchUrl(server, { workspace: run.workspace, payload }));
	return page;
}
