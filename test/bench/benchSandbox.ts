import { join } from "node:path";
import { build } from "esbuild";
import { addSample } from "../../src/sandbox/sample/addSample.ts";
import { writeIdentity } from "../../src/sandbox/sample/identityRows.ts";
import type { RowPlace } from "../../src/sandbox/sample/rowWriter.ts";
import type { SampleTableName } from "../../src/sandbox/sample/sampleWorld.ts";
import { createService, type Service } from "../../src/sandbox/service/service.ts";
import { openDatabase } from "../../src/sandbox/storage/openDatabase.ts";
import { projectFolder } from "../support/sharedFolder.ts";
import { shippedBundle, shippedCatalog } from "./shippedBundle.ts";

/** The worker bundled as it ships: from its source it would first be stripped of its types, file by file. */
export async function bundledWorker(folder: string): Promise<{ readonly worker: string; readonly bundle: string }> {
	const worker = join(folder, "sandboxWorker.js");
	await build({
		entryPoints: [join(projectFolder, "src", "sandbox", "server", "sandboxWorker.ts")],
		outfile: worker,
		bundle: true,
		minify: true,
		platform: "node",
		target: "node22",
		format: "cjs",
	});
	return { worker, bundle: shippedBundle };
}

export interface OpenedSandbox extends RowPlace {
	readonly service: Service;
}

/** A sandbox without server, in memory or in a file, with the rows that every one has. */
export function openSandbox(file?: string): OpenedSandbox {
	const opened = openDatabase(file);
	if (!opened.ok) throw new Error(opened.problem);
	const { database } = opened;
	const log = (error: unknown): void => {
		throw error;
	};
	const service = createService({ catalog: shippedCatalog(), database, clock: Date.now, log });
	const place = { database, schema: service.schema, store: service.store };
	writeIdentity(place, Date.now());
	return { ...place, service };
}

/** Sample rows of these tables, the same each time. */
export function fill(place: RowPlace, counts: Partial<Readonly<Record<SampleTableName, number>>>): void {
	const entries = Object.entries(counts) as [SampleTableName, number][];
	addSample(place, { rows: 0, seed: 1, anchor: Date.UTC(2026, 0, 1), counts: new Map(entries) });
}
