/** Reading the reference pages and compiling them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { lexer } from "marked";
import { readPages as scanPages } from "../../src/core/schema/reference/compileReference.ts";
import { readPages } from "../../src/disk/readPages.ts";
import { projectFolder, sharedPath } from "../support/sharedFolder.ts";
import { atMost, type BenchResult, timesFaster } from "./benchRow.ts";
import { lookAtAll, median, takeTurns, timed } from "./measure.ts";

export function benchCompile(): Promise<BenchResult> {
	const folder = sharedPath("reference/pages");
	if (folder === undefined) {
		return Promise.resolve({ rows: [], notices: ["compile: left out, the reference pages are not on this machine."] });
	}
	const files = readPages(folder).pages;
	const times = takeTurns(
		{
			ours: () => scanPages(files, { descriptions: false }),
			// Counted and let go, so that what is measured is not the memory for all tokens.
			marked: () => files.reduce((count, { text }) => count + lexer(text).length, 0),
			limit: () => files.reduce((sum, { text }) => sum + lookAtAll(text), 0),
			reading: () => readPages(folder),
		},
		3,
	);
	const scan = median(times.ours);
	const marked = median(times.marked);
	const compile = median(
		[1, 2, 3].map(() =>
			timed(() => {
				compileAsCommand(folder);
			}),
		),
	);
	return Promise.resolve({
		rows: [
			{
				what: `scan ${files.length.toLocaleString("en")} pages into the model`,
				unit: "ms",
				ours: scan,
				alternative: { name: "marked, lexer only", value: marked },
				limit: { name: "one look at each character", value: median(times.limit) },
				promise: timesFaster(scan, marked, 5),
			},
			{
				what: "dvw schema compile: start, read, merge, check, write",
				unit: "ms",
				ours: compile,
				limit: { name: "reading the files", value: median(times.reading) },
				promise: atMost(compile, 3000, "ms"),
			},
		],
		notices: [],
	});
}

/** In a fresh process, from its sources, as a person runs it. */
function compileAsCommand(folder: string): void {
	const scratch = mkdtempSync(join(tmpdir(), "dvw-bench-"));
	try {
		const command = [join(projectFolder, "src", "cli.ts"), "schema", "compile", folder];
		const { status, stderr } = spawnSync(process.execPath, [...command, "--out", join(scratch, "bench.dvs")], {
			encoding: "utf8",
		});
		if (status !== 0) throw new Error(`dvw schema compile ended with ${status}: ${stderr}`);
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}
