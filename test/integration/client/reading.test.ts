import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { createClient } from "../../../src/core/client/createClient.ts";
import type { DataverseClient, Page } from "../../../src/core/client/dataverseClient.ts";
import { etagOf, formattedValue, lookupTable, navigationOf } from "../../../src/core/client/readRow.ts";
import type { Row } from "../../../src/core/client/row.ts";
import { adminUser } from "../../../src/sandbox/service/identity.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { type BareServer, httpServer } from "../../support/client/bareServer.ts";
import { fastClock } from "../../support/client/fastClock.ts";
import { SandboxRows, sandboxClient, valueOf } from "../../support/client/sandboxClient.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";

describe("reading from a sandbox", () => {
	let sandbox: RunningSandbox;
	let client: DataverseClient;
	let rows: SandboxRows;
	let account: string;
	before(async () => {
		sandbox = await runSandbox();
		client = sandboxClient(sandbox);
		rows = new SandboxRows(sandbox);
		account = randomUUID();
		await rows.send("POST", "accounts", { accountid: account, name: "Contoso", revenue: 1234.5, statecode: 0 });
	});
	after(async () => {
		await sandbox.close();
	});

	async function pages(path: string): Promise<readonly Page[]> {
		const found: Page[] = [];
		for await (const result of client.query(path)) found.push(valueOf(result));
		return found;
	}

	it("tells formatted values and lookups apart from the data", async () => {
		const query = "$select=name,statecode,_ownerid_value";
		const row = valueOf(await client.retrieve({ entitySet: "accounts", key: account }, query));
		assert.equal(formattedValue(row, "statecode"), "Active");
		assert.equal(formattedValue(row, "_ownerid_value"), `${adminUser.firstName} ${adminUser.lastName}`);
		assert.equal(lookupTable(row, "_ownerid_value"), "systemuser");
		assert.equal(navigationOf(row, "_ownerid_value"), "ownerid");
		assert.equal(etagOf(row), await rows.etag(`accounts(${account})`));
		const [page] = await pages(`accounts?${query}`);
		const { "@odata.context": _context, ...same } = row;
		assert.deepEqual(page?.rows[0], same);
	});

	// The database has 64 bits, and every digit of them comes and goes.
	const exact = ["9007199254740993", "-9007199254740993", "9223372036854775807", "-9223372036854775808"];
	for (const exactNumber of exact) {
		it(`writes and reads ${exactNumber} digit for digit`, async () => {
			const flowsessionid = randomUUID();
			const table = { entitySet: "flowsessions", primaryIdColumn: "flowsessionid" };
			valueOf(await client.create(table, { flowsessionid, name: "x", runduration: { exactNumber } }));
			const read = valueOf(await client.retrieve({ ...table, key: flowsessionid }, "$select=runduration"));
			assert.deepEqual(read.runduration, { exactNumber });
			const filter = `flowsessions?$select=runduration&$filter=flowsessionid eq ${flowsessionid}`;
			assert.deepEqual((await pages(filter))[0]?.rows[0]?.runduration, { exactNumber });
			const raw = valueOf(await client.send({ method: "GET", path: filter }));
			assert.ok(raw.text.includes(`"runduration":${exactNumber}`), raw.text);
			const inBatch = valueOf(await client.batch([{ method: "GET", path: filter }]))[0];
			assert.ok(inBatch !== undefined && "ok" in inBatch && inBatch.ok);
			const [row] = inBatch.value.body?.value as readonly Row[];
			assert.deepEqual(row?.runduration, { exactNumber });
		});
	}

	// The service has 304 only for who asks for no annotations, and error detail is one.
	it("leaves If-None-Match to who writes it, and has the record always", async () => {
		const path = `accounts(${account})`;
		const headers = { "If-None-Match": await rows.etag(path) };
		const asked = await client.send({ method: "GET", path, headers });
		for (const answer of [asked, await client.send({ method: "GET", path }, { headers })]) {
			const { reply, text } = valueOf(answer);
			assert.equal(reply.status, 200);
			assert.equal(text.includes("Contoso"), true);
		}
	});

	it("calls functions, with parameters and bound, and actions", async () => {
		const me = valueOf(await client.execute({ kind: "function", name: "WhoAmI" }));
		assert.equal(me?.UserId, adminUser.id);
		const counts = await client.execute({
			kind: "function",
			name: "RetrieveTotalRecordCount",
			parameters: { EntityNames: "['account']" },
		});
		assert.deepEqual((valueOf(counts)?.EntityRecordCountCollection as Row).Values, [1]);
		const contact = { "@odata.type": "Microsoft.Dynamics.CRM.contact", lastname: "Made by an action" };
		const made = await client.execute({
			kind: "action",
			name: "Microsoft.Dynamics.CRM.CreateMultiple",
			parameters: { Targets: [contact, contact] },
			bound: { entitySet: "contacts" },
		});
		assert.equal((valueOf(made)?.Ids as readonly unknown[]).length, 2);
	});

	it("reads definitions, one and all", async () => {
		const one = valueOf(await client.metadata("EntityDefinitions(LogicalName='account')?$select=LogicalName"));
		assert.equal(one.LogicalName, "account");
		const all = valueOf(await client.metadata("EntityDefinitions?$select=LogicalName"));
		assert.ok((all.value as readonly unknown[]).length > 100);
	});

	it("follows the links below a row, which are of the environment", async () => {
		await rows.send("PATCH", `accounts(${account})`, {
			"primarycontactid@odata.bind": `/contacts(${(await rows.all("contacts?$top=1"))[0]?.contactid as string})`,
		});
		const [page] = await pages("contacts?$expand=account_primary_contact($select=name)&$top=1");
		const link = page?.rows[0]?.["account_primary_contact@odata.nextLink"];
		assert.ok(typeof link === "string");
		assert.equal((await pages(link))[0]?.rows[0]?.name, "Contoso");
	});
});

describe("giving up a query", () => {
	let server: BareServer;
	let requests = 0;
	/** What the server does with each page; the first is whole. */
	let second: (response: ServerResponse) => void = () => undefined;
	beforeEach(async () => {
		requests = 0;
		second = () => undefined;
		server = await httpServer((request, response) => {
			requests += 1;
			if (request.url?.includes("page2") === true) {
				second(response);
				return;
			}
			const next = `${server.origin}/api/data/v9.2/accounts?page2`;
			response.end(JSON.stringify({ value: [{ name: "x" }], "@odata.nextLink": next }));
		});
	});
	afterEach(async () => {
		await server.close();
	});

	function clientOf(): DataverseClient {
		return createClient({
			origins: [server.origin],
			fetch,
			tokens: { token: () => Promise.resolve({ ok: true, value: "t" }) },
			clock: fastClock(1),
			random: Math.random,
			newId: randomUUID,
			writes: { mayWrite: () => true },
			log: { started: () => () => undefined },
		});
	}

	const phases: Readonly<Record<string, (response: ServerResponse, reached: () => void) => void>> = {
		"before the page answers": (_, reached) => {
			reached();
		},
		"while the page comes": (response, reached) => {
			response.writeHead(200, { "content-length": "100000" });
			response.write('{"value":[', reached);
		},
	};
	const ways = ["by the person", "by leaving the loop"] as const;
	for (const [phase, answer] of Object.entries(phases)) {
		for (const way of ways) {
			it(`frees the connection at once: ${phase}, ${way}`, async () => {
				const person = new AbortController();
				const there = new Promise<void>((resolve) => {
					second = (response) => {
						answer(response, resolve);
					};
				});
				const pages = clientOf().query("accounts", { signal: person.signal })[Symbol.asyncIterator]();
				await pages.next();
				const pending = pages.next();
				await there;
				if (way === "by the person") person.abort();
				else await pages.return?.();
				const result = await pending;
				if (way === "by the person") {
					assert.ok(result.done !== true && !result.value.ok);
					assert.equal(result.value.problem.code, "cancelled");
				} else assert.equal(result.done, true);
				await server.closed(1);
				assert.equal((await pages.next()).done, true);
				assert.equal(requests, 2);
			});
		}
	}

	it("between two pages asks for nothing more", async () => {
		const person = new AbortController();
		const codes: string[] = [];
		for await (const result of clientOf().query("accounts", { signal: person.signal })) {
			codes.push(result.ok ? "page" : result.problem.code);
			person.abort();
		}
		assert.deepEqual(codes, ["page", "cancelled"]);
		assert.equal(requests, 1);
		for await (const _ of clientOf().query("accounts")) break;
		assert.equal(requests, 2);
	});

	it("goes nowhere that the next page is not of this environment", async () => {
		const foreign = await httpServer((_, response) => response.end('{"value":[]}'));
		second = (response) => {
			response.end(JSON.stringify({ value: [], "@odata.nextLink": `${foreign.origin}/api/data/v9.2/accounts` }));
		};
		const codes: string[] = [];
		for await (const result of clientOf().query("accounts")) codes.push(result.ok ? "page" : result.problem.code);
		assert.deepEqual(codes, ["page", "foreignOrigin"]);
		assert.equal(foreign.connections, 0);
		await foreign.close();
	});
});
