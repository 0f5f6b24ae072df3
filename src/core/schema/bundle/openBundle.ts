import { Bundle } from "./bundle.ts";
import type { BundleProblem } from "./bundleProblem.ts";
import type { RandomAccess, ReadingTools } from "./bundleTools.ts";
import { Directory } from "./directory.ts";
import { checksummedFrom, headerLength, readHeader } from "./header.ts";

export type OpenedBundle =
	{ readonly ok: true; readonly bundle: Bundle } | { readonly ok: false; readonly problem: BundleProblem };

/** Header and directory of a bundle as large as a whole environment fit into the first read. */
const firstRead = 96 * 1024;

/**
 * Opens a bundle: reads header and directory and checks both, and nothing else. Never throws.
 *
 * @param report is told later of parts that turn out to be damaged when they are read.
 */
export function openBundle(
	file: RandomAccess,
	tools: ReadingTools,
	report: (problem: BundleProblem) => void = () => undefined,
): OpenedBundle {
	try {
		const first = file.read(0, Math.min(file.size, firstRead));
		const header = readHeader(first, file.size);
		if ("code" in header) return { ok: false, problem: header };
		const directoryEnd = headerLength + header.directoryLength;
		const head = first.length < directoryEnd ? file.read(0, directoryEnd) : first;
		if (tools.checksum(head.subarray(checksummedFrom, directoryEnd)) !== header.checksum) return damaged;
		const directory = Directory.parse(head.subarray(headerLength, directoryEnd), (bytes) => tools.decode(bytes));
		if (directory === undefined) return damaged;
		return { ok: true, bundle: new Bundle(file, tools, report, header, directory) };
	} catch {
		return damaged;
	}
}

const damaged: OpenedBundle = { ok: false, problem: { code: "damaged" } };
