/** Reference pages for tests: those on disk, and small ones that are put together from what a test cares about. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageFile } from "../../src/core/schema/reference/page.ts";
import { projectFolder } from "./sharedFolder.ts";

/** All pages under a folder, by their paths in it. */
export function pagesIn(folder: string): readonly PageFile[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".md"))
		.map((path) => ({
			path: path.replaceAll("\\", "/"),
			text: readFileSync(join(folder, path), "utf8"),
		}))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The pages written for the tests: "pages" in today's grammar, "older" in those before. */
export function fixturePages(folder: "pages" | "older"): readonly PageFile[] {
	return pagesIn(join(projectFolder, "test", "fixtures", "reference", folder));
}
