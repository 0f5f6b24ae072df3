import assert from "node:assert/strict";
import { Refusal } from "../../../src/sandbox/service/refusal.ts";
import { serviceAddress } from "../../../src/sandbox/service/serviceRoot.ts";

describe("the address of the service", () => {
	const found: readonly (readonly [string, string, string])[] = [
		["/api/data/v9.2", "/api/data/v9.2/", ""],
		["/api/data/v9.2/", "/api/data/v9.2/", ""],
		["/api/data/v9.2?$top=1", "/api/data/v9.2/", "?$top=1"],
		["/api/data/v9.0/accounts", "/api/data/v9.0/", "accounts"],
		["/api/data/v9.1/accounts(1)/name?$select=a/b", "/api/data/v9.1/", "accounts(1)/name?$select=a/b"],
	];
	for (const [url, root, rest] of found)
		it(url, () => {
			assert.deepEqual(serviceAddress(url), { root, rest });
		});

	const refused: readonly (readonly [string, number, string])[] = [
		["/", 404, ""],
		["", 404, ""],
		["/api", 404, ""],
		["/api/data", 404, ""],
		["/API/data/v9.2/", 404, ""],
		["//api/data/v9.2/", 404, ""],
		["/other?x=/api/data/v9.2/", 404, ""],
		["/api/data/v9.3/accounts", 404, ""],
		["/api/data/v8.2/accounts", 404, ""],
		["/api/data/data/v9.2/accounts", 400, "0x80060888"],
		["/api/data/v9.2x/accounts", 400, "0x80060888"],
		["/api/data/", 400, "0x80060888"],
	];
	for (const [url, status, code] of refused)
		it(`${url || "nothing"}: ${status}`, () => {
			assert.throws(
				() => serviceAddress(url),
				(error: unknown) => {
					assert.ok(error instanceof Refusal);
					assert.deepEqual([error.status, error.code], [status, code]);
					return true;
				},
			);
		});
});
