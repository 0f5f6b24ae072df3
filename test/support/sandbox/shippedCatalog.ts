import assert from "node:assert/strict";
import type { Catalog } from "../../../src/core/schema/catalog.ts";
import { openBundleFile } from "../../../src/disk/openBundle.ts";
import { projectFolder } from "../sharedFolder.ts";

let shared: Catalog | undefined;

/** One catalog for all tests of a process: nothing changes it. */
export function shippedCatalog(): Catalog {
	if (shared === undefined) {
		const opened = openBundleFile(`${projectFolder}/media/schema/schema.dvs`);
		assert.ok(opened.ok, "the shipped schema opens");
		shared = opened.catalog;
	}
	return shared;
}
