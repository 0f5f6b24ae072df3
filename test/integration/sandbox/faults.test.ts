import assert from "node:assert/strict";
import { ControlError } from "../../../src/sandbox/server/sandboxControl.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { batchOf } from "../../support/sandbox/batchText.ts";
import { errorOf, type HttpAnswer, type HttpRequest, runSandbox, send } from "../../support/sandbox/runningSandbox.ts";
import { sandboxProcess } from "../../support/sandbox/sandboxProcess.ts";

const api = "/api/data/v9.2/";
const json = { "content-type": "application/json" };
const account = "aaaaaaaa-0000-4000-8000-000000000001";

describe("faults on demand", () => {
	let sandbox: RunningSandbox;
	const mistakes: string[] = [];
	before(async () => {
		sandbox = await runSandbox({ seed: 7, log: (text) => mistakes.push(text) });
	});
	after(async () => {
		await sandbox.close();
		assert.deepEqual(mistakes, []);
	});
	beforeEach(async () => {
		await sandbox.control.reset();
	});
	afterEach(async () => {
		await sandbox.control.clearFaults();
	});

	const ask = async (path: string, request?: HttpRequest): Promise<HttpAnswer> =>
		await send(sandbox, api + path, request);
	const create = async (): Promise<HttpAnswer> =>
		await ask("accounts", { method: "POST", headers: json, body: JSON.stringify({ accountid: account, name: "A" }) });
	const isThere = async (): Promise<boolean> => (await ask(`accounts(${account})?$select=name`)).status === 200;

	const answers: readonly (readonly [string, number, string, Readonly<Record<string, string>>])[] = [
		["429", 429, "0x80072322", { "retry-after": "1" }],
		["429 limit=requests retry-after=7", 429, "0x80072322", { "retry-after": "7" }],
		["429 limit=time", 429, "0x80072321", { "x-ms-ratelimit-burst-remaining-xrm-requests": "0" }],
		["429 limit=concurrency", 429, "0x80072326", { "x-ms-ratelimit-time-remaining-xrm-requests": "0" }],
		["500", 500, "0x80040216", {}],
		["502", 502, "", {}],
		["503 retry-after=3", 503, "", { "retry-after": "3" }],
		["504", 504, "", {}],
	];
	for (const [rule, status, code, headers] of answers)
		it(`${rule}: nothing is done`, async () => {
			await sandbox.control.setFaults(`${rule} times=1`);
			const answer = await create();
			assert.equal(answer.status, status);
			assert.equal(errorOf(answer).code, code);
			for (const [name, value] of Object.entries(headers)) assert.equal(answer.headers[name], value);
			assert.equal(await isThere(), false);
			assert.equal((await create()).status, 204);
		});

	it("expired: the challenge, once", async () => {
		await sandbox.control.setFaults("expired times=1");
		const answer = await create();
		assert.equal(answer.status, 401);
		assert.match(
			String(answer.headers["www-authenticate"]),
			/^Bearer authorization_uri=https:\S+, resource_id=http:\S+\/$/,
		);
		assert.equal((await create()).status, 204);
	});

	it("reset before the write: it was not done; after: it was", async () => {
		await sandbox.control.setFaults("reset method=POST times=1");
		await assert.rejects(create());
		assert.equal(await isThere(), false);
		await sandbox.control.setFaults("reset when=after method=POST times=1");
		await assert.rejects(create());
		assert.equal(await isThere(), true);
	});

	it("cut: the answer breaks off", async () => {
		await sandbox.control.setFaults("cut bytes=20 times=1; cut bytes=0 skip=1 times=1");
		await assert.rejects(ask("WhoAmI"));
		await assert.rejects(ask("WhoAmI"));
		assert.equal((await ask("WhoAmI")).status, 200);
	});

	it("latency: others are not held up", async () => {
		await sandbox.control.setFaults("latency ms=400-500 on=WhoAmI");
		const order: string[] = [];
		const slow = ask("WhoAmI").then(() => order.push("slow"));
		await ask("accounts?$top=1").then(() => order.push("quick"));
		await slow;
		assert.deepEqual(order, ["quick", "slow"]);
	});

	it("412: somebody else was faster, and the record says so", async () => {
		await create();
		const etagNow = async (): Promise<string> => String((await ask(`accounts(${account})?$select=name`)).headers.etag);
		const patch = async (etag: string): Promise<HttpAnswer> =>
			await ask(`accounts(${account})`, {
				method: "PATCH",
				headers: { ...json, "if-match": etag },
				body: '{"name":"B"}',
			});
		const etag = await etagNow();
		await sandbox.control.setFaults("412 times=1");
		assert.equal((await patch("*")).status, 204, "a write without a version has no race to lose");
		const fresh = await etagNow();
		assert.notEqual(fresh, etag);
		const lost = await patch(fresh);
		assert.equal(lost.status, 412);
		assert.equal(errorOf(lost).code, "0x80060882");
		const newer = await etagNow();
		assert.notEqual(newer, fresh);
		assert.equal((await patch(newer)).status, 204);

		await sandbox.control.setFaults("412");
		await ask(`accounts(${account})`, { method: "PATCH", headers: json, body: '{"accountnumber":"A"}' });
		const byKey = { method: "PATCH", headers: { ...json, "if-match": await etagNow() }, body: '{"name":"C"}' };
		const keyed = await ask("accounts(accountnumber='A')", byKey);
		assert.equal(keyed.status, 412);
		assert.equal(
			(await ask("accounts(accountnumber='B')", byKey)).status,
			404,
			"a record that is not there has no race",
		);
	});

	describe("403", () => {
		const cases: readonly (readonly [string, string, string, object | undefined, boolean])[] = [
			["403 table=accounts", "GET", "accounts", undefined, true],
			["403 table=account", "GET", "accounts", undefined, true],
			["403 table=account", "GET", `contacts?$expand=parentcustomerid_account`, undefined, true],
			["403 table=contact", "GET", `accounts(${account})/contact_customer_accounts`, undefined, true],
			["403 table=contact", "GET", "accounts", undefined, false],
			["403 table=account method=POST", "GET", "accounts", undefined, false],
			[`403 row=${account.toUpperCase()}`, "GET", `accounts(${account})`, undefined, true],
			[`403 row=${account}`, "GET", "accounts", undefined, false],
			["403 column=revenue", "GET", "accounts?$select=name,revenue", undefined, true],
			["403 column=revenue", "GET", "accounts?$select=name", undefined, false],
			["403 column=revenue", "GET", "accounts?$select=revenue_base", undefined, false],
			["403 column=primarycontactid", "GET", "accounts?$select=_primarycontactid_value", undefined, true],
			["403 column=revenue table=account", "POST", "accounts", { name: "B", revenue: 1 }, true],
			["403 column=revenue", "POST", "accounts", { name: "revenue" }, false],
			["403 column=revenue table=contact", "POST", "accounts", { name: "B", revenue: 1 }, false],
			["403 column=primarycontactid", "POST", "accounts", { name: "B", "primarycontactid@odata.bind": null }, true],
		];
		for (const [rule, method, path, body, refused] of cases)
			it(`${rule}: ${method} ${path} ${body === undefined ? "" : JSON.stringify(body)} ${refused ? "refused" : "allowed"}`, async () => {
				await create();
				await sandbox.control.setFaults(rule);
				const answer = await ask(path, {
					method,
					...(body !== undefined && { headers: json, body: JSON.stringify(body) }),
				});
				assert.equal(answer.status === 403, refused, answer.body.toString("utf8"));
				if (refused) assert.equal(errorOf(answer).code, "0x80040220");
				assert.equal((await sandbox.control.faults())[0]?.applied, refused ? 1 : 0);
			});

		it("meets a part of a batch as well", async () => {
			await sandbox.control.setFaults("403 table=contact");
			const parts = ["accounts", "contacts"].map((url) => ({ method: "GET", url }));
			const { headers = {}, body } = batchOf(parts);
			const answer = await ask("$batch", { method: "POST", headers, body: String(body) });
			assert.equal(answer.status, 403);
			assert.match(answer.body.toString("utf8"), /HTTP\/1\.1 200 OK[^]*HTTP\/1\.1 403 Forbidden/);
		});
	});

	/** One character a request: x where it failed. */
	const pattern = async (of: RunningSandbox, rule: string, requests = 12): Promise<string> => {
		await of.control.setFaults(rule);
		let marks = "";
		for (let count = 0; count < requests; count++)
			marks += (await send(of, `${api}accounts?$top=1`)).status === 503 ? "x" : ".";
		return marks;
	};

	const timings: readonly (readonly [string, string])[] = [
		["503", "xxxxxxxxxxxx"],
		["503 times=2", "xx.........."],
		["503 skip=3 times=1", "...x........"],
		["503 every=3", "x..x..x..x.."],
		["503 every=3 skip=1 times=2", ".x..x......."],
		["503 rate=0", "............"],
		["503 rate=1", "xxxxxxxxxxxx"],
		["503 on=contacts", "............"],
		["503 on=accounts method=GET,POST", "xxxxxxxxxxxx"],
		["503 method=POST", "............"],
	];
	for (const [rule, marks] of timings)
		it(`${rule}: ${marks}`, async () => {
			assert.equal(await pattern(sandbox, rule), marks);
		});

	it("is repeated by the same seed", async () => {
		const rule = "503 rate=0.5";
		const first = await pattern(sandbox, rule, 40);
		assert.equal(await pattern(sandbox, rule, 40), first);
		assert.match(first, /x.*\.|\..*x/);
		const other = await runSandbox({ seed: 8 });
		assert.notEqual(await pattern(other, rule, 40), first);
		await other.close();
	});

	it("is set at the start, read and cleared by the owner of the token", async () => {
		const started = await runSandbox({ fault: "503 times=1; latency ms=1 on=leads" });
		assert.equal((await send(started, `${api}accounts?$top=1`)).status, 503);
		assert.equal((await send(started, `${api}accounts?$top=1`)).status, 200);
		assert.deepEqual(await started.control.faults(), [
			{ rule: "503 times=1", matched: 2, applied: 1 },
			{ rule: "latency ms=1 on=leads", matched: 0, applied: 0 },
		]);
		await started.control.clearFaults();
		assert.deepEqual(await started.control.faults(), []);
		await started.close();
	});

	it("tells what is wrong with a specification", async () => {
		await sandbox.control.setFaults("503 on=leads");
		await assert.rejects(sandbox.control.setFaults("503; 999"), (error: unknown) => {
			assert.ok(error instanceof ControlError);
			assert.deepEqual([error.status, error.message], [400, "There is no fault of the kind '999'."]);
			return true;
		});
		assert.equal((await sandbox.control.faults()).length, 1, "what was set before stays");
		const { code, err } = await sandboxProcess("--fault", "999").exited;
		assert.deepEqual([code, err.trim()], [2, "There is no fault of the kind '999'."]);
	});
});
