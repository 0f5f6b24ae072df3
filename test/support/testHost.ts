/**
 * `npm run test:host`: builds, then runs test/host inside the extension host of a real VS Code; on Windows, or with
 * --desktop, in desktop VS Code. Exit code 0 only when every test ran and passed.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildProduct } from "./build.ts";
import { exitOnStopSignal } from "./childProcess.ts";
import { copySampleWorkspace } from "./sampleWorkspace.ts";
import { projectFolder } from "./sharedFolder.ts";
import { scratchFolder } from "./scratchFolder.ts";
import type { HostOutcome } from "./vscode/hostOutcome.ts";

exitOnStopSignal();
const { values: options } = parseArgs({
	options: {
		desktop: { type: "boolean", default: process.platform === "win32" },
		"no-build": { type: "boolean", default: false },
	},
});

if (!options["no-build"]) await buildProduct({ tests: true });
const scratch = (await scratchFolder("test")).path;
const workspace = await copySampleWorkspace(scratch);
const tests = join(projectFolder, ".build", "host-tests", "index.js");
const outcome = options.desktop ? await onDesktop() : await inBrowser();
if (!outcome.ok) console.error(outcome.why);
process.exit(outcome.ok ? 0 : 1);

async function onDesktop(): Promise<HostOutcome> {
	const { runOnDesktop } = await import("./vscode/desktop.ts");
	return await runOnDesktop({ tests, workspace, scratch });
}

async function inBrowser(): Promise<HostOutcome> {
	const { runInHost } = await import("./vscode/runInHost.ts");
	const pictures = join(projectFolder, ".build", "screenshots");
	mkdirSync(pictures, { recursive: true });
	const outcome = await runInHost({
		extension: projectFolder,
		tests,
		workspace,
		timeoutMs: 300_000,
		onOutput: (text) => process.stdout.write(text),
		screenshot: join(pictures, "host-failure.png"),
	});
	// The server's words help only where the tests could not say themselves what went wrong.
	if (!outcome.ok && !outcome.why.startsWith("The tests ended")) console.error(outcome.log.slice(-4000));
	return outcome;
}
