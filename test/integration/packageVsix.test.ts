import { deepEqual, match, ok } from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { packagedExtension } from "../support/build.ts";
import { zipEntries } from "../support/zipEntries.ts";

/** All that may be in the package, below its folder `extension/`. vsce lower-cases the names that it shows itself. */
const allowed: readonly RegExp[] = [
	/^package(\.nls(\.[a-z-]+)?)?\.json$/i,
	/^(readme|changelog)\.md$/i,
	/^license(\.txt|\.md)?$/i,
	/^notice$/i,
	/^l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
	/^dist\/[\w/-]+\.(js|css)$/,
	/^dist\/licenses\.txt$/,
	/^media\/icon\.png$/,
	/^media\/[\w/-]+\.(svg|css|bin|dvws?|schema)$/,
	/^media\/schema\/[\w.-]+$/,
	/^media\/environments\.schema\.json$/,
];

const mostBytes = 6 * 1024 * 1024;

describe("the packed extension", function () {
	this.timeout(60_000);
	let path = "";
	let names: readonly string[] = [];

	before(async () => {
		path = await packagedExtension();
		names = zipEntries(await readFile(path)).map(({ name }) => name);
	});

	it("has at most 6 MB", async () => {
		const { size } = await stat(path);
		ok(size <= mostBytes, `${size} bytes`);
	});

	it("holds nothing but what is meant to ship", () => {
		const own = names.filter((name) => name !== "[Content_Types].xml" && name !== "extension.vsixmanifest");
		const inside = own.map((name) => name.replace(/^extension\//, ""));
		deepEqual(
			inside.filter((name) => !allowed.some((pattern) => pattern.test(name))),
			[],
		);
	});

	it("has no source map and no source", () => {
		deepEqual(
			names.filter((name) => /\.map$|\.tsx?$|^extension\/(src|test|webview)\/|node_modules/.test(name)),
			[],
		);
	});

	for (const needed of [
		"package.json",
		"package.nls.json",
		"readme.md",
		"changelog.md",
		"notice",
		"dist/extension.js",
		"dist/licenses.txt",
		"media/icon.png",
	]) {
		it(`has ${needed}`, () => {
			ok(
				names.some((name) => name.toLowerCase() === `extension/${needed}`),
				names.join("\n"),
			);
		});
	}

	it("has its licence", () => {
		match(names.join("\n"), /^extension\/license/im);
	});
});
