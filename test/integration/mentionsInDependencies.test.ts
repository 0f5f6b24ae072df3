/**
 * Hover must stay quiet in code that has nothing to do with Dataverse: the sources of the development dependencies, at
 * words that are names of tables or columns. The same files and words are looked at each time.
 */
import { deepEqual, ok } from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { mentionAt } from "../../src/core/mentions/mentionAt.ts";
import { SchemaNames } from "../../src/core/mentions/schemaNames.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { described } from "../support/mentionSnippets.ts";
import { projectFolder } from "../support/sharedFolder.ts";

const languages: Readonly<Record<string, string>> = {
	".js": "javascript",
	".cjs": "javascript",
	".mjs": "javascript",
	".ts": "typescript",
	".tsx": "typescriptreact",
	".json": "json",
	".md": "markdown",
};

/** Hovers that are right although the file is no work with Dataverse: "file: mention", with the reason behind it. */
const exceptions: readonly { readonly hover: string; readonly reason: string }[] = [];

const mostFiles = 500;
const wordsOfAFile = 24;
const longestFile = 1_000_000;

function sources(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => Object.hasOwn(languages, extname(path)))
		.map((path) => path.replaceAll("\\", "/"))
		.sort();
}

describe("hover in the sources of the development dependencies", () => {
	it("answers nothing but the listed exceptions", function () {
		this.timeout(60_000);
		const opened = openBundleFile(join(projectFolder, "media", "schema", "schema.dvs"));
		ok(opened.ok, "the bundle cannot be read");
		const { catalog } = opened;
		const names = new SchemaNames(catalog);
		const isName = new Map<string, boolean>();
		const named = (word: string): boolean => {
			let known = isName.get(word);
			if (known === undefined) {
				known = catalog.findTable(word) !== undefined || catalog.tablesWithColumn(word).length > 0;
				isName.set(word, known);
			}
			return known;
		};
		const folder = join(projectFolder, "node_modules");
		const all = sources(folder);
		const step = Math.max(1, Math.floor(all.length / mostFiles));
		const hovers = new Set<string>();
		let positions = 0;
		for (let index = 0; index < all.length; index += step) {
			const path = all[index] ?? "";
			const { size } = statSync(join(folder, path));
			if (size > longestFile) continue;
			const text = readFileSync(join(folder, path), "utf8");
			const words = [...text.matchAll(/[A-Za-z_]\w*/g)].filter(([word]) => named(word));
			const wordStep = Math.max(1, Math.floor(words.length / wordsOfAFile));
			for (let at = index % wordStep; at < words.length; at += wordStep) {
				const word = words[at];
				if (word === undefined) continue;
				positions += 1;
				const mention = mentionAt(text, word.index + 1, languages[extname(path)] ?? "", names, "context");
				if (mention !== undefined) hovers.add(`${path}: ${described(mention)}`);
			}
		}
		opened.close();
		console.log(`      ${positions} names in ${Math.ceil(all.length / step)} of ${all.length} files`);
		ok(positions > 1000, `only ${positions} names were looked at`);
		deepEqual(
			[...hovers].filter((hover) => !exceptions.some((exception) => exception.hover === hover)),
			[],
		);
	});
});
