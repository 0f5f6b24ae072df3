import assert from "node:assert/strict";
import type { Schema } from "../../../src/core/schema/model.ts";
import { summaryOf } from "../../../src/core/schema/summaryOf.ts";
import { catalogNamesOf } from "../../../src/core/schema/names/catalogNames.ts";
import { bundleBytes, bundleOf, schemaIn } from "../../support/bundleInMemory.ts";
import { fuzz } from "../../support/fuzz.ts";
import { randomSchema } from "../../support/randomSchema.ts";
import { sampleColumn, sampleSchema, sampleTable } from "../../support/sampleSchema.ts";

/** The same data with the properties of every object the other way round. */
function turnedAround(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(turnedAround);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, part]) => [key, turnedAround(part)]),
	);
}

const shuffled = (schema: Schema): Schema => ({ ...schema, tables: [...schema.tables].reverse() });

describe("a bundle", () => {
	it("gives back the whole schema", () => {
		assert.deepEqual(schemaIn(bundleOf(bundleBytes(sampleSchema))), sampleSchema);
	});

	it("gives back any schema, its summaries and its names", () => {
		const random = fuzz(60);
		for (let run = 0; run < random.runs; run += 1) {
			const schema = randomSchema(random);
			const problems: unknown[] = [];
			const bundle = bundleOf(bundleBytes(schema), (problem) => problems.push(problem));
			assert.deepEqual(schemaIn(bundle), schema);
			assert.deepEqual(bundle.summaries(), schema.tables.map(summaryOf));
			const names = catalogNamesOf(schema.tables);
			for (const part of Object.keys(names) as (keyof typeof names)[]) {
				assert.deepEqual(bundle.names(part), names[part], part);
			}
			assert.deepEqual(problems, []);
		}
	});

	it("is the same bytes for the same schema, whatever the order of tables and properties", () => {
		const random = fuzz(10);
		for (let run = 0; run < random.runs; run += 1) {
			const schema = randomSchema(random);
			const bytes = bundleBytes(schema);
			assert.deepEqual(bundleBytes(schema), bytes);
			assert.deepEqual(bundleBytes(shuffled(schema)), bytes);
			assert.deepEqual(bundleBytes(turnedAround(schema) as Schema), bytes);
		}
	});

	it("of an empty schema has no tables", () => {
		const bundle = bundleOf(bundleBytes({ layers: [], tables: [] }));
		assert.deepEqual([bundle.tableNames, bundle.summaries(), bundle.table("account")], [[], [], undefined]);
	});

	it("has another content hash when one fact differs", () => {
		const [first, ...others] = sampleSchema.tables;
		assert.ok(first !== undefined);
		const changed = { ...sampleSchema, tables: [{ ...first, displayName: "Accounts" }, ...others] };
		assert.match(bundleOf(bundleBytes(sampleSchema)).contentHash, /^[0-9a-f]{64}$/);
		assert.notEqual(bundleOf(bundleBytes(changed)).contentHash, bundleOf(bundleBytes(sampleSchema)).contentHash);
	});

	it("stores a column that many tables share once", () => {
		const column = sampleColumn("createdon", { displayName: "Created On" });
		const names = Array.from({ length: 20 }, (_, index) => `table${String(index).padStart(2, "0")}`);
		const tables = names.map((name) => sampleTable(name, { columns: [column] }));
		const bundle = bundleOf(bundleBytes({ layers: [], tables }));
		assert.equal(bundle.table("table00")?.columns[0], bundle.table("table19")?.columns[0]);
	});

	it("gives the same table while it is cached, and reads it again when it is not", () => {
		const tables = Array.from({ length: 100 }, (_, index) => sampleTable(`table${String(index).padStart(3, "0")}`));
		const bundle = bundleOf(bundleBytes({ layers: [], tables }));
		const first = bundle.table("table000");
		assert.equal(bundle.table("table000"), first);
		for (const { logicalName } of tables) bundle.table(logicalName);
		assert.notEqual(bundle.table("table000"), first);
		assert.deepEqual(bundle.table("table000"), first);
	});

	it("reads no more than it is asked for", () => {
		const bytes = bundleBytes(sampleSchema);
		const reads: number[] = [];
		const bundle = bundleOf({
			size: bytes.length,
			read: (offset, length) => {
				reads.push(length);
				return bytes.subarray(offset, offset + length);
			},
		});
		assert.equal(reads.length, 1, "opening");
		bundle.table("account");
		assert.equal(reads.length, 3, "shared columns and the first table");
		bundle.table("contact");
		assert.equal(reads.length, 4, "the second table");
		bundle.summaries();
		bundle.summaries();
		assert.equal(reads.length, 5, "the list of tables, once");
	});

	it("reads a directory that is longer than the first read", () => {
		const tables = Array.from({ length: 900 }, (_, index) => sampleTable(`${"long".repeat(40)}${index + 100}`));
		const bundle = bundleOf(bundleBytes({ layers: [], tables }));
		assert.equal(bundle.tableNames.length, 900);
		assert.deepEqual(bundle.table(tables[899]?.logicalName ?? ""), tables[899]);
	});
});
