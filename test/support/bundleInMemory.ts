import assert from "node:assert/strict";
import type { Bundle } from "../../src/core/schema/bundle/bundle.ts";
import type { BundleProblem } from "../../src/core/schema/bundle/bundleProblem.ts";
import { bytesInMemory, type RandomAccess } from "../../src/core/schema/bundle/bundleTools.ts";
import { encodeBundle } from "../../src/core/schema/bundle/encodeBundle.ts";
import { openBundle } from "../../src/core/schema/bundle/openBundle.ts";
import type { Schema } from "../../src/core/schema/model.ts";
import { nodeBundleTools } from "../../src/disk/bundleTools.ts";

/** A schema as the bytes of a bundle. */
export const bundleBytes = (schema: Schema): Uint8Array => encodeBundle(schema, nodeBundleTools);

/** Opens bytes that must be a bundle; fails the test where they are not. */
export function bundleOf(bytes: Uint8Array | RandomAccess, report?: (problem: BundleProblem) => void): Bundle {
	const file = bytes instanceof Uint8Array ? bytesInMemory(bytes) : bytes;
	const opened = openBundle(file, nodeBundleTools, report);
	assert.ok(opened.ok, opened.ok ? "" : opened.problem.code);
	return opened.bundle;
}

/** The whole schema as the bundle gives it back. */
export function schemaIn(bundle: Bundle): Schema {
	return {
		layers: bundle.layers,
		tables: bundle.tableNames.map((name) => {
			const table = bundle.table(name);
			assert.ok(table !== undefined, name);
			return table;
		}),
	};
}
