import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { canonicalJson } from "../../src/core/base/canonicalJson.ts";
import type { Bundle } from "../../src/core/schema/bundle/bundle.ts";
import type { Catalog } from "../../src/core/schema/catalog.ts";
import type { Schema } from "../../src/core/schema/model.ts";
import { catalogNamesOf } from "../../src/core/schema/names/catalogNames.ts";
import { compileReference } from "../../src/core/schema/reference/compileReference.ts";
import { summaryOf } from "../../src/core/schema/summaryOf.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { readPages } from "../../src/disk/readPages.ts";
import { bundleBytes, bundleOf, schemaIn } from "../support/bundleInMemory.ts";
import { projectFolder, sharedPath } from "../support/sharedFolder.ts";

const committed = join(projectFolder, "media", "schema", "schema.dvs");

/** Like `deepEqual`, which takes minutes to show the difference between two things of this size. */
function assertSameList(actual: readonly unknown[], expected: readonly unknown[]): void {
	const different = expected.findIndex((item, index) => !isDeepStrictEqual(actual[index], item));
	assert.equal(different, -1, canonicalJson(expected[different] ?? null).slice(0, 500));
	assert.equal(actual.length, expected.length);
}

describe("the shipped bundle", function () {
	// Everything of 1,362 tables: seconds, and more where other work is going on.
	this.timeout(120_000);
	let bundle: Bundle;
	let catalog: Catalog;
	let close: () => void;

	before(() => {
		const opened = openBundleFile(committed, (problem) => assert.fail(JSON.stringify(problem)));
		assert.ok(opened.ok);
		({ bundle, catalog, close } = opened);
	});
	after(() => {
		close();
	});

	it("is whole and at most 4 MB", () => {
		assert.equal(bundle.verify(), undefined);
		assert.ok(readFileSync(committed).length <= 4 * 2 ** 20);
	});

	it("has no descriptions, only facts", () => {
		for (const table of schemaIn(bundle).tables) {
			assert.equal("description" in table, false, table.logicalName);
			for (const column of table.columns) {
				assert.equal("description" in column, false, `${table.logicalName}.${column.logicalName}`);
			}
		}
	});

	it("has no text as long as a description", () => {
		// Labels may be two sentences long; nothing else may.
		const texts = schemaIn(bundle).tables.flatMap((table) => [
			table.displayName ?? "",
			...table.columns.map(({ displayName }) => displayName ?? ""),
		]);
		assert.deepEqual(
			texts.filter((text) => text.length > 120),
			[],
		);
	});

	it("has the tables and layers that the reference has", () => {
		assert.deepEqual(
			bundle.layers.map(({ product }) => product),
			["Microsoft Dataverse", "Microsoft Dynamics 365", "Microsoft Dynamics 365 Customer Service"],
		);
		assert.ok(catalog.tables().length >= 1359);
	});

	it("lists what its tables and names say when they are read one by one", () => {
		const schema = schemaIn(bundle);
		assertSameList(catalog.tables(), schema.tables.map(summaryOf));
		const names = catalogNamesOf(schema.tables);
		for (const part of Object.keys(names) as (keyof typeof names)[]) {
			assertSameList(Object.entries(bundle.names(part)).sort(), Object.entries(names[part]).sort());
		}
	});

	it("knows as many places of each search entry as it says", () => {
		for (const [index, { kind, name, placeCount }] of catalog.entries().entries()) {
			assert.equal(catalog.places(index).length, placeCount, `${kind} ${name}`);
		}
	});
});

describe("the pages of the reference", function () {
	this.timeout(120_000);
	let schema: Schema;

	before(function () {
		const pages = sharedPath("reference/pages");
		if (pages === undefined) {
			console.log("      skipped: the shared folder with the reference pages is not here");
			this.skip();
		}
		schema = compileReference(readPages(pages).pages, { descriptions: false }).schema;
	});

	it("compile to the shipped bundle, byte by byte", () => {
		const difference = Buffer.compare(bundleBytes(schema), readFileSync(committed));
		assert.equal(difference, 0, "make it again: npm run -s schema");
	});

	it("come back from a bundle as they went in", () => {
		const bytes = bundleBytes(schema);
		const turned = bundleBytes({ ...schema, tables: [...schema.tables].reverse() });
		assert.equal(Buffer.compare(bytes, turned), 0);
		assertSameList(schemaIn(bundleOf(bytes)).tables, schema.tables);
	});
});
