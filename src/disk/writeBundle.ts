import type { BundleProblem } from "../core/schema/bundle/bundleProblem.ts";
import { encodeBundle } from "../core/schema/bundle/encodeBundle.ts";
import type { Schema } from "../core/schema/model.ts";
import { nodeBundleTools } from "./bundleTools.ts";
import { systemCode } from "./systemCode.ts";
import { writeFileAtomically } from "./writeFileAtomically.ts";

export type WrittenBundle =
	{ readonly ok: true; readonly bytes: number } | { readonly ok: false; readonly problem: BundleProblem };

/** Writes a schema as a bundle. Readers see the old file or the whole new one. Never throws for what the disk does. */
export function writeBundleFile(path: string, schema: Schema): WrittenBundle {
	const bytes = encodeBundle(schema, nodeBundleTools);
	try {
		writeFileAtomically(path, bytes);
		return { ok: true, bytes: bytes.length };
	} catch (error) {
		return { ok: false, problem: { code: "unwritable", reason: systemCode(error) } };
	}
}
