/** Opening the bundle that ships and reading its tables. */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { projectFolder } from "../support/sharedFolder.ts";
import { atMost, type BenchResult, type BenchRow } from "./benchRow.ts";
import type { BundleTimes } from "./bundleOnce.ts";
import { shippedBundle } from "./shippedBundle.ts";
import { median } from "./measure.ts";

const rounds = 9;

export async function benchBundle(): Promise<BenchResult> {
	const scratch = mkdtempSync(join(tmpdir(), "dvw-bench-"));
	try {
		const json = join(scratch, "schema.json");
		writeFileSync(json, schemaAsJson());
		const times: BundleTimes[] = [];
		const parsing: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			times.push((await inFreshProcess([shippedBundle])) as BundleTimes);
			parsing.push((await inFreshProcess([shippedBundle, json])) as number);
		}
		return { rows: rowsOf(times, median(parsing), statSync(json).size), notices: [] };
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

function rowsOf(times: readonly BundleTimes[], parsing: number, jsonBytes: number): readonly BenchRow[] {
	const of = (name: keyof BundleTimes): number => median(times.map((each) => each[name]));
	const alternative = { name: "JSON.parse of all facts", value: parsing };
	const bytes = statSync(shippedBundle).size;
	return [
		{
			what: "open the bundle, in a fresh process",
			unit: "ms",
			ours: of("open"),
			alternative,
			limit: { name: "reading 96 KB of the file", value: of("openLimit") },
			promise: atMost(of("open"), 1, "ms"),
		},
		{
			what: "its first table (account)",
			unit: "ms",
			ours: of("first"),
			alternative,
			limit: { name: "decompressing its chunks", value: of("firstLimit") },
			promise: atMost(of("first"), 2, "ms"),
		},
		{
			what: "every later table, p95",
			unit: "ms",
			ours: of("later"),
			limit: { name: "decompressing its chunk, p95", value: of("laterLimit") },
			promise: atMost(of("later"), 0.5, "ms"),
		},
		{
			what: "size of the bundle",
			unit: "KB",
			ours: bytes / 1024,
			alternative: { name: "the same facts as JSON", value: jsonBytes / 1024 },
			promise: atMost(bytes / 1024, 4096, "KB"),
		},
	];
}

function schemaAsJson(): string {
	const opened = openBundleFile(shippedBundle);
	if (!opened.ok) throw new Error(`${shippedBundle} does not open`);
	const { catalog, close } = opened;
	const tables = catalog.tables().map(({ logicalName }) => catalog.table(logicalName));
	close();
	return JSON.stringify({ layers: catalog.layers, tables });
}

async function inFreshProcess(args: readonly string[]): Promise<unknown> {
	const measuring = fork(join(projectFolder, "test", "bench", "bundleOnce.ts"), args, {
		stdio: ["ignore", 2, 2, "ipc"],
	});
	return await new Promise((resolve, reject) => {
		measuring.once("message", resolve);
		measuring.once("close", (code) => {
			reject(new Error(`bundleOnce.ts ended with ${code}`));
		});
	});
}
