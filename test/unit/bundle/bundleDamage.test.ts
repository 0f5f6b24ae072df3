import assert from "node:assert/strict";
import type { BundleProblem } from "../../../src/core/schema/bundle/bundleProblem.ts";
import { bytesInMemory } from "../../../src/core/schema/bundle/bundleTools.ts";
import { checksummedFrom, headerLength } from "../../../src/core/schema/bundle/header.ts";
import { openBundle } from "../../../src/core/schema/bundle/openBundle.ts";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { nodeBundleTools } from "../../../src/disk/bundleTools.ts";
import { bundleBytes, bundleOf } from "../../support/bundleInMemory.ts";
import { fuzz } from "../../support/fuzz.ts";
import { sampleColumn, sampleSchema, sampleTable } from "../../support/sampleSchema.ts";

/** With enough equal columns for a block of shared ones. */
const shared = Array.from({ length: 10 }, (_, index) =>
	sampleTable(`zz${index}`, { columns: [sampleColumn("createdon", { displayName: "Created On" })] }),
);
const schema = { ...sampleSchema, tables: [...sampleSchema.tables, ...shared] };
const good = bundleBytes(schema);

/** A copy of the good bytes with a change. */
function changed(change: (bytes: Uint8Array, view: DataView) => void): Uint8Array {
	const bytes = good.slice();
	change(bytes, new DataView(bytes.buffer));
	return bytes;
}

/** The directory replaced by other bytes of the same length, with a right checksum. */
function withDirectory(change: (directory: Uint8Array) => void): Uint8Array {
	return changed((bytes, view) => {
		const end = headerLength + view.getUint32(20, true);
		change(bytes.subarray(headerLength, end));
		view.setUint32(12, nodeBundleTools.checksum(bytes.subarray(checksummedFrom, end)), true);
	});
}

function problemOf(bytes: Uint8Array): BundleProblem | undefined {
	const opened = openBundle(bytesInMemory(bytes), nodeBundleTools);
	return opened.ok ? undefined : opened.problem;
}

const directoryAt = headerLength;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const cases: readonly (readonly [string, Uint8Array, BundleProblem])[] = [
	["an empty file", new Uint8Array(0), { code: "foreign" }],
	["a text", text("# Account table reference\n".repeat(10)), { code: "foreign" }],
	["a text as short as a mark", text("x"), { code: "foreign" }],
	["a PNG picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), { code: "foreign" }],
	[
		"one copied as text",
		changed((bytes) => {
			bytes.set([0x0a], 4);
		}),
		{ code: "foreign" },
	],
	["a few bytes", good.subarray(0, 5), { code: "truncated", expected: headerLength, actual: 5 }],
	["half a file", good.subarray(0, 200), { code: "truncated", expected: good.length, actual: 200 }],
	[
		"all but the last byte",
		good.subarray(0, good.length - 1),
		{ code: "truncated", expected: good.length, actual: good.length - 1 },
	],
	["a file with something behind it", Uint8Array.of(...good, 0), { code: "damaged" }],
	[
		"a file of a later format",
		changed((_, view) => {
			view.setUint32(8, 7, true);
		}),
		{ code: "newer", version: 7, known: 1 },
	],
	[
		"a file of no format",
		changed((_, view) => {
			view.setUint32(8, 0, true);
		}),
		{ code: "damaged" },
	],
	[
		"a directory longer than the file",
		changed((_, view) => {
			view.setUint32(20, 0xffffff, true);
		}),
		{ code: "damaged" },
	],
	[
		"a changed directory",
		changed((bytes) => {
			bytes.set([0xff], directoryAt + 40);
		}),
		{ code: "damaged" },
	],
	[
		"a changed content hash",
		changed((bytes) => {
			bytes.set([1, 2, 3, 4], 30);
		}),
		{ code: "damaged" },
	],
	["a directory without names", withDirectory((bytes) => bytes.fill(0x20, 4)), { code: "damaged" }],
	["a directory with a huge count", withDirectory((bytes) => bytes.fill(0xff, 0, 4)), { code: "damaged" }],
	[
		"a directory with another count",
		withDirectory((bytes) => {
			bytes.set([1], 0);
		}),
		{ code: "damaged" },
	],
	[
		"a directory that is JSON of another kind",
		withDirectory((bytes) => {
			const names = text("[]".padEnd(bytes.length - 4, " "));
			bytes.set([0, 0, 0, 0], 0);
			bytes.set(names, 4);
		}),
		{ code: "damaged" },
	],
	[
		"a directory that is null",
		withDirectory((bytes) => {
			bytes.set([0, 0, 0, 0], 0);
			bytes.set(text("null".padEnd(bytes.length - 4, " ")), 4);
		}),
		{ code: "damaged" },
	],
];

describe("opening a file that is no good bundle", () => {
	for (const [name, bytes, problem] of cases) {
		it(`${name}: ${problem.code}`, () => {
			assert.deepEqual(problemOf(bytes), problem);
		});
	}

	it("says damaged where the file cannot be read on", () => {
		const file = {
			size: good.length,
			read: () => {
				throw new Error("EIO");
			},
		};
		assert.deepEqual(openBundle(file, nodeBundleTools), { ok: false, problem: { code: "damaged" } });
	});
});

describe("a bundle with a damaged part", () => {
	/** Flips a byte in the block at that place of the file. */
	const directoryEnd = headerLength + new DataView(good.buffer).getUint32(20, true);
	const blockOffset = (block: number): number =>
		directoryEnd + new DataView(good.buffer).getUint32(directoryAt + 4 + block * 16, true);
	const withBlock = (block: number): Uint8Array =>
		changed((bytes) => {
			bytes.set([0xff, 0xff], blockOffset(block));
		});

	/** Block, what is asked, the answer that is left, the part in the problem. */
	const parts = [
		[0, "table", undefined, "sharedColumns"],
		[1, "tables", [], "summaries"],
		[2, "tablesWithColumn", [], "columns"],
		[3, "choices", [], "choices"],
		[4, "relationships", [], "relationships"],
		[6, "table", undefined, "account"],
	] as const;
	for (const [block, method, answer, part] of parts) {
		it(`${part} is left out and reported`, () => {
			const problems: BundleProblem[] = [];
			const bundle = bundleOf(withBlock(block), (problem) => problems.push(problem));
			assert.deepEqual(catalogOf(bundle)[method]("account"), answer);
			assert.deepEqual(problems, [{ code: "damagedPart", part }]);
			assert.deepEqual(bundle.verify(), { code: "damaged" });
		});
	}

	it("still gives the other tables", () => {
		const bundle = bundleOf(withBlock(6));
		assert.deepEqual(bundle.table("contact"), sampleSchema.tables[2]);
	});

	it("has no messages to search when their block is damaged", () => {
		const problems: BundleProblem[] = [];
		const catalog = catalogOf(bundleOf(withBlock(5), (problem) => problems.push(problem)));
		assert.ok(catalog.entries().every(({ kind }) => kind !== "message"));
		assert.deepEqual(problems, [{ code: "damagedPart", part: "messages" }]);
	});

	it("notices a table that stands in the place of another", () => {
		const swapped = withDirectory((directory) => {
			const [first, second] = [directory.slice(4 + 6 * 16, 4 + 7 * 16), directory.slice(4 + 7 * 16, 4 + 8 * 16)];
			directory.set(second, 4 + 6 * 16);
			directory.set(first, 4 + 7 * 16);
		});
		assert.deepEqual(bundleOf(swapped).readTable("account"), { code: "damagedPart", part: "account" });
	});

	it("notices content of another kind behind a right checksum", () => {
		let decoded = 0;
		const decode = (bytes: Uint8Array): string => (decoded++ === 0 ? nodeBundleTools.decode(bytes) : "0");
		const problems: BundleProblem[] = [];
		const opened = openBundle(bytesInMemory(good), { ...nodeBundleTools, decode }, (problem) => problems.push(problem));
		assert.ok(opened.ok);
		assert.deepEqual(opened.bundle.summaries(), []);
		assert.deepEqual(problems, [{ code: "damagedPart", part: "summaries" }]);
	});

	it("is verified as good when it is", () => {
		assert.equal(bundleOf(good).verify(), undefined);
	});

	it("cannot be verified when it cannot be read", () => {
		let open = true;
		const bundle = bundleOf({
			size: good.length,
			read: (offset, length) => {
				if (!open) throw new Error("EIO");
				return good.subarray(offset, offset + length);
			},
		});
		open = false;
		assert.deepEqual(bundle.verify(), { code: "damaged" });
		assert.equal(bundle.table("account"), undefined);
	});
});

describe("bytes that nobody wrote", () => {
	/** Asks for everything. Whatever the bytes, nothing throws, and what is given is what was written. */
	function readAll(bytes: Uint8Array): void {
		const opened = openBundle(bytesInMemory(bytes), nodeBundleTools);
		if (!opened.ok) return;
		for (const table of schema.tables) {
			const read = opened.bundle.table(table.logicalName);
			if (read !== undefined) assert.deepEqual(read, table);
		}
		const catalog = catalogOf(opened.bundle);
		catalog.tables();
		catalog.entries().forEach((_, entry) => catalog.places(entry));
		catalog.optionsByValue(1);
		opened.bundle.verify();
	}

	it("with any byte flipped never throw", () => {
		const random = fuzz(400);
		for (let run = 0; run < random.runs; run += 1) {
			readAll(
				changed((bytes) => {
					for (let flips = 1 + random.below(3); flips > 0; flips -= 1) {
						const at = random.below(bytes.length);
						bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
					}
				}),
			);
		}
	});

	it("cut off anywhere are truncated, or foreign when nothing is left", () => {
		for (let length = 0; length < good.length; length += 7) {
			assert.equal(problemOf(good.subarray(0, length))?.code, length === 0 ? "foreign" : "truncated");
		}
	});

	it("that are random never throw", () => {
		const random = fuzz(200);
		for (let run = 0; run < random.runs; run += 1) {
			const bytes = changed((all) => {
				for (let at = random.below(2) * headerLength; at < all.length; at += 1) all[at] = random.below(256);
			});
			readAll(bytes);
		}
	});
});
