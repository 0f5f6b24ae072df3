import assert from "node:assert/strict";
import { positioned, readRows } from "../../../src/sandbox/read/readRows.ts";
import type { Database } from "../../../src/sandbox/storage/database.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";

describe("Rows by position", () => {
	it("are read alike by a Node whose SQLite gives arrays and by one that gives objects only", () => {
		const opened = openDatabase(undefined);
		assert.ok(opened.ok);
		const { database } = opened;
		const values = Array.from({ length: 12 }, (_, index) => (index === 3 ? null : index * 1.5));
		const sql = `SELECT ${positioned(values.map(() => "?"))}`;
		const statement = database.statement(sql);
		const older = { statement: () => ({ all: statement.all.bind(statement) }) } as unknown as Database;
		for (const given of [database, older]) {
			const [row, second] = readRows(given, sql, values);
			assert.deepEqual(
				values.map((_, position) => row?.[position]),
				values,
			);
			assert.equal(second, undefined);
		}
		database.close();
	});
});
