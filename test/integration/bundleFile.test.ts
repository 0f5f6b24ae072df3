import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BundleProblem } from "../../src/core/schema/bundle/bundleProblem.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { readPages } from "../../src/disk/readPages.ts";
import { systemCode } from "../../src/disk/systemCode.ts";
import { writeBundleFile } from "../../src/disk/writeBundle.ts";
import { bundleBytes } from "../support/bundleInMemory.ts";
import { sampleSchema } from "../support/sampleSchema.ts";
import { type ScratchFolder, scratchFolder } from "../support/scratchFolder.ts";

/** A folder that is new for each test. Gives a path in it. */
function folderForEachTest(): (...names: readonly string[]) => string {
	let folder: ScratchFolder;
	beforeEach(async () => {
		folder = await scratchFolder("bundle");
	});
	afterEach(() => {
		folder.remove();
	});
	return (...names) => join(folder.path, ...names);
}

describe("a bundle on disk", () => {
	const path = folderForEachTest();

	/** Opens a file that must be good; the caller closes it. */
	function opened(file: string, report?: (problem: BundleProblem) => void) {
		const result = openBundleFile(file, report);
		assert.ok(result.ok, result.ok ? "" : result.problem.code);
		return result;
	}

	it("is written and read again", () => {
		const written = writeBundleFile(path("a.dvs"), sampleSchema);
		const bundle = opened(path("a.dvs"));
		assert.deepEqual(written, { ok: true, bytes: readFileSync(path("a.dvs")).length });
		assert.deepEqual(bundle.catalog.table("account"), sampleSchema.tables[0]);
		assert.equal(bundle.bundle.verify(), undefined);
		bundle.close();
	});

	it("holds the bytes that the codec made, and nothing is left beside it", () => {
		writeBundleFile(path("a.dvs"), sampleSchema);
		writeBundleFile(path("a.dvs"), sampleSchema);
		assert.deepEqual(new Uint8Array(readFileSync(path("a.dvs"))), bundleBytes(sampleSchema));
		assert.deepEqual(readdirSync(path()), ["a.dvs"]);
	});

	it("that is open stays whole while a new one takes its place", function () {
		// Windows does not let a file be replaced while it is open: writing then says so and leaves it as it was.
		if (process.platform === "win32") this.skip();
		writeBundleFile(path("a.dvs"), sampleSchema);
		const before = opened(path("a.dvs"));
		writeBundleFile(path("a.dvs"), { layers: [], tables: [] });
		assert.deepEqual(before.catalog.table("contact"), sampleSchema.tables[2]);
		before.close();
		const after = opened(path("a.dvs"));
		assert.deepEqual(after.catalog.tables(), []);
		after.close();
	});

	const unreadable: readonly (readonly [string, (file: string) => void, string])[] = [
		["that is not there", () => undefined, "unreadable"],
		[
			"that is a folder",
			(file) => {
				mkdirSync(file);
			},
			process.platform === "win32" ? "unreadable" : "damaged",
		],
		[
			"that is empty",
			(file) => {
				writeFileSync(file, "");
			},
			"foreign",
		],
		[
			"that is cut off",
			(file) => {
				writeFileSync(file, bundleBytes(sampleSchema).subarray(0, 500));
			},
			"truncated",
		],
	];
	for (const [name, make, code] of unreadable) {
		it(`${name} is ${code}`, () => {
			make(path("a.dvs"));
			const result = openBundleFile(path("a.dvs"));
			assert.equal(result.ok ? "opened" : result.problem.code, code);
		});
	}

	it("that is cut off while it is open gives no table and one problem for each that is asked for", () => {
		const problems: BundleProblem[] = [];
		writeBundleFile(path("a.dvs"), sampleSchema);
		const { catalog, bundle, close } = opened(path("a.dvs"), (problem) => problems.push(problem));
		truncateSync(path("a.dvs"), 600);
		assert.equal(catalog.table("lead"), undefined);
		assert.equal(problems.length, 1);
		assert.deepEqual(bundle.verify(), { code: "damaged" });
		close();
	});

	it("that is closed gives nothing more, and may be closed again", () => {
		writeBundleFile(path("a.dvs"), sampleSchema);
		const { catalog, close } = opened(path("a.dvs"));
		const account = catalog.table("account");
		close();
		close();
		assert.equal(catalog.table("account"), account);
		assert.equal(catalog.table("contact"), undefined);
	});

	it("cannot be written into a folder that is not there", () => {
		const result = writeBundleFile(path("none", "a.dvs"), sampleSchema);
		assert.deepEqual(result, { ok: false, problem: { code: "unwritable", reason: "ENOENT" } });
	});

	it("that cannot be moved into place leaves what was there and nothing beside it", () => {
		mkdirSync(path("a.dvs", "inside"), { recursive: true });
		const result = writeBundleFile(path("a.dvs"), sampleSchema);
		assert.equal(result.ok ? "written" : result.problem.code, "unwritable");
		assert.deepEqual([readdirSync(path()), readdirSync(path("a.dvs"))], [["a.dvs"], ["inside"]]);
	});
});

describe("reading a folder of pages", () => {
	const path = folderForEachTest();

	it("gives the pages of all folders in order of their paths", () => {
		mkdirSync(path("dynamics365", "deep"), { recursive: true });
		mkdirSync(path("dataverse"));
		const pages = ["dynamics365/lead.md", "dynamics365/deep/b.MD", "dataverse/account.md", "z.md", "A.md"];
		for (const page of pages) writeFileSync(path(page), `# ${page}`);
		writeFileSync(path("dataverse", "picture.png"), "");
		assert.deepEqual(readPages(path()), {
			pages: [...pages].sort().map((page) => ({ path: page, text: `# ${page}` })),
			unreadable: [],
		});
	});

	it("says that a folder is not there", () => {
		assert.deepEqual(readPages(path("none")), { pages: [], unreadable: [{ path: "", reason: "ENOENT" }] });
	});

	it("does not follow links, which may lead round in a circle", function () {
		if (process.platform === "win32") this.skip();
		writeFileSync(path("a.md"), "");
		symlinkSync(path(), path("again"));
		assert.deepEqual(
			readPages(path()).pages.map((page) => page.path),
			["a.md"],
		);
	});
});

describe("the code of a failed file operation", () => {
	it("is the system's, or the error as text", () => {
		assert.equal(systemCode(Object.assign(new Error("no"), { code: "EIO" })), "EIO");
		assert.equal(systemCode(new Error("no")), "Error: no");
		assert.equal(systemCode("no"), "no");
	});
});
