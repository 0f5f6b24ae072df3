/** The runner for tests inside VS Code must not take a run for a success that was none. */
import { equal, match, ok } from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { scratchFolder } from "../../support/scratchFolder.ts";
import type { HostOutcome } from "../../support/vscode/hostOutcome.ts";
import { runInHost } from "../../support/vscode/runInHost.ts";

describe("a run inside the extension host", () => {
	let scratch = "";

	before(async () => {
		const folder = await scratchFolder("rig");
		scratch = folder.path;
		after(folder.remove);
		const manifest = { name: "tiny", publisher: "rig", version: "0.0.1", engines: { vscode: "*" } };
		await writeFile(join(scratch, "package.json"), JSON.stringify(manifest));
		await mkdir(join(scratch, "workspace"));
	});

	const printed: string[] = [];

	/** Runs a test entry whose `run` has this body. */
	async function runBody(body: string, timeoutMs = 60_000): Promise<HostOutcome> {
		const tests = join(scratch, "tests.cjs");
		await writeFile(tests, `exports.run = async () => { ${body} };`);
		printed.length = 0;
		return await runInHost({
			extension: scratch,
			tests,
			workspace: join(scratch, "workspace"),
			timeoutMs,
			onOutput: (text) => printed.push(text),
		});
	}

	it("succeeds when tests have passed, and shows what they print", async () => {
		const outcome = await runBody('console.log("one"); process.stdout.write("two\\n"); return { passed: 2 };');
		ok(outcome.ok, outcome.ok ? "" : outcome.why);
		equal(outcome.passed, 2);
		equal(printed.join(""), "one\ntwo\n");
	});

	const failures: readonly (readonly [string, string, RegExp, number?])[] = [
		["a test fails", 'throw new Error("1 test failed");', /ended with 1/],
		["no test is executed", "return { passed: 0 };", /No test was executed/],
		["the host crashes", "process.abort();", /extension host (crashed|ended)|ended with/],
		["the host ends by itself as if all were well", "process.reallyExit(0);", /extension host (crashed|ended)/],
		["the tests hang", "await new Promise(() => {});", /did not end within 4 s/, 4000],
		["the host hangs", "for (;;);", /did not end within 4 s/, 4000],
	];
	for (const [what, body, why, timeoutMs] of failures) {
		it(`fails when ${what}`, async () => {
			const outcome = await runBody(body, timeoutMs);
			ok(!outcome.ok, "it was taken for a success");
			match(outcome.why, why);
		});
	}
});
