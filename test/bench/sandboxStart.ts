/** Starting the sandbox as it ships, and what the thread that started it notices of its work. */
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/server/startSandbox.ts";
import { scratchFolder } from "../support/scratchFolder.ts";
import { send } from "../support/sandbox/runningSandbox.ts";
import { atMost, type BenchResult } from "./benchRow.ts";
import { bundledWorker } from "./benchSandbox.ts";
import { median } from "./measure.ts";

const starts = 20;
const api = "/api/data/v9.2/";

export async function benchSandboxStart(): Promise<BenchResult> {
	const scratch = await scratchFolder("bench");
	try {
		const files = await bundledWorker(scratch.path);
		const times: number[] = [];
		const empty: number[] = [];
		for (let round = 0; round <= starts; round++) {
			const begin = performance.now();
			const sandbox = await startSandbox(files);
			await send(sandbox, `${api}WhoAmI`);
			const taken = performance.now() - begin;
			await sandbox.close();
			const bare = await emptyThread();
			// The first one fills the caches of the system.
			if (round > 0) times.push(taken);
			if (round > 0) empty.push(bare);
		}
		const first = median(times);
		const most = await longestBlock(() => work(files, scratch.path));
		const idle = await longestBlock(() => delay(2000));
		return {
			rows: [
				{
					what: `sandbox: start to first answer, median of ${starts}`,
					unit: "ms",
					ours: first,
					limit: { name: "a thread that opens an empty database", value: median(empty) },
					promise: atMost(first, 150, "ms"),
				},
				{
					what: "sandbox: longest block of the starting thread while it starts, seeds 20,000 rows, reads pages, exports and imports",
					unit: "ms",
					ours: most,
					limit: { name: "the same thread idle", value: idle },
					promise: atMost(most, 20, "ms"),
				},
			],
			notices: [],
		};
	} finally {
		scratch.remove();
	}
}

async function emptyThread(): Promise<number> {
	const { Worker } = await import("node:worker_threads");
	const begin = performance.now();
	const code = `new (require("node:sqlite").DatabaseSync)(":memory:"); require("node:worker_threads").parentPort.postMessage(1)`;
	const worker = new Worker(code, { eval: true });
	await new Promise((resolve) => worker.once("message", resolve));
	const taken = performance.now() - begin;
	await worker.terminate();
	return taken;
}

async function work(files: { readonly worker: string; readonly bundle: string }, folder: string): Promise<void> {
	const sandbox: RunningSandbox = await startSandbox(files);
	await sandbox.control.addRows(20_000, 1);
	for (let round = 0; round < 10; round++) await send(sandbox, `${api}contacts?$select=fullname,emailaddress1`);
	const file = join(folder, "sandbox.json");
	await sandbox.control.exportTo(file);
	await sandbox.control.importFrom(file);
	await sandbox.close();
}

/** Milliseconds for which timers had to wait at most while that was going on. */
async function longestBlock(during: () => Promise<void>): Promise<number> {
	const resolution = 1;
	const monitor = monitorEventLoopDelay({ resolution });
	monitor.enable();
	await during();
	monitor.disable();
	return Math.max(0, monitor.max / 1e6 - resolution);
}
