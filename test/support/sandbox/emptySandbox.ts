import assert from "node:assert/strict";
import type { RowPlace } from "../../../src/sandbox/sample/rowWriter.ts";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import { createTableStore } from "../../../src/sandbox/storage/createTableStore.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { shippedCatalog } from "./shippedCatalog.ts";

/** Storage without a service around it: a database in memory over the schema that ships, without any row. */
export function emptySandbox(): RowPlace {
	const opened = openDatabase(undefined);
	assert.ok(opened.ok, opened.ok ? "" : opened.problem);
	const schema = createSandboxSchema(shippedCatalog());
	return { schema, database: opened.database, store: createTableStore(opened.database, schema) };
}
