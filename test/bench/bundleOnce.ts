/**
 * One look at the bundle in a process of its own, where nothing is warm: sends its times in milliseconds. With the path
 * of a JSON file: what reading and parsing that takes instead.
 */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { openBundle } from "../../src/core/schema/bundle/openBundle.ts";
import type { Schema } from "../../src/core/schema/model.ts";
import { nodeBundleTools } from "../../src/disk/bundleTools.ts";
import { randomAccessFile } from "../../src/disk/randomAccessFile.ts";
import { percentile, timed } from "./measure.ts";

export interface BundleTimes {
	readonly open: number;
	readonly openLimit: number;
	readonly first: number;
	readonly firstLimit: number;
	readonly later: number;
	readonly laterLimit: number;
}

const [bundle = "", json] = process.argv.slice(2);
process.send?.(json === undefined ? bundleTimes(bundle) : jsonTime(json));

function bundleTimes(path: string): BundleTimes {
	let decompressing = 0;
	const tools: typeof nodeBundleTools = {
		...nodeBundleTools,
		decompress(bytes, size) {
			const start = performance.now();
			const full = nodeBundleTools.decompress(bytes, size);
			decompressing += performance.now() - start;
			return full;
		},
	};
	const openLimit = timed(() => {
		readStart(path);
	});
	let opened: ReturnType<typeof openBundle> | undefined;
	const open = timed(() => (opened = openBundle(randomAccessFile(path), tools)));
	if (opened?.ok !== true) throw new Error(`${path} does not open`);
	const { bundle } = opened;
	const first = timed(() => bundle.table("account"));
	const firstLimit = decompressing;
	const later: number[] = [];
	const laterLimit: number[] = [];
	for (const name of bundle.tableNames.filter((table) => table !== "account")) {
		decompressing = 0;
		later.push(timed(() => bundle.table(name)));
		laterLimit.push(decompressing);
	}
	return {
		open,
		openLimit,
		first,
		firstLimit,
		later: percentile(later, 0.95),
		laterLimit: percentile(laterLimit, 0.95),
	};
}

/** Opening the file and reading as many bytes as header and directory have. */
function readStart(path: string): void {
	const file = openSync(path, "r");
	readSync(file, new Uint8Array(96 * 1024), 0, 96 * 1024, 0);
	closeSync(file);
}

function jsonTime(path: string): number {
	return timed(() => {
		const schema = JSON.parse(readFileSync(path, "utf8")) as Schema;
		return schema.tables.find(({ logicalName }) => logicalName === "account");
	});
}
