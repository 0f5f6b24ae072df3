import type { Bundle } from "../core/schema/bundle/bundle.ts";
import type { BundleProblem } from "../core/schema/bundle/bundleProblem.ts";
import { openBundle } from "../core/schema/bundle/openBundle.ts";
import type { Catalog } from "../core/schema/catalog.ts";
import { catalogOf } from "../core/schema/catalogOf.ts";
import { nodeBundleTools } from "./bundleTools.ts";
import { type RandomAccessFile, randomAccessFile } from "./randomAccessFile.ts";
import { systemCode } from "./systemCode.ts";

export type OpenedBundleFile =
	| {
			readonly ok: true;
			readonly catalog: Catalog;
			readonly bundle: Bundle;
			/** Gives the file back to the system; what was not read before is then not there. */
			readonly close: () => void;
	  }
	| { readonly ok: false; readonly problem: BundleProblem };

/**
 * Opens the bundle at a path and keeps the file open. Reads header and directory only (the whole file would take five
 * times as long), and never throws.
 *
 * @param report is told later of parts that turn out to be damaged; the catalog goes on without them.
 */
export function openBundleFile(path: string, report?: (problem: BundleProblem) => void): OpenedBundleFile {
	let file: RandomAccessFile;
	try {
		file = randomAccessFile(path);
	} catch (error) {
		return { ok: false, problem: { code: "unreadable", reason: systemCode(error) } };
	}
	const opened = openBundle(file, nodeBundleTools, report);
	if (opened.ok) return { ok: true, bundle: opened.bundle, catalog: catalogOf(opened.bundle), close: file.close };
	file.close();
	return opened;
}
