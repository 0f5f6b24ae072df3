import assert from "node:assert/strict";
import { connect } from "node:net";
import { fuzz } from "../../support/fuzz.ts";
import { batchOf } from "../../support/sandbox/batchText.ts";
import { runSandbox, send } from "../../support/sandbox/runningSandbox.ts";
import { injections, knownId, randomRequest } from "../../support/sandbox/randomRequest.ts";
import {
	type SandboxInMemory,
	sandboxInMemory,
	type TestAnswer,
	type TestRequest,
} from "../../support/sandbox/sandboxInMemory.ts";

describe("the sandbox under requests that nobody would send on purpose", () => {
	let sandbox: SandboxInMemory;
	beforeEach(() => {
		sandbox = sandboxInMemory();
		sandbox.ok("POST", "contacts", { body: { contactid: knownId, lastname: "Sentinel" } });
		const account = { accountid: knownId, name: "Sentinel", "primarycontactid@odata.bind": `contacts(${knownId})` };
		sandbox.ok("POST", "accounts", { body: account });
	});
	afterEach(() => {
		sandbox.close();
	});

	function revive(): void {
		sandbox.answer("PATCH", `contacts(${knownId})`, { body: { lastname: "Sentinel" } });
		sandbox.answer("PATCH", `accounts(${knownId})`, { body: { name: "Sentinel" } });
	}

	/** Sends it and checks the form of what comes back; `told` is for the person who has to find out. */
	function check(method: string, path: string, request: TestRequest, told: string): TestAnswer {
		let answer: TestAnswer;
		try {
			answer = sandbox.answer(method, path, request);
		} catch (error) {
			throw new Error(`${told}: threw or was no JSON`, { cause: error });
		}
		const mistake = sandbox.mistakes[0];
		if (mistake !== undefined) throw new Error(`${told}: a mistake of ours`, { cause: mistake });
		assert.notEqual(answer.status, 500, told);
		if (answer.status >= 400 && answer.headers.get("content-type")?.startsWith("multipart/") !== true) {
			const { error } = answer.json as { readonly error: { readonly code: unknown; readonly message: unknown } };
			assert.equal(typeof error.code, "string", told);
			assert.ok(typeof error.message === "string" && error.message !== "", told);
		}
		return answer;
	}

	const told = (request: object, seed: number): string => `seed ${seed}: ${JSON.stringify(request)}`;

	it("answers each with a result or a well-formed error", () => {
		const chance = fuzz(1500);
		for (let run = 0; run < chance.runs; run++) {
			const request = randomRequest(chance);
			const { method, path, headers, body } = request;
			// What an earlier one deleted comes back, so that the next ones meet something.
			if (run % 20 === 0) revive();
			check(
				method,
				path,
				{ headers, ...(body !== undefined && { body: Buffer.from(body, "utf8") }) },
				told(request, chance.seed),
			);
		}
		assert.equal(sandbox.database.get("PRAGMA integrity_check")?.integrity_check, "ok");
	});

	it("answers batches of them", () => {
		const chance = fuzz(100);
		for (let run = 0; run < chance.runs; run++) {
			const part = () => {
				const { method, path, headers, body } = randomRequest(chance);
				const plain = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "content-type"));
				return { method, url: path.replaceAll(/[\r\n]/g, ""), headers: plain, ...(body !== undefined && { body }) };
			};
			const items = Array.from({ length: 1 + chance.below(4) }, () =>
				chance.below(3) === 0 ? Array.from({ length: 1 + chance.below(3) }, part) : part(),
			);
			const { headers = {}, body } = batchOf(items, chance.below(2) === 0 ? { prefer: "odata.continue-on-error" } : {});
			const text = String(body);
			const at = chance.below(text.length);
			const sent = chance.below(3) === 0 ? text.slice(0, at) + text.slice(at + chance.below(30)) : text;
			check("POST", "$batch", { headers, body: sent }, told({ sent }, chance.seed));
		}
	});

	it("answers arbitrary bytes as URL, body and batch", () => {
		const chance = fuzz(300);
		const bytes = (most: number): Buffer =>
			Buffer.from(Array.from({ length: chance.below(most) }, () => chance.below(256)));
		for (let run = 0; run < chance.runs; run++) {
			const path = bytes(60).toString("latin1");
			check("GET", path, {}, told({ path }, chance.seed));
			const encoded = encodeURIComponent(bytes(40).toString("latin1"));
			check("GET", `accounts?$filter=${encoded}`, {}, told({ encoded }, chance.seed));
			const body = bytes(200);
			const shown = told({ body: body.toString("hex") }, chance.seed);
			check("POST", "accounts", { body }, shown);
			check("POST", "$batch", { headers: { "content-type": "multipart/mixed; boundary=b" }, body }, shown);
		}
	});

	it("answers arbitrary bytes on its socket, and goes on", async () => {
		const chance = fuzz(40);
		const mistakes: string[] = [];
		const running = await runSandbox({ log: (text) => mistakes.push(text) });
		const { port } = new URL(running.url);
		const head = `POST /api/data/v9.2/accounts HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${running.token}\r\n`;
		for (let run = 0; run < chance.runs; run++) {
			const noise = Buffer.from(Array.from({ length: 1 + chance.below(100) }, () => chance.below(256)));
			const at = chance.below(head.length);
			const start = chance.pick([
				"",
				head,
				`${head}transfer-encoding: chunked\r\n\r\n`,
				`${head}content-length: 50\r\n\r\n`,
				head.slice(0, at),
			]);
			await new Promise<void>((resolve) => {
				const socket = connect(Number(port), "127.0.0.1", () => socket.end(Buffer.concat([Buffer.from(start), noise])));
				socket.on("data", () => undefined);
				socket.on("error", () => undefined);
				socket.once("close", () => {
					resolve();
				});
			});
		}
		assert.equal((await send(running, "/api/data/v9.2/WhoAmI")).status, 200);
		await running.close();
		assert.deepEqual(mistakes, []);
	});

	/** Every place of a request in which a text can stand. */
	const places: readonly (readonly [string, (text: string) => readonly [string, string, TestRequest]])[] = [
		["the whole path", (text) => ["GET", text, {}]],
		["the key", (text) => ["GET", `accounts(${text})`, {}]],
		["an alternate key", (text) => ["GET", `accounts(accountnumber='${text}')`, {}]],
		["the name of a key", (text) => ["GET", `accounts(${text}='1')`, {}]],
		["a property", (text) => ["GET", `accounts(${knownId})/${text}`, {}]],
		["$select", (text) => ["GET", `accounts?$select=${text}`, {}]],
		["$orderby", (text) => ["GET", `accounts?$orderby=${text}`, {}]],
		["the direction", (text) => ["GET", `accounts?$orderby=name ${text}`, {}]],
		["$top", (text) => ["GET", `accounts?$top=${text}`, {}]],
		["$filter", (text) => ["GET", `accounts?$filter=${text}`, {}]],
		["a string", (text) => ["GET", `accounts?$filter=name eq '${text.replaceAll("'", "''")}'`, {}]],
		["a pattern", (text) => ["GET", `accounts?$filter=contains(name,'${text.replaceAll("'", "''")}')`, {}]],
		["a name in a filter", (text) => ["GET", `accounts?$filter=${text} eq 1`, {}]],
		[
			"a lambda variable",
			(text) => ["GET", `accounts?$filter=contact_customer_accounts/any(${text}:${text}/lastname eq 'x')`, {}],
		],
		[
			"a function's property",
			(text) => [
				"GET",
				`accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='${text.replaceAll("'", "''")}',PropertyValues=['1'])`,
				{},
			],
		],
		[
			"a function's value",
			(text) => [
				"GET",
				`accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=['${text.replaceAll("'", "''")}'])`,
				{},
			],
		],
		["a parameter", (text) => ["GET", `accounts?$filter=name eq @p&@p='${text.replaceAll("'", "''")}'`, {}]],
		["$expand", (text) => ["GET", `accounts?$expand=${text}`, {}]],
		["a nested $select", (text) => ["GET", `accounts?$expand=primarycontactid($select=${text})`, {}]],
		[
			"a nested $filter",
			(text) => [
				"GET",
				`accounts?$expand=contact_customer_accounts($filter=lastname eq '${text.replaceAll("'", "''")}')`,
				{},
			],
		],
		["$skiptoken", (text) => ["GET", `accounts?$skiptoken=${text}`, {}]],
		["fetchXml", (text) => ["GET", `accounts?fetchXml=${text}`, {}]],
		["a value", (text) => ["POST", "accounts", { body: { name: text, description: text } }]],
		["the name of a value", (text) => ["POST", "accounts", { body: { [text]: "x" } }]],
		["a link", (text) => ["POST", "accounts", { body: { name: "x", "primarycontactid@odata.bind": text } }]],
		[
			"the key of a link",
			(text) => ["POST", "accounts", { body: { name: "x", "primarycontactid@odata.bind": `contacts(${text})` } }],
		],
		[
			"the name of a link",
			(text) => ["POST", "accounts", { body: { name: "x", [`${text}@odata.bind`]: `contacts(${knownId})` } }],
		],
		[
			"a deep value",
			(text) => ["POST", "accounts", { body: { name: "x", contact_customer_accounts: [{ lastname: text }] } }],
		],
		["a client's id", (text) => ["POST", "accounts", { body: { name: "x", accountid: text } }]],
		["a property's value", (text) => ["PUT", `accounts(${knownId})/description`, { body: { value: text } }]],
		[
			"If-Match",
			(text) => ["PATCH", `accounts(${knownId})`, { body: { description: "x" }, headers: { "if-match": text } }],
		],
		["Prefer", (text) => ["GET", "accounts", { headers: { prefer: text } }]],
		["the acting user", (text) => ["GET", "accounts", { headers: { mscrmcallerid: text } }]],
		["a table of definitions", (text) => ["GET", `EntityDefinitions(LogicalName='${text.replaceAll("'", "''")}')`, {}]],
		[
			"a counted table",
			(text) => ["GET", `RetrieveTotalRecordCount(EntityNames=['${text.replaceAll("'", "''")}'])`, {}],
		],
	];
	for (const [place, make] of places)
		it(`lets nothing through to SQL in ${place}`, () => {
			for (const text of injections) {
				for (const encoded of [text, encodeURIComponent(text)]) {
					const [method, path, request] = make(encoded);
					check(method, path, request, `${method} ${path} ${JSON.stringify(request)}`);
				}
			}
			const { value } = sandbox.ok("GET", `accounts?$filter=accountid eq ${knownId}&$select=name`) as {
				value: readonly { name: string }[];
			};
			assert.deepEqual(
				value.map(({ name }) => name),
				["Sentinel"],
			);
			assert.equal(sandbox.database.get("PRAGMA integrity_check")?.integrity_check, "ok");
		});

	it("gives a text back as it came in", () => {
		assert.equal(sandbox.refused("POST", "leads", { body: { subject: "a\0b", lastname: "L" } }).code, "0x80040203");
		for (const text of injections.filter((injection) => !injection.includes("\0"))) {
			const id = /\(([\da-f-]{36})\)/.exec(
				sandbox.answer("POST", "leads", { body: { subject: text, lastname: "L" } }).headers.get("odata-entityid") ?? "",
			)?.[1];
			const filter = encodeURIComponent(`subject eq '${text.replaceAll("'", "''")}'`);
			const { value } = sandbox.ok("GET", `leads?$filter=${filter}&$select=subject`) as {
				value: readonly { subject: string; leadid: string }[];
			};
			assert.deepEqual(
				value.map(({ subject, leadid }) => [subject, leadid]),
				[[text, id]],
			);
		}
	});

	const extremes: readonly (readonly [string, string])[] = [
		["10,000 parentheses", `accounts?$filter=${"(".repeat(10_000)}name eq 'a'${")".repeat(10_000)}`],
		["2,000 times not", `accounts?$filter=${"not ".repeat(2000)}name eq 'a'`],
		["3,000 conditions", `accounts?$filter=${Array.from({ length: 1500 }, () => "name eq 'a'").join(" or ")}`],
		[
			"a lambda in a lambda, 200 deep",
			`accounts?$filter=${"contact_customer_accounts/any(x:x/".repeat(200)}lastname eq 'a'${")".repeat(200)}`,
		],
		[
			"an $expand in an $expand, 300 deep",
			`accounts?$expand=${"primarycontactid($expand=".repeat(300)}ownerid${")".repeat(300)}`,
		],
		["a path of 1,500 segments", `accounts(${knownId})${"/primarycontactid".repeat(1500)}`],
		["3,000 columns", `accounts?$select=${"name,".repeat(3000)}name`],
		[
			"a list of 2,000 values",
			`accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=[${"'a',".repeat(2000)}'b'])`,
		],
		["an order of 500 columns", `accounts?$orderby=${"name,".repeat(500)}name`],
		["a string of 30,000 characters", `accounts?$filter=contains(name,'${"%".repeat(15_000)}${"a".repeat(15_000)}')`],
		["only percent signs", `accounts?$filter=${"%".repeat(30_000)}`],
	];
	for (const [what, path] of extremes)
		it(`answers ${what}`, () => {
			check("GET", path, {}, what);
		});

	it("answers a body 50,000 levels deep", () => {
		check("POST", "accounts", { body: `${'{"a":['.repeat(25_000)}1${"]}".repeat(25_000)}` }, "objects");
		check("POST", "accounts", { body: "[".repeat(50_000) }, "lists");
	});
});
