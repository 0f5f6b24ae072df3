/** Rows for tests of reading, put into storage past the checks of writing, so that each test knows every value. */
import assert from "node:assert/strict";
import { RowWriter } from "../../../src/sandbox/sample/rowWriter.ts";
import { putAll, type SampleValue } from "../../../src/sandbox/sample/sampleRow.ts";
import type { SandboxInMemory } from "./sandboxInMemory.ts";

export type TestRow = Readonly<Record<string, SampleValue>>;

/** Lookups are `{ table, id }`. Each row may have columns of its own. */
export function putRows(
	{ service, database }: Pick<SandboxInMemory, "service" | "database">,
	table: string,
	rows: readonly TestRow[],
): void {
	const { schema, store } = service;
	const known = schema.table(table);
	assert.ok(known !== undefined, table);
	const writers = new Map<string, RowWriter>();
	for (const row of rows) {
		const columns = Object.keys(row).join();
		const writer = writers.get(columns) ?? new RowWriter({ schema, database, store }, known);
		writers.set(columns, writer);
		putAll(writer.put, row);
		writer.store();
	}
}
