import { join } from "node:path";
import type { Catalog } from "../../src/core/schema/catalog.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { projectFolder } from "../support/sharedFolder.ts";

/** Path of the schema that ships with the extension. */
export const shippedBundle = join(projectFolder, "media", "schema", "schema.dvs");

/** A catalog over it; nothing of it has been read yet but the directory. */
export function shippedCatalog(): Catalog {
	const opened = openBundleFile(shippedBundle);
	if (!opened.ok) throw new Error(`${shippedBundle} does not open: ${opened.problem.code}`);
	return opened.catalog;
}
