import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { projectFolder } from "../support/sharedFolder.ts";

const source = join(projectFolder, "src");
const entries = readdirSync(source, { recursive: true, withFileTypes: true });
const fromSource = (...path: readonly string[]): string =>
	relative(source, join(...path))
		.split(sep)
		.join("/");

/** Folders that a README names in its lines "- `folder/` what it is", with the README's own folder before them. */
function foldersNamedIn(folder: string): readonly string[] {
	const text = readFileSync(join(source, folder, "README.md"), "utf8");
	return [...text.matchAll(/^- `([^`$]+)\/` \S/gm)].map(([, name = ""]) => fromSource(source, folder, name));
}

describe("src/README.md", () => {
	it("names every folder under src, and no other, with the READMEs below it", () => {
		const maps = entries.filter(({ name }) => name === "README.md").map(({ parentPath }) => fromSource(parentPath));
		const folders = entries
			.filter((entry) => entry.isDirectory())
			.map(({ parentPath, name }) => fromSource(parentPath, name));
		assert.deepEqual(maps.flatMap(foldersNamedIn).toSorted(), folders.toSorted());
	});
});
