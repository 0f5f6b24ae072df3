/** Runs steps side by side, as many as the machine bears, and counts what they say. */
import { runToEnd } from "./childProcess.ts";
import { projectFolder } from "./sharedFolder.ts";
import type { Step } from "./steps.ts";

export interface StepResult {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
	/** Tests that did not run, as where shared material is not on the machine. */
	readonly skipped: number;
	readonly seconds: number;
	readonly output: string;
}

/** No step takes nearly that long; one that hangs must not hang the whole. */
const timeoutMs = 1_800_000;

/** Runs all steps, `workers` at a time in the order given, and calls `onEnd` as each ends. */
export async function runSteps(
	steps: readonly Step[],
	workers: number,
	onEnd: (result: StepResult) => void,
): Promise<readonly StepResult[]> {
	const waiting = [...steps];
	const results: StepResult[] = [];
	const work = async () => {
		for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
			const result = await runStep(step);
			results.push(result);
			onEnd(result);
		}
	};
	await Promise.all(Array.from({ length: workers }, work));
	return results;
}

async function runStep({ name, script, counts, node = process.execPath }: Step): Promise<StepResult> {
	const started = performance.now();
	const { code, output } = await runToEnd(node, script, {
		cwd: projectFolder,
		// CI services are taken for terminals by some libraries: colours would get into what is counted and kept.
		env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
		timeoutMs,
	});
	const seconds = (performance.now() - started) / 1000;
	const tally = counts === "one" ? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 } : countTests(output);
	if (code === 0 && tally.passed > 0) return { name, seconds, output, ...tally };
	// What ended badly has failed, also where no test says so: it crashed, hung, ran no test, or could not even start.
	const why = code === 124 ? `${output}\nStopped after ${timeoutMs / 1000} s.` : output;
	return { name, seconds, output: why, ...tally, failed: Math.max(tally.failed, 1) };
}

/** Adds up the summaries that mocha prints at the end of its runs. */
function countTests(output: string): Pick<StepResult, "passed" | "failed" | "skipped"> {
	const sum = (word: string) =>
		[...output.matchAll(new RegExp(`^ {2}(\\d+) ${word}`, "gm"))].reduce(
			(total, [, count]) => total + Number(count),
			0,
		);
	return { passed: sum("passing"), failed: sum("failing"), skipped: sum("pending") };
}
