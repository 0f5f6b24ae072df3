import assert from "node:assert/strict";
import type { Exchange, ExchangeRequest } from "../../../src/core/client/exchange/exchange.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { inBrief, realExchange, sendBy } from "../../support/client/realExchange.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";

const create = { method: "POST", url: "accounts", body: '{"name":"one"}', write: true, repeat: "never" } as const;

/** Rules, and what comes of a read and of a write that may be sent once only. */
const cases: readonly (readonly [rules: string, read: string, write: string])[] = [
	["", "ok 200", "ok 204"],
	["429 times=1", "ok 200", "ok 204"],
	["429 times=3 retry-after=20 limit=concurrency", "ok 200", "ok 204"],
	["500 times=2", "ok 200", "service 500 again"],
	["502 times=2", "ok 200", "mayHaveBeenApplied unconditional"],
	["503 times=2 retry-after=5", "ok 200", "mayHaveBeenApplied unconditional"],
	["504 times=2", "ok 200", "mayHaveBeenApplied unconditional"],
	["503", "service 503", "mayHaveBeenApplied unconditional"],
	["reset when=before times=2", "ok 200", "mayHaveBeenApplied unconditional"],
	["reset when=after times=2", "ok 200", "mayHaveBeenApplied unconditional"],
	["reset", "network reset", "mayHaveBeenApplied unconditional"],
	["cut bytes=0 times=1", "ok 200", "ok 204"],
	["cut bytes=20 times=1", "ok 200", "ok 204"],
	["expired times=1", "ok 200", "ok 204"],
	["expired", "service 401", "service 401"],
	["latency ms=20", "ok 200", "ok 204"],
	["latency ms=900 times=1", "ok 200", "mayHaveBeenApplied unconditional"],
	["403 table=accounts", "ok 200", "service 403"],
	[
		"reset times=1; 503 skip=1 times=1; 429 skip=2 times=1; expired skip=3 times=1",
		"ok 200",
		"mayHaveBeenApplied unconditional",
	],
];

describe("The exchange with a sandbox that fails", () => {
	let sandbox: RunningSandbox;
	let exchange: Exchange;
	before(async () => {
		sandbox = await runSandbox();
		exchange = realExchange(sandbox.url, sandbox.token);
	});
	after(async () => {
		await sandbox.close();
	});
	afterEach(async () => {
		await sandbox.control.clearFaults();
	});

	async function accounts(): Promise<number> {
		await sandbox.control.clearFaults();
		const counted = await sendBy(exchange, { url: "accounts/$count" });
		assert.ok(counted.ok);
		return Number(counted.value.text.replace(/^\uFEFF/, ""));
	}

	async function meeting(rules: string, request: Partial<ExchangeRequest>): Promise<string> {
		await sandbox.control.setFaults(rules);
		const timeout = rules.includes("ms=900") ? 40_000 : 2_000_000;
		return inBrief(await sendBy(exchange, { ...request, options: { timeout } }));
	}

	for (const [rules, read, write] of cases) {
		it(rules === "" ? "without faults" : rules, async () => {
			const known = await accounts();
			assert.equal(await meeting(rules, {}), read);
			const told = await meeting(rules, create);
			assert.equal(told, write);
			// What took too long may still be on its way to the database.
			const more = (await accounts()) - known;
			if (told.startsWith("ok")) assert.equal(more, 1);
			else if (told.startsWith("service")) assert.equal(more, 0);
			else assert.ok(more <= 1);
		});
	}

	it("takes bodies that are compressed", async () => {
		await sandbox.control.addRows(200, 1);
		const page = await sendBy(exchange, { url: "accounts?$top=20" });
		assert.ok(page.ok && page.value.headers["content-encoding"] === "gzip");
		assert.ok((JSON.parse(page.value.text) as { readonly value: readonly unknown[] }).value.length > 5);
	});

	it("asks for details of errors, and tells the requests apart", async () => {
		const result = await sendBy(exchange, { url: "accounts?$select=nam" });
		assert.ok(!result.ok && result.problem.code === "service");
		const { request, message, innerDetail, serviceCode } = result.problem;
		assert.match(message, /nam/);
		assert.match(innerDetail ?? "", /^Help: http/);
		assert.equal(serviceCode, "0x80060888");
		assert.match(request?.clientRequestId ?? "", /^[\da-f-]{36}$/);
		assert.match(request?.serviceRequestId ?? "", /^[\da-f-]{36}$/);
	});
});
