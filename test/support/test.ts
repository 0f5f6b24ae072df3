/**
 * `npm test`: every check and every test, and one line a step.
 *   npm test -- lint unit     only the steps whose names begin so
 * Ends with "N passed, N failed". Types, lint, format and the like count as one each. Exit code 1 when anything failed.
 */
import { availableParallelism } from "node:os";
import { buildProduct, packageExtension } from "./build.ts";
import { exitOnStopSignal } from "./childProcess.ts";
import { runSteps, type StepResult } from "./runSteps.ts";
import { steps } from "./steps.ts";
import { ensureBrowser } from "./vscode/browser.ts";
import { installVscode } from "./vscode/install.ts";

exitOnStopSignal();
const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
const desktopOnly = process.platform === "win32";
const runnable = chosen.filter(({ name }) => !(desktopOnly && name === "in the browser"));

const prepared = await prepare();
const results = prepared.failed > 0 ? [prepared] : [prepared, ...(await runAll())];
summarise(results);

/** What several steps stand on is made once and first; without it they would all fail for one reason. */
async function prepare(): Promise<StepResult> {
	const started = performance.now();
	const end = (failed: number, output: string): StepResult => {
		const seconds = (performance.now() - started) / 1000;
		const result = { name: "build", passed: 1 - failed, failed, skipped: 0, seconds, output };
		report(result);
		return result;
	};
	if (!chosen.some(({ needsBuild }) => needsBuild)) return end(0, "");
	try {
		if (!desktopOnly) {
			await ensureBrowser();
			await installVscode();
		}
		await buildProduct({ tests: true });
		process.env.DVW_VSIX = await packageExtension();
		return end(0, "");
	} catch (error) {
		return end(1, error instanceof Error ? error.message : String(error));
	}
}

async function runAll(): Promise<readonly StepResult[]> {
	const workers = Math.min(4, Math.max(2, availableParallelism()));
	return await runSteps(runnable, workers, report);
}

/** What went well is one line; what failed is shown with all it printed. */
function report(result: StepResult): void {
	if (result.failed > 0) console.log(`\n----- ${result.name} failed -----\n${result.output.trim()}\n-----\n`);
	console.log(lineOf(result));
}

function lineOf({ name, passed, failed, skipped, seconds }: StepResult): string {
	const counts = [
		`${passed} passed`,
		...(failed > 0 ? [`${failed} failed`] : []),
		...(skipped > 0 ? [`${skipped} skipped`] : []),
	];
	return `${failed > 0 ? "✗" : "✓"} ${name.padEnd(36)} ${seconds.toFixed(1).padStart(6)} s   ${counts.join(", ")}`;
}

function summarise(all: readonly StepResult[]): void {
	const total = (count: (result: StepResult) => number) => all.reduce((sum, result) => sum + count(result), 0);
	const failed = total((result) => result.failed);
	const broken = all.filter((result) => result.failed > 0);
	if (broken.length > 0) console.log(`\nFailed:\n${broken.map(lineOf).join("\n")}`);
	console.log(`\n${total((result) => result.passed)} passed, ${failed} failed`);
	process.exit(failed > 0 ? 1 : 0);
}
