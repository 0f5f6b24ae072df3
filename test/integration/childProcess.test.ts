import { deepEqual, equal } from "node:assert/strict";
import { ProcessGroup, type RunOptions, runToEnd } from "../support/childProcess.ts";

const node = process.execPath;

describe("a program that is run to its end", () => {
	const cases: readonly (readonly [string, string, readonly string[], number, RunOptions?])[] = [
		["ends well", node, ["--eval", ""], 0],
		["ends with a code", node, ["--eval", "process.exit(7)"], 7],
		["is killed", node, ["--eval", "process.kill(process.pid, 'SIGKILL')"], 128],
		["is not there", "no-such-program-anywhere", [], 127],
		["takes too long", node, ["--eval", "setInterval(() => 0, 1000)"], 124, { timeoutMs: 300 }],
	];
	for (const [what, command, args, expected, options] of cases) {
		it(`gives ${expected} when it ${what}`, async function () {
			if (process.platform === "win32" && expected === 128) this.skip();
			equal((await runToEnd(command, args, options)).code, expected);
		});
	}

	it("gives all that it has printed, whole characters even where pieces end within one", async () => {
		const script = `const bytes = Buffer.from("Größe\\n"); process.stdout.write(bytes.subarray(0, 3));
			setTimeout(() => process.stdout.write(bytes.subarray(3)), 50);`;
		deepEqual(await runToEnd(node, ["--eval", script]), { code: 0, output: "Größe\n" });
	});
});

describe("a group of processes", () => {
	it("ends with all that it has started, also what does not want to", async () => {
		const child = "process.on('SIGTERM', () => 0); console.log('ready'); setInterval(() => 0, 1000)";
		const parent = `require("node:child_process").spawn(process.execPath, ["--eval", ${JSON.stringify(child)}], { stdio: "inherit" })`;
		const group = new ProcessGroup(node, ["--eval", parent]);
		await new Promise<void>((resolve) => {
			group.onOutput(() => {
				resolve();
			});
		});
		await group.stop(200);
		// The end of its output is the end of the last process that could write to it.
		equal(await group.exited, 128);
	});
});
