import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { projectFolder } from "../support/sharedFolder.ts";

const source = join(projectFolder, "src");

describe("src/README.md", () => {
	it("names every folder under src, and no other", () => {
		const text = readFileSync(join(source, "README.md"), "utf8");
		const named = [...text.matchAll(/^- `([^`]+)\/` \S/gm)].map(([, name]) => name);
		const folders = readdirSync(source, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ parentPath, name }) => relative(source, join(parentPath, name)).split(sep).join("/"));
		assert.deepEqual(named.toSorted(), folders.toSorted());
	});
});
