import { deepEqual, match } from "node:assert/strict";
import { runSteps, type StepResult } from "../support/runSteps.ts";
import type { Step } from "../support/steps.ts";

/** Runs one step whose program is this text, and gives its result. */
async function resultOf(text: string, counts: Step["counts"]): Promise<StepResult> {
	const step = { name: "step", script: ["--eval", text], counts, needsBuild: false };
	const [result] = await runSteps([step], 1, () => undefined);
	if (result === undefined) throw new Error("The step has no result.");
	return result;
}

const summary = (passing: number, failing: number) => {
	const lines = [`  ${passing} passing (3s)`, "  2 pending", ...(failing > 0 ? [`  ${failing} failing`] : [])];
	return `console.log(${JSON.stringify(lines.join("\n"))});`;
};

describe("a step of npm test", () => {
	const cases: readonly (readonly [string, string, Step["counts"], readonly [number, number]])[] = [
		["a check that passes counts as one", "", "one", [1, 0]],
		["a check that fails counts as one", "process.exit(2)", "one", [0, 1]],
		["tests are counted", summary(7, 0), "tests", [7, 0]],
		["several runs are added up", summary(7, 0) + summary(5, 0), "tests", [12, 0]],
		["failed tests are counted", `${summary(7, 3)}process.exit(3)`, "tests", [7, 3]],
		["a crash after the last test is a failure", `${summary(7, 0)}process.exit(1)`, "tests", [7, 1]],
		["a crash before the summary is a failure", "process.abort()", "tests", [0, 1]],
		["a run without tests is a failure", "", "tests", [0, 1]],
	];
	for (const [what, text, counts, [passed, failed]] of cases) {
		it(what, async () => {
			const result = await resultOf(text, counts);
			deepEqual([result.passed, result.failed], [passed, failed]);
		});
	}

	it("keeps what it has printed", async () => {
		match((await resultOf('console.log("one"); console.error("two")', "one")).output, /one\n[^]*two\n/);
	});
});
