/** The runner for desktop VS Code, with programs in its place that behave as VS Code does, well or badly. */
import { deepEqual, match, ok } from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ScratchFolder, scratchFolder } from "../../support/scratchFolder.ts";
import { runOnDesktop } from "../../support/vscode/desktop.ts";
import type { HostOutcome } from "../../support/vscode/hostOutcome.ts";

describe("a run on the desktop", () => {
	let folder: ScratchFolder | undefined;
	const named = process.env.VSCODE_EXECUTABLE_PATH;

	before(async function () {
		// A script is a program only where the first line of a file says what runs it.
		if (process.platform === "win32") this.skip();
		folder = await scratchFolder("desktop");
	});

	after(() => {
		if (named === undefined) delete process.env.VSCODE_EXECUTABLE_PATH;
		else process.env.VSCODE_EXECUTABLE_PATH = named;
		folder?.remove();
	});

	/** Runs tests whose `run` has that body, in a "VS Code" that is this script. */
	async function runWith(program: string, body: string): Promise<HostOutcome> {
		const scratch = join(folder?.path ?? "", `run-${performance.now()}`);
		await mkdir(scratch, { recursive: true });
		const tests = join(scratch, "tests.cjs");
		await writeFile(tests, `exports.run = async () => { ${body} };`);
		process.env.VSCODE_EXECUTABLE_PATH = join(scratch, "code.cjs");
		await writeFile(process.env.VSCODE_EXECUTABLE_PATH, `#!${process.execPath}\n${program}\n`, { mode: 0o755 });
		return await runOnDesktop({ tests, workspace: scratch, scratch });
	}

	const obedient = `
		const value = (name) => process.argv.find((argument) => argument.startsWith(name + "=")).slice(name.length + 1);
		if (!require(value("--extensionDevelopmentPath") + "/package.json").name) process.exit(9);
		require(value("--extensionTestsPath")).run().catch(() => process.exit(1));`;

	it("succeeds when tests have passed", async () => {
		deepEqual(await runWith(obedient, "return { passed: 2 };"), {
			ok: true,
			passed: 2,
		});
	});

	const failures: readonly (readonly [string, string, string, RegExp])[] = [
		["a test fails", obedient, 'throw new Error("1 test failed");', /ended with 1/],
		["no test is executed", obedient, "return { passed: 0 };", /No test was executed/],
		["the host crashes and VS Code ends well", "process.exit(0);", "return { passed: 2 };", /crashed/],
		["VS Code crashes", "process.exit(7);", "return { passed: 2 };", /ended with 7/],
	];
	for (const [what, program, body, why] of failures) {
		it(`fails when ${what}`, async () => {
			const outcome = await runWith(program, body);
			ok(!outcome.ok);
			match(outcome.why, why);
		});
	}
});
