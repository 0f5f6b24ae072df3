import assert from "node:assert/strict";
import { executeOperation } from "../../../src/core/client/executeOperation.ts";
import type { RawRequest } from "../../../src/core/client/dataverseClient.ts";
import type { Operation } from "../../../src/core/client/operation.ts";
import { sendRaw } from "../../../src/core/client/sendRaw.ts";
import { appOrigin, exchangeRig } from "../../support/client/clientRig.ts";
import { fetchFailed } from "../../support/client/scriptedFetch.ts";

const root = `${appOrigin}/api/data/v9.2/`;
const crm = "Microsoft.Dynamics.CRM";
const account = { entitySet: "accounts", key: "1" } as const;

const calls: readonly (readonly [what: string, operation: Operation, sent: string, body?: string])[] = [
	["a function", { kind: "function", name: "WhoAmI" }, "GET WhoAmI()"],
	[
		"a function with parameters",
		{ kind: "function", name: "RetrieveTotalRecordCount", parameters: { EntityNames: "['account']" } },
		"GET RetrieveTotalRecordCount(EntityNames=@p1)?@p1=%5B%27account%27%5D",
	],
	[
		"parameters with any character",
		{ kind: "function", name: "F", parameters: { A: "'a&b#c/?\u00e9'", B: "null" } },
		"GET F(A=@p1,B=@p2)?@p1=%27a%26b%23c%2F%3F%C3%A9%27&@p2=null",
	],
	["a bound function", { kind: "function", name: `${crm}.F`, bound: account }, `GET accounts(1)/${crm}.F()`],
	[
		"one that is bound to a set",
		{ kind: "function", name: `${crm}.F`, bound: { entitySet: "accounts" } },
		`GET accounts/${crm}.F()`,
	],
	["an action", { kind: "action", name: "A" }, "POST A"],
	[
		"an action with parameters",
		{ kind: "action", name: "A", parameters: { Big: { exactNumber: "9007199254740993" }, Text: "x" } },
		"POST A",
		'{"Big":9007199254740993,"Text":"x"}',
	],
	[
		"a bound action",
		{ kind: "action", name: `${crm}.A`, bound: account, parameters: {} },
		`POST accounts(1)/${crm}.A`,
		"{}",
	],
	["what nobody knows", { kind: "unknown", name: "X" }, "POST X"],
	["a name that would leave its place", { kind: "function", name: "../x?y" }, "GET ..%2Fx%3Fy()"],
];

describe("functions and actions", () => {
	for (const [what, operation, sent, body] of calls) {
		it(`are called: ${what}`, async () => {
			const { exchange, seen } = exchangeRig([{ status: 200, text: '{"value":1}' }]);
			assert.deepEqual(await executeOperation(exchange, operation), { ok: true, value: { value: 1 } });
			const [{ method, url, body: sentBody } = { method: "", url: "", body: "" }] = seen;
			assert.equal(`${method} ${url.replace(root, "")}`, sent);
			assert.equal(sentBody, body);
		});
	}

	for (const kind of ["function", "action", "unknown"] as const) {
		it(`are ${kind === "function" ? "reads and repeated" : "writes and sent once"}: ${kind}`, async () => {
			const locked = exchangeRig([{ status: 204 }], { writes: { mayWrite: () => false } });
			const whenLocked = await executeOperation(locked.exchange, { kind, name: "X" });
			assert.deepEqual(
				whenLocked.ok ? whenLocked.value : whenLocked.problem.code,
				kind === "function" ? null : "readOnly",
			);
			const { exchange, seen } = exchangeRig([fetchFailed("ECONNRESET"), { status: 204 }]);
			const result = await executeOperation(exchange, { kind, name: "X" });
			if (kind === "function") assert.equal(seen.length, 2);
			else
				assert.deepEqual(!result.ok && result.problem.code === "mayHaveBeenApplied" && result.problem.reason, "action");
		});
	}

	it("are no success where the answer is no JSON", async () => {
		const result = await executeOperation(exchangeRig([{ status: 200, text: "<html>" }]).exchange, {
			kind: "function",
			name: "X",
		});
		assert.equal(!result.ok && result.problem.code, "unreadable");
	});

	it("may have been applied where what came instead of the answer to an action cannot be read", async () => {
		for (const text of ["<html>", '{"value":']) {
			const { exchange, seen } = exchangeRig([{ status: 200, text }]);
			const result = await executeOperation(exchange, { kind: "action", name: "X" });
			assert.deepEqual(!result.ok && result.problem.code === "mayHaveBeenApplied" && result.problem.reason, "action");
			assert.equal(seen.length, 1);
		}
	});
});

describe("any request", () => {
	const batchOf = (line: string): RawRequest => ({
		method: "POST",
		path: "$batch",
		headers: { "Content-Type": "multipart/mixed;boundary=b" },
		body: `--b\r\nContent-Type: application/http\r\n\r\n${line} HTTP/1.1\r\n\r\n--b--\r\n`,
	});
	const requests: readonly (readonly [request: RawRequest, isRead: boolean, reason: string])[] = [
		[{ method: "GET", path: "accounts" }, true, ""],
		[{ method: "GET", path: "WhoAmI" }, true, ""],
		[{ method: "POST", path: "accounts", body: "{}" }, false, "unconditional"],
		[{ method: "DELETE", path: "accounts(1)" }, false, "unconditional"],
		[batchOf("GET accounts"), true, ""],
		[batchOf("DELETE accounts(1)"), false, "batch"],
	];
	for (const [request, isRead, reason] of requests) {
		it(`is ${isRead ? "repeated" : "sent once"}: ${request.method} ${request.path} ${reason}`, async () => {
			const { exchange, seen } = exchangeRig([fetchFailed("ECONNRESET"), { status: 200, text: "x" }]);
			const result = await sendRaw(exchange, request);
			assert.equal(seen.length, isRead ? 2 : 1);
			assert.equal(result.ok, isRead);
			if (!result.ok) assert.equal(result.problem.code === "mayHaveBeenApplied" && result.problem.reason, reason);
			const locked = exchangeRig([{ status: 204 }], { writes: { mayWrite: () => false } });
			assert.equal((await sendRaw(locked.exchange, request)).ok, isRead);
		});
	}

	it("gives the answer as it came", async () => {
		const reply = { status: 200, headers: { "OData-Version": "4.0" }, text: '{"a":9007199254740993}' };
		const result = await sendRaw(exchangeRig([reply]).exchange, { method: "GET", path: "accounts" });
		assert.ok(result.ok);
		assert.deepEqual([result.value.text, result.value.headers], [reply.text, { "odata-version": "4.0" }]);
	});

	it("gives the answer to a batch whatever its status, and a 304 to who asked for it", async () => {
		const headers = { "content-type": "multipart/mixed; boundary=b" };
		const batch = await sendRaw(exchangeRig([{ status: 404, headers, text: "--b--" }]).exchange, batchOf("GET x"));
		assert.deepEqual(batch.ok && [batch.value.reply.status, batch.value.text], [404, "--b--"]);
		const { exchange, seen } = exchangeRig([{ status: 304 }]);
		const request = { method: "GET", path: "accounts(1)", headers: { "If-None-Match": 'W/"1"' } } as const;
		const unchanged = await sendRaw(exchange, request);
		assert.equal(unchanged.ok && unchanged.value.reply.status, 304);
		assert.equal(seen[0]?.headers["if-none-match"], 'W/"1"');
	});
});
