/**
 * `npm test`: every check and every test, and one line a step.
 *   npm test -- lint unit     only the steps whose names begin so
 * Ends with "N passed, N failed". Types, lint, format and the like count as one each. Exit code 1 when anything failed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { buildProduct, loopbackExtension, packageExtension } from "./build.ts";
import { exitOnStopSignal } from "./childProcess.ts";
import { runSteps, type StepResult } from "./runSteps.ts";
import { projectFolder } from "./sharedFolder.ts";
import { type Step, steps } from "./steps.ts";
import { ensureBrowser } from "./vscode/browser.ts";
import { installVscode } from "./vscode/install.ts";

exitOnStopSignal();
const logs = join(projectFolder, ".build", "test-logs");
const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
const desktopOnly = process.platform === "win32";
const runnable = chosen.filter(({ needsServer }) => !(desktopOnly && needsServer === true));

if (runnable.length === 0) {
	console.error(`No step begins with ${wanted.join(" or ")}. There are: ${steps.map(({ name }) => name).join(", ")}.`);
	process.exit(1);
}
const prepared = await prepare();
const canRun = ({ needsBuild }: Step) => prepared.failed === 0 || !needsBuild;
const ready = await runAll(runnable.filter(canRun));
const results = [prepared, ...ready, ...runnable.filter((step) => !canRun(step)).map(notRun)];
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
		await loopbackExtension();
		return end(0, "");
	} catch (error) {
		return end(1, error instanceof Error ? error.message : String(error));
	}
}

async function runAll(ready: readonly Step[]): Promise<readonly StepResult[]> {
	const workers = Math.min(4, Math.max(2, availableParallelism()));
	return await runSteps(ready, workers, report);
}

function notRun({ name }: Step): StepResult {
	const result = { name, passed: 0, failed: 1, skipped: 0, seconds: 0, output: "Not run: the build failed." };
	report(result);
	return result;
}

/** What went well is one line; of what failed its words are shown, and all it printed is kept in .build/test-logs. */
function report(result: StepResult): void {
	const log = join(logs, `${result.name.replaceAll(" ", "-")}.log`);
	mkdirSync(logs, { recursive: true });
	writeFileSync(log, result.output);
	if (result.failed > 0) {
		const title = `${result.name} failed (all of it: ${relative(projectFolder, log)})`;
		console.log(`\n----- ${title} -----\n${excerpt(result.output)}\n-----\n`);
	}
	console.log(lineOf(result));
}

/** From mocha's summary on, which repeats each failure; where there is none, the end. */
function excerpt(output: string): string {
	const summary = output.search(/^ {2}\d+ passing/m);
	return summary >= 0 ? output.slice(summary).trimEnd() : output.trim().split("\n").slice(-150).join("\n");
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
