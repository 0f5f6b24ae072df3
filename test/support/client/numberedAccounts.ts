import assert from "node:assert/strict";
import { writeIdentity } from "../../../src/sandbox/sample/identityRows.ts";
import { createService } from "../../../src/sandbox/service/service.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { putRows } from "../sandbox/putRows.ts";
import { shippedCatalog } from "../sandbox/shippedCatalog.ts";

/** All of them, in their order. `numberofemployees` is the place, from 0. */
export const numberedAccounts = "accounts?$select=name,numberofemployees&$orderby=name";

/** A sandbox file that has so many accounts: for tests that need many and would wait long for the server to take them. */
export function fileOfNumberedAccounts(file: string, count: number): void {
	const opened = openDatabase(file);
	assert.ok(opened.ok);
	const { database } = opened;
	const log = (error: unknown): never => {
		throw error;
	};
	const service = createService({ catalog: shippedCatalog(), database, clock: Date.now, log });
	const createdon = "2026-01-01T00:00:00Z";
	database.transaction(() => {
		writeIdentity({ schema: service.schema, store: service.store, database }, Date.parse(createdon));
		const numbers = Array.from({ length: count }, (_, index) => index);
		const rows = numbers.map((numberofemployees) => {
			const number = String(numberofemployees).padStart(12, "0");
			const accountid = `00000000-0000-4000-8000-${number}`;
			return { accountid, name: `Account ${number}`, numberofemployees, statecode: 0, statuscode: 1, createdon };
		});
		putRows({ service, database }, "account", rows);
	});
	database.close();
}
