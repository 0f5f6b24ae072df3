import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { DynamicsWebApi } from "dynamics-web-api";
import type { BatchItem, BatchOptions, BatchResult } from "../../../src/core/client/batchItem.ts";
import type { DataverseClient, RawRequest } from "../../../src/core/client/dataverseClient.ts";
import { readBatch } from "../../../src/sandbox/batch/readBatch.ts";
import { adminUser, secondUser } from "../../../src/sandbox/service/identity.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { httpServer } from "../../support/client/bareServer.ts";
import { SandboxRows, sandboxClient, valueOf } from "../../support/client/sandboxClient.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";

const post = (path: string, body: unknown): RawRequest => ({ method: "POST", path, body: JSON.stringify(body) });
const patch = (path: string, body: unknown): RawRequest => ({ method: "PATCH", path, body: JSON.stringify(body) });

/** "204", "404 0x80040217", "set 204 204", "skipped" for each item. */
function outline(results: readonly BatchResult[]): readonly string[] {
	return results.map((result) => {
		if ("skipped" in result) return "skipped";
		const { ok, ...rest } = "changeSet" in result ? result.changeSet : result;
		const kind = "changeSet" in result ? "set " : "";
		if (!ok) return "problem" in rest ? `${kind}${rest.problem.status} ${rest.problem.serviceCode}` : "";
		const answers = "value" in rest ? [rest.value].flat() : [];
		return kind + answers.map(({ status }) => status).join(" ");
	});
}

describe("batches over the sandbox", () => {
	let sandbox: RunningSandbox;
	let client: DataverseClient;
	let rows: SandboxRows;
	before(async () => {
		sandbox = await runSandbox();
		client = sandboxClient(sandbox);
		rows = new SandboxRows(sandbox);
	});
	beforeEach(async () => {
		await sandbox.control.reset();
	});
	afterEach(async () => {
		await sandbox.control.clearFaults();
	});
	after(async () => {
		await sandbox.close();
	});

	async function names(): Promise<readonly unknown[]> {
		return (await rows.all("accounts?$select=name&$orderby=name")).map(({ name }) => name);
	}

	const one = randomUUID();
	const create = (name: string): RawRequest => post("accounts", { name });
	const refused = post("accounts", { name: "x".repeat(200) });
	const missing = patch(`accounts(${randomUUID()})`, { name: "x" });

	const cases: readonly (readonly [
		what: string,
		items: readonly BatchItem[],
		expected: readonly string[],
		names: readonly string[],
		options?: BatchOptions,
	])[] = [
		[
			"requests of all kinds",
			[create("A"), { method: "GET", path: "accounts?$filter=name eq 'A %26 B'" }, create("B")],
			["204", "200", "204"],
			["A", "B"],
		],
		["the first failure ends it", [create("A"), refused, create("B")], ["204", "400 0x80044331", "skipped"], ["A"]],
		[
			"it goes on",
			[create("A"), refused, create("B")],
			["204", "400 0x80044331", "204"],
			["A", "B"],
			{ continueOnError: true },
		],
		["a change set", [{ changeSet: [create("A"), create("B")] }, create("C")], ["set 204 204", "204"], ["A", "B", "C"]],
		[
			"a change set that fails as a whole",
			[create("A"), { changeSet: [create("B"), refused] }, create("C")],
			["204", "set 400 0x80044331", "skipped"],
			["A"],
		],
		[
			"one that fails among others",
			[{ changeSet: [create("B"), refused] }, { changeSet: [create("C")] }],
			["set 400 0x80044331", "set 204"],
			["C"],
			{ continueOnError: true },
		],
		["a record that is not there", [{ ...missing, headers: { "If-Match": "*" } }], ["404 0x80040217"], []],
		["letters of all scripts", [create("Ä€金 \u2028"), create("😀")], ["204", "204"], ["Ä€金 \u2028", "😀"]],
	];
	for (const [what, items, expected, left, options] of cases) {
		it(what, async () => {
			assert.deepEqual(outline(valueOf(await client.batch(items, options))), expected);
			assert.deepEqual([...(await names())].sort(), [...left].sort());
		});
	}

	it("a part refers to the record of an earlier one, by number and by name", async () => {
		const contact = (headers: Readonly<Record<string, string>>): RawRequest => ({
			...post("contacts", { lastname: "C" }),
			headers,
		});
		const account = (reference: string): RawRequest =>
			post("accounts", { name: reference, "primarycontactid@odata.bind": reference });
		const items = [
			create("first"),
			{ changeSet: [contact({}), account("$2"), patch("$2", { firstname: "Two" })] },
			{ changeSet: [contact({ "Content-ID": "person" }), account("$person")] },
		];
		assert.deepEqual(outline(valueOf(await client.batch(items))), ["204", "set 204 204 204", "set 204 204"]);
		const bound = await rows.all("accounts?$filter=_primarycontactid_value ne null&$expand=primarycontactid");
		assert.deepEqual(bound.map(({ name }) => name).sort(), ["$2", "$person"]);
	});

	it("gives ids, versions, bodies and problems of its parts", async () => {
		const headers = { Prefer: 'return=representation,odata.include-annotations="*"' };
		const results = valueOf(
			await client.batch(
				[
					{ ...post("accounts", { accountid: one, name: "A" }), headers },
					{ method: "DELETE", path: `${sandbox.url}/api/data/v9.2/accounts(${one})`, headers: { "If-Match": 'W/"1"' } },
					{ method: "GET", path: "accounts/$count" },
				],
				{ continueOnError: true },
			),
		);
		const [made, conflict, count] = results;
		assert.ok(made !== undefined && "ok" in made && made.ok);
		assert.equal(made.value.body?.name, "A");
		assert.equal(made.value.headers["odata-version"], "4.0");
		assert.equal(made.value.body["@odata.etag"], await rows.etag(`accounts(${one})`));
		assert.ok(conflict !== undefined && "ok" in conflict && !conflict.ok);
		assert.deepEqual([conflict.problem.status, conflict.problem.precondition], [412, "version"]);
		assert.ok(count !== undefined && "ok" in count && count.ok);
		assert.equal(count.value.text.trim().replace("\ufeff", ""), "1");
	});

	it("is done for whom it is sent", async () => {
		valueOf(await client.batch([create("A")], { caller: { systemUserId: secondUser.id } }));
		const [row] = await rows.all("accounts?$select=_createdby_value,_createdonbehalfby_value");
		assert.deepEqual([row?._createdby_value, row?._createdonbehalfby_value], [secondUser.id, adminUser.id]);
	});

	it("changes 1,000 records in one request", async () => {
		const ids = Array.from({ length: 1000 }, () => randomUUID());
		// Of the client's fast clock.
		const options = { timeout: 2_000_000 };
		const creates = ids.map((accountid) => post("accounts", { accountid, name: "old" }));
		assert.equal(valueOf(await client.batch(creates, options)).length, 1000);
		const updates = ids.map((id) => patch(`accounts(${id})`, { name: "new" }));
		const changed = valueOf(await client.batch([{ changeSet: updates }], options));
		assert.deepEqual(outline(changed), [`set ${ids.map(() => "204").join(" ")}`]);
		assert.ok((await names()).every((name) => name === "new"));
	});

	const losses = ["reset when=after times=1", "cut bytes=50 times=1", "cut bytes=0 times=1", "504 times=1"];
	for (const rule of losses) {
		it(`is not repeated where it writes and the answer is lost: ${rule}`, async () => {
			await sandbox.control.setFaults(`${rule} on=$batch`);
			const result = await client.batch([create("A"), create("B")]);
			assert.ok(!result.ok && result.problem.code === "mayHaveBeenApplied", JSON.stringify(result));
			assert.equal(result.problem.reason, "batch");
			const found = await names();
			assert.ok(found.length === 0 || found.length === 2, "once or not at all");
		});
		it(`is repeated where it only reads: ${rule}`, async () => {
			await sandbox.control.setFaults(`${rule} on=$batch`);
			const results = await client.batch([
				{ method: "GET", path: "accounts" },
				{ method: "GET", path: "contacts" },
			]);
			assert.deepEqual(outline(valueOf(results)), ["200", "200"]);
		});
	}

	for (const rule of ["429 retry-after=1 times=1", "expired times=1", "reset when=before times=1"]) {
		it(`${rule} does not write twice`, async () => {
			await sandbox.control.setFaults(`${rule} on=$batch`);
			const result = await client.batch([create("A")]);
			if (!rule.startsWith("reset")) assert.equal(result.ok, true);
			assert.deepEqual(await names(), result.ok ? ["A"] : []);
		});
	}

	it("ends at once when it is given up, and may have been applied", async () => {
		const person = new AbortController();
		const server = await httpServer(() => {
			person.abort();
		});
		const pending = sandboxClient({ url: server.origin, token: "t" }).batch([create("A")], { signal: person.signal });
		const result = await pending;
		assert.ok(!result.ok && result.problem.code === "cancelled" && result.problem.mayHaveBeenApplied === true);
		await server.closed(1);
		await server.close();
	});
});

describe("the text of a batch", () => {
	interface Sent {
		readonly headers: IncomingHttpHeaders;
		readonly body: Buffer;
	}

	/** What one call sends as its batch. The answer is that of a batch in which all went well. */
	async function sentBy(parts: number, call: (origin: string) => Promise<unknown>): Promise<Sent> {
		let sent: Sent | undefined;
		const server = await httpServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on("data", (chunk: Buffer) => chunks.push(chunk));
			request.once("end", () => {
				sent = { headers: request.headers, body: Buffer.concat(chunks) };
				const part = "Content-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n";
				response.setHeader("content-type", "multipart/mixed; boundary=batchresponse_1");
				response.end(`${`--batchresponse_1\r\n${part}`.repeat(parts)}--batchresponse_1--\r\n`);
			});
		});
		await call(server.origin);
		await server.close();
		assert.ok(sent !== undefined);
		return sent;
	}

	/** Requests as the sandbox reads them: method, path, body, and whether they stand in a change set. */
	function meaning({ headers, body }: Sent): readonly unknown[] {
		const all = new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));
		const request = { method: "POST", url: "/api/data/v9.2/$batch", headers: all, body };
		return readBatch(request, "/api/data/v9.2/").flatMap((item) => {
			const operations = item.kind === "changeSet" ? item.operations : [item.operation];
			return operations.map(({ request: inner, unreadable }) => [
				item.kind,
				inner.method,
				decodeURIComponent(inner.url),
				inner.body === undefined ? undefined : (JSON.parse(Buffer.from(inner.body).toString("utf8")) as unknown),
				unreadable,
			]);
		});
	}

	it("means the same as that of a client that nobody here wrote", async () => {
		const account = "5a4d0b0c-1111-4000-8000-0000000000aa";
		const data = { name: 'Ä "quoted" €' };
		const theirs = await sentBy(2, async (serverUrl) => {
			const token = (): Promise<string> => Promise.resolve("t");
			const api = new DynamicsWebApi({ serverUrl, dataApi: { version: "9.2" }, onTokenRefresh: token });
			api.startBatch();
			void api.retrieveMultiple({ collection: "accounts", select: ["name"], filter: "name eq 'A B'" });
			void api.create({ collection: "accounts", data });
			void api.update({ collection: "accounts", key: account, data });
			void api.deleteRecord({ collection: "accounts", key: account });
			await api.executeBatch();
		});
		const ours = await sentBy(2, async (url) => {
			const client = sandboxClient({ url, token: "t" });
			await client.batch([
				{ method: "GET", path: "accounts?$select=name&$filter=name eq 'A B'" },
				{
					changeSet: [
						post("accounts", data),
						{ ...patch(`accounts(${account})`, data), headers: { "If-Match": "*" } },
						{ method: "DELETE", path: `accounts(${account})` },
					],
				},
			]);
		});
		assert.deepEqual(meaning(ours), meaning(theirs));
		assert.equal(meaning(ours).length, 4);
	});
});
