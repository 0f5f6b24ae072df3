/**
 * `npm run bench [-- [--json] [GROUP...]]`: measures and prints one table. Each group runs in a process of its own, so
 * that none finds its code warm or the memory full from another. A benchmark, not a test: nothing fails because of a
 * figure; the exit code is 1 only where a group broke.
 */
import { fork } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import type { BenchGroup, BenchResult } from "./benchRow.ts";
import { benchJson, benchTable } from "./benchTable.ts";

const groups: Readonly<Record<string, () => Promise<BenchGroup>>> = {
	compile: async () => (await import("./compile.ts")).benchCompile,
	bundle: async () => (await import("./bundle.ts")).benchBundle,
	search: async () => (await import("./search.ts")).benchSearch,
	hover: async () => (await import("./hover.ts")).benchHover,
	parse: async () => (await import("./parse.ts")).benchParse,
	tree: async () => (await import("./tree.ts")).benchTree,
	sandboxQuery: async () => (await import("./sandboxQuery.ts")).benchSandboxQuery,
	sandboxStart: async () => (await import("./sandboxStart.ts")).benchSandboxStart,
	sandboxPages: async () => (await import("./sandboxPages.ts")).benchSandboxPages,
	sandboxSeed: async () => (await import("./sandboxSeed.ts")).benchSandboxSeed,
	clientOverhead: async () => (await import("./clientOverhead.ts")).benchClientOverhead,
	clientPage: async () => (await import("./clientPage.ts")).benchClientPage,
	clientBatch: async () => (await import("./clientBatch.ts")).benchClientBatch,
	activation: async () => (await import("./activation.ts")).benchActivation,
};

const child = "--child";
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const unknown = names.find((name) => !(name in groups));
if (unknown !== undefined) {
	console.error(`There is no group ${unknown}. Groups: ${Object.keys(groups).join(", ")}`);
	process.exit(2);
}
if (process.argv.includes(child)) await measureHere(names[0] ?? "");
else process.exitCode = await measureAll(names.length > 0 ? names : Object.keys(groups));

async function measureHere(name: string): Promise<void> {
	const measure = await groups[name]?.();
	process.send?.(await measure?.());
}

async function measureAll(chosen: readonly string[]): Promise<number> {
	const results: BenchResult[] = [];
	let code = 0;
	for (const name of chosen) {
		process.stderr.write(`${name} ...\n`);
		const result = await inOwnProcess(name);
		if (result === undefined) code = 1;
		results.push(result ?? { rows: [], notices: [`${name}: broke, see above.`] });
	}
	const busy = loadavg()[0] ?? 0;
	if (busy > availableParallelism() + 1) {
		results.push({ rows: [], notices: [`The machine was busy (load ${busy.toFixed(1)}): figures are too high.`] });
	}
	console.log(process.argv.includes("--json") ? benchJson(results) : benchTable(results));
	return code;
}

/** Undefined where the process ended without a result. What it prints goes to standard error. */
async function inOwnProcess(name: string): Promise<BenchResult | undefined> {
	const measuring = fork(fileURLToPath(import.meta.url), [child, name], { stdio: ["ignore", 2, 2, "ipc"] });
	let result: BenchResult | undefined;
	measuring.once("message", (message) => {
		result = message as BenchResult;
	});
	return await new Promise((resolve) => {
		measuring.once("close", () => {
			resolve(result);
		});
	});
}
