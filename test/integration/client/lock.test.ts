import assert from "node:assert/strict";
import type { DataverseClient, RawRequest } from "../../../src/core/client/dataverseClient.ts";
import type { Fetch } from "../../../src/core/client/fetch.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { SandboxRows, sandboxClient } from "../../support/client/sandboxClient.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";
import { guid } from "../../support/sandbox/writeCases.ts";

/** One way to ask for something. */
type Path = (client: DataverseClient) => Promise<unknown>;

interface Paths {
	readonly reads?: Readonly<Record<string, Path>>;
	/** Sent only where the environment is not locked. */
	readonly writes?: Readonly<Record<string, Path>>;
	/** Sent never. */
	readonly refused?: Readonly<Record<string, Path>>;
}

const id = guid("1");
const account = { entitySet: "accounts", primaryIdColumn: "accountid", key: id };
const contact = { entitySet: "contacts", primaryIdColumn: "contactid", key: id };
const byNumber = { entitySet: "accounts", key: { accountnumber: "A-1" } };
const root = "/api/data/v9.2/";

const json = { "Content-Type": "application/json" };
const send =
	(method: string, path: string, more: Partial<RawRequest> = {}): Path =>
	(client) =>
		client.send({ method: method as "GET", path, ...more });
const body = JSON.stringify({ name: "x" });
const reference = JSON.stringify({ "@odata.id": `contacts(${id})` });

async function drain<Item>(items: AsyncIterable<Item>): Promise<void> {
	for await (const _ of items);
}

/** The text of a batch whose one part begins with these lines. */
const rawBatch =
	(lines: readonly string[], contentType = "multipart/mixed; boundary=b", path = "$batch"): Path =>
	(client) =>
		client.send({
			method: "POST",
			path,
			headers: { "Content-Type": contentType },
			body: ["--b", "Content-Type: application/http", "", ...lines, "", "", "--b--", ""].join("\r\n"),
		});
const get = `GET ${root}accounts?$top=1 HTTP/1.1`;
const post = [`POST ${root}accounts HTTP/1.1`, "Content-Type: application/json", "", body];
const changeSet = ["--s", "Content-Type: application/http", "Content-ID: 1", "", ...post, "--s--"];

/**
 * Every method of the client, and every form of request that each can send. A method that is added does not compile here
 * until somebody has said what it sends.
 */
const paths: { readonly [Method in keyof DataverseClient]: Paths } = {
	retrieve: {
		reads: {
			"by id": (client) => client.retrieve(account, "$select=name"),
			"by alternate key": (client) => client.retrieve(byNumber),
		},
		refused: {
			"with another method in a header": (client) =>
				client.retrieve(account, undefined, { headers: { "X-HTTP-Method-Override": "DELETE" } }),
		},
	},
	query: { reads: { "": (client) => drain(client.query("accounts?$top=1")) } },
	create: {
		writes: {
			"with an id of ours": (client) => client.create(account, { name: "x" }),
			"with an id of the service": (client) => client.create({ entitySet: "accounts" }, { name: "x" }),
			"of a table that takes no ids": (client) => client.create({ ...account, takesClientIds: false }, { name: "x" }),
			"with rows inside": (client) => client.create(account, { name: "x", contact_customer_accounts: [] }),
		},
	},
	update: {
		writes: {
			"of a version": (client) => client.update(account, { name: "x" }, { ifMatch: 'W/"1"' }),
			"of any version": (client) => client.update(account, { name: "x" }, { ifMatch: "*" }),
			"without a version": (client) => client.update(account, { name: "x" }),
			"of nothing": (client) => client.update(account, {}),
			"by alternate key": (client) => client.update(byNumber, { name: "x" }),
		},
	},
	upsert: {
		writes: {
			"of both kinds": (client) => client.upsert(account, { name: "x" }),
			"that may only make": (client) => client.upsert(account, { name: "x" }, { only: "create" }),
			"that may only change": (client) => client.upsert(account, { name: "x" }, { only: "update" }),
		},
	},
	delete: {
		writes: {
			"of a version": (client) => client.delete(account, { ifMatch: 'W/"1"' }),
			"of any version": (client) => client.delete(account),
			"by alternate key": (client) => client.delete(byNumber),
		},
	},
	associate: {
		writes: {
			"in a collection": (client) => client.associate(account, "contact_customer_accounts", contact),
			"by a lookup": (client) => client.associate(account, "primarycontactid", contact, { lookup: true }),
		},
	},
	disassociate: {
		writes: {
			"in a collection": (client) => client.disassociate(account, "contact_customer_accounts", contact),
			"of a lookup": (client) => client.disassociate(account, "primarycontactid"),
		},
	},
	execute: {
		reads: {
			"a function": (client) => client.execute({ kind: "function", name: "WhoAmI" }),
			"a function with parameters": (client) =>
				client.execute({
					kind: "function",
					name: "RetrieveTotalRecordCount",
					parameters: { EntityNames: "['account']" },
				}),
			"an action that is called a function, by GET": (client) =>
				client.execute({ kind: "function", name: "WinOpportunity" }),
		},
		writes: {
			"an action": (client) => client.execute({ kind: "action", name: "WinOpportunity", parameters: {} }),
			"an action that is bound": (client) =>
				client.execute({
					kind: "action",
					name: "Microsoft.Dynamics.CRM.CreateMultiple",
					bound: { entitySet: "accounts" },
					parameters: { Targets: [] },
				}),
			"an operation of unknown kind": (client) => client.execute({ kind: "unknown", name: "WhoAmI" }),
		},
	},
	batch: {
		reads: {
			"of GETs": (client) =>
				client.batch([
					{ method: "GET", path: "accounts?$top=1" },
					{ method: "GET", path: "WhoAmI" },
				]),
		},
		writes: {
			"of a write": (client) => client.batch([{ method: "POST", path: "accounts", headers: json, body }]),
			"of a write behind a GET": (client) =>
				client.batch([
					{ method: "GET", path: "accounts?$top=1" },
					{ method: "DELETE", path: `accounts(${id})` },
				]),
			"of a change set": (client) =>
				client.batch([{ changeSet: [{ method: "PATCH", path: `accounts(${id})`, headers: json, body }] }]),
			"of an action": (client) => client.batch([{ method: "POST", path: "WinOpportunity", headers: json, body: "{}" }]),
			"of a method in lower case": (client) =>
				client.batch([{ method: "delete" as "DELETE", path: `accounts(${id})` }]),
		},
		refused: {
			"of GETs with another method in a header": (client) =>
				client.batch([{ method: "GET", path: "accounts", headers: { "X-HTTP-Method": "DELETE" } }]),
			"with another method around": (client) =>
				client.batch([{ method: "GET", path: "accounts" }], { headers: { "X-HTTP-Method-Override": "DELETE" } }),
		},
	},
	metadata: {
		reads: { "": (client) => client.metadata("EntityDefinitions(LogicalName='account')?$select=LogicalName") },
		refused: {
			"with another method in a header": (client) =>
				client.metadata("EntityDefinitions", { headers: { "x-method-override": "PATCH" } }),
		},
	},
	send: {
		reads: {
			GET: send("GET", "accounts?$top=1"),
			"GET of a function": send("GET", "WhoAmI"),
			"GET of a whole path": send("GET", `${root}accounts?$top=1`),
			"GET of the version before": send("GET", "/api/data/v9.1/accounts?$top=1"),
			"a batch of GETs": rawBatch([get]),
			"a batch of GETs, encoded": rawBatch([get], undefined, "%24batch"),
		},
		writes: {
			POST: send("POST", "accounts", { headers: json, body }),
			"POST without a body": send("POST", "accounts"),
			PATCH: send("PATCH", `accounts(${id})`, { headers: json, body }),
			"PUT of a property": send("PUT", `accounts(${id})/name`, { headers: json, body: '{"value":"x"}' }),
			"PUT of a link": send("PUT", `accounts(${id})/primarycontactid/$ref`, { headers: json, body: reference }),
			"POST of a link": send("POST", `accounts(${id})/contact_customer_accounts/$ref`, {
				headers: json,
				body: reference,
			}),
			DELETE: send("DELETE", `accounts(${id})`),
			"DELETE of a property": send("DELETE", `accounts(${id})/name`),
			"DELETE of a link": send("DELETE", `accounts(${id})/primarycontactid/$ref`),
			"an action": send("POST", "accounts/Microsoft.Dynamics.CRM.CreateMultiple", { headers: json, body: "{}" }),
			"a function by POST": send("POST", "WhoAmI"),
			"a definition": send("POST", "EntityDefinitions", { headers: json, body: "{}" }),
			"a method in lower case": send("delete", `accounts(${id})`),
			"a method that nobody knows": send("MERGE", `accounts(${id})`, { headers: json, body }),
			"a path with dots": send("DELETE", `../v9.2/accounts(${id})`),
			"a path of the sandbox": send("POST", "/sandbox/reset"),
			"a page that is no Web API, by GET": send("GET", "/sandbox/status"),
			"a page behind dots, by GET": send("GET", "../../../sandbox/status"),
			"a batch with a write": rawBatch(post),
			"a batch with a write behind a GET": rawBatch([
				get,
				"",
				"",
				"--b",
				"Content-Type: application/http",
				"",
				...post,
			]),
			"a batch with a change set": rawBatch([
				get,
				"",
				"",
				"--b",
				"Content-Type: multipart/mixed; boundary=s",
				"",
				...changeSet,
			]),
			"a batch in a change set of its own kind": (client) =>
				client.send({
					method: "POST",
					path: "$batch",
					headers: { "Content-Type": "Multipart/Mixed;boundary=b" },
					body: `--b\nContent-Type: application/http\n\n${post.join("\n")}\n--b--\n`,
				}),
			"a batch at an encoded path": rawBatch(post, undefined, "%24batch"),
			"a batch at a half encoded path": rawBatch(post, undefined, "%24%62atch"),
			"a batch behind dots": rawBatch(post, undefined, "accounts/../$batch"),
			"a batch with a query": rawBatch(post, undefined, "$batch?a=b"),
			"a batch in JSON": (client) =>
				client.send({
					method: "POST",
					path: "$batch",
					headers: json,
					body: JSON.stringify({ requests: [{ id: "1", method: "GET", url: "accounts" }] }),
				}),
			"a batch with two boundaries": rawBatch(post, "multipart/mixed; boundary=c; boundary=b"),
			"a batch with a boundary in quotes": rawBatch(post, 'multipart/mixed; boundary="b"'),
			"a batch whose write hides in the body of a GET": rawBatch([get, "", ...post]),
			"a batch whose write stands before a GET": rawBatch([...post, "", get]),
			"a batch whose method is in lower case": rawBatch([`post ${root}accounts HTTP/1.1`, ...post.slice(1)]),
			"a batch whose method is followed by a tab": rawBatch([`POST\t${root}accounts HTTP/1.1`, ...post.slice(1)]),
			"a batch with an older version of HTTP": rawBatch([`DELETE ${root}accounts(${id}) HTTP/1.0`]),
			"a batch without a version of HTTP": rawBatch([`DELETE ${root}accounts(${id})`]),
			"a batch with another method in a header": rawBatch([get, "X-HTTP-Method-Override: DELETE"]),
		},
		refused: {
			"GET with another method in a header": send("GET", `accounts(${id})`, {
				headers: { "X-HTTP-Method-Override": "DELETE" },
			}),
			"GET with another method in a header of odd spelling": send("GET", `accounts(${id})`, {
				headers: { "x-Http-METHOD": "DELETE" },
			}),
			"GET with a line break in a header": send("GET", "accounts", {
				headers: { accept: "a\r\nX-HTTP-Method: DELETE" },
			}),
			"POST to another place": send("POST", "https://example.com/api/data/v9.2/accounts", { headers: json, body }),
		},
	},
};

describe("a locked environment over real sockets", () => {
	let sandbox: RunningSandbox;
	let rows: SandboxRows;
	let fetched = 0;
	const counting: Fetch = async (url, init) => {
		fetched += 1;
		return await fetch(url, init);
	};
	before(async () => {
		sandbox = await runSandbox();
		rows = new SandboxRows(sandbox);
	});
	after(async () => {
		await sandbox.close();
	});
	beforeEach(async () => {
		await sandbox.control.reset();
		await rows.send("POST", "accounts", { accountid: id, name: "before", accountnumber: "A-1" });
		await rows.send("POST", "contacts", { contactid: id, lastname: "before" });
		// A rule that does nothing: it counts what arrives at the Web API.
		await sandbox.control.setFaults("latency ms=0");
		fetched = 0;
	});

	/** What has arrived at the service, and how the rows are by then. */
	async function arrived(): Promise<number> {
		const [count] = await sandbox.control.faults();
		return count?.matched ?? 0;
	}
	async function state(): Promise<unknown> {
		return [await rows.all("accounts"), await rows.all("contacts")];
	}
	const clientThat = (mayWrite: boolean): DataverseClient =>
		sandboxClient(sandbox, { fetch: counting, writes: { mayWrite: () => mayWrite }, attempts: 1 });

	for (const [method, { reads = {}, writes = {}, refused = {} }] of Object.entries<Paths>(paths)) {
		for (const [form, run] of Object.entries(writes))
			it(`keeps back: ${method}, ${form}`, async () => {
				const before = await state();
				const already = await arrived();
				fetched = 0;
				const result = await run(clientThat(false));
				assert.equal(codeOf(result), "readOnly");
				assert.deepEqual([fetched, (await arrived()) - already], [0, 0]);
				assert.deepEqual(await state(), before);
				await run(clientThat(true));
				assert.ok(fetched > 0, "sent when it is not locked");
			});
		for (const [form, run] of Object.entries(refused))
			it(`never sends: ${method}, ${form}`, async () => {
				for (const mayWrite of [false, true]) {
					const result = await run(clientThat(mayWrite));
					assert.notEqual(codeOf(result), undefined);
				}
				assert.deepEqual([fetched, await arrived()], [0, 0]);
			});
		for (const [form, run] of Object.entries(reads))
			it(`lets through: ${method}, ${form}`, async () => {
				const before = await state();
				const already = await arrived();
				assert.notEqual(codeOf(await run(clientThat(false))), "readOnly");
				assert.ok((await arrived()) > already);
				assert.deepEqual(await state(), before);
			});
	}
});

/** The code of the problem that a method gave; undefined where it gave none. */
function codeOf(result: unknown): string | undefined {
	const { problem } = (result ?? {}) as { readonly problem?: { readonly code: string } };
	return problem?.code;
}
