import assert from "node:assert/strict";
import { sandboxInMemory, type SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";

type Shape = Readonly<Record<string, unknown>>;

const type = { "@odata.type": "Microsoft.Dynamics.CRM.account" };
const absent = "00000000-0000-0000-0000-0000000000aa";

describe("Bulk actions of the sandbox", () => {
	let sandbox: SandboxInMemory;

	beforeEach(() => {
		sandbox = sandboxInMemory();
	});
	afterEach(() => {
		sandbox.close();
	});

	const call = (action: string, targets: unknown): unknown =>
		sandbox.ok("POST", `accounts/Microsoft.Dynamics.CRM.${action}`, { body: { Targets: targets } });
	const create = (...names: readonly string[]): readonly string[] =>
		(
			call(
				"CreateMultiple",
				names.map((name) => ({ ...type, name })),
			) as Shape
		).Ids as readonly string[];
	const names = (): string =>
		((sandbox.ok("GET", "accounts?$select=name&$orderby=name") as Shape).value as readonly Shape[])
			.map(({ name }) => String(name))
			.join(" ");

	it("CreateMultiple answers the ids in order", () => {
		const answered = sandbox.ok("POST", "accounts/Microsoft.Dynamics.CRM.CreateMultiple", {
			body: { Targets: ["Ada", "Ben", "Cai"].map((name) => ({ ...type, name })) },
		}) as Shape;
		assert.match(String(answered["@odata.context"]), /\$metadata#Microsoft\.Dynamics\.CRM\.CreateMultipleResponse$/);
		const ids = answered.Ids as readonly string[];
		assert.equal(ids.length, 3);
		const read = (id: string): unknown => (sandbox.ok("GET", `accounts(${id})?$select=name`) as Shape).name;
		assert.deepEqual(ids.map(read), ["Ada", "Ben", "Cai"]);
	});

	it("CreateMultiple takes the type with a sign before it, and bindings", () => {
		const [ada = ""] = create("Ada");
		call("CreateMultiple", [
			{
				"@odata.type": "#Microsoft.Dynamics.CRM.account",
				name: "Ben",
				"parentaccountid@odata.bind": `/accounts(${ada})`,
			},
		]);
		const rows = sandbox.ok("GET", `accounts?$select=name&$filter=_parentaccountid_value eq ${ada}`) as Shape;
		assert.deepEqual(
			(rows.value as readonly Shape[]).map(({ name }) => name),
			["Ben"],
		);
	});

	it("UpdateMultiple changes records by id and answers nothing", () => {
		const [ada, ben] = create("Ada", "Ben", "Cai");
		const answered = sandbox.answer("POST", "accounts/Microsoft.Dynamics.CRM.UpdateMultiple", {
			body: {
				Targets: [
					{ ...type, accountid: ada, name: "Ava" },
					{ ...type, "@odata.id": `accounts(${ben ?? ""})`, name: "Bob" },
				],
			},
		});
		assert.equal(`${answered.status} ${answered.text}`, "204 ");
		assert.equal(names(), "Ava Bob Cai");
	});

	it("UpsertMultiple changes what is there and makes the rest, and answers nothing", () => {
		const [ada] = create("Ada");
		const answered = sandbox.answer("POST", "accounts/Microsoft.Dynamics.CRM.UpsertMultiple", {
			body: {
				Targets: [
					{ ...type, accountid: ada, name: "Ava" },
					{ ...type, accountid: absent, name: "Ben" },
					{ ...type, name: "Cai" },
				],
			},
		});
		assert.equal(`${answered.status} ${answered.text}`, "204 ", answered.text);
		assert.equal(names(), "Ava Ben Cai");
		assert.equal((sandbox.ok("GET", `accounts(${absent})?$select=name`) as Shape).name, "Ben");
	});

	it("UpsertMultiple takes an alternate key", () => {
		for (const name of ["Ada", "Ava"])
			call("UpsertMultiple", [{ ...type, "@odata.id": "accounts(accountnumber='A1')", name }]);
		const rows = sandbox.ok("GET", "accounts?$select=name,accountnumber") as Shape;
		assert.deepEqual(
			(rows.value as readonly Shape[]).map(({ name, accountnumber }) => `${String(name)} ${String(accountnumber)}`),
			["Ava A1"],
		);
	});

	for (const [action, targets] of [
		[
			"CreateMultiple",
			[
				{ ...type, name: "Dan" },
				{ ...type, name: "x".repeat(161) },
			],
		],
		[
			"UpdateMultiple",
			[
				{ ...type, accountid: "ADA", name: "Dan" },
				{ ...type, accountid: absent, name: "Eve" },
			],
		],
		[
			"UpsertMultiple",
			[
				{ ...type, accountid: "ADA", name: "Dan" },
				{ ...type, accountid: absent, nosuch: 1 },
			],
		],
	] as const) {
		it(`${action} does all or nothing`, () => {
			const [ada = ""] = create("Ada");
			const body = JSON.parse(JSON.stringify({ Targets: targets }).replaceAll('"ADA"', `"${ada}"`)) as unknown;
			sandbox.refused("POST", `accounts/Microsoft.Dynamics.CRM.${action}`, { body });
			assert.equal(names(), "Ada");
		});
	}

	for (const [action, body, status, code, text] of [
		["CreateMultiple", {}, 400, "0x80040203", "at least one record"],
		["CreateMultiple", { Targets: [] }, 400, "0x80040203", "at least one record"],
		["CreateMultiple", { Targets: { ...type } }, 400, "0x80040203", "at least one record"],
		["CreateMultiple", { Targets: [{ ...type }], Extra: 1 }, 400, "0x80048d19", "'Extra'"],
		[
			"CreateMultiple",
			{ Targets: [{ name: "Ada" }] },
			400,
			"0x80048d19",
			'"@odata.type": "Microsoft.Dynamics.CRM.account"',
		],
		[
			"CreateMultiple",
			{ Targets: [{ "@odata.type": "Microsoft.Dynamics.CRM.contact" }] },
			400,
			"0x80048d19",
			"account",
		],
		["CreateMultiple", { Targets: [1] }, 400, "0x80048d19", "Record 0"],
		["CreateMultiple", [], 400, "0x80048d19", "StartObject"],
		["UpdateMultiple", { Targets: [{ ...type, name: "Ada" }] }, 400, "0x80048d19", "'accountid'"],
		["UpdateMultiple", { Targets: [{ ...type, accountid: "x", name: "Ada" }] }, 400, "", ""],
		["UpdateMultiple", { Targets: [{ ...type, accountid: absent, name: "Ada" }] }, 404, "0x80040217", absent],
		["UpsertMultiple", { Targets: [{ ...type, "@odata.id": `contacts(${absent})` }] }, 400, "0x80048d19", "contacts"],
		["UpsertMultiple", { Targets: [{ ...type, "@odata.id": "accounts" }] }, 400, "0x80048d19", "'accounts'"],
	] as const) {
		it(`${action} of ${JSON.stringify(body)} is ${status}`, () => {
			const refused = sandbox.refused("POST", `accounts/Microsoft.Dynamics.CRM.${action}`, { body });
			assert.equal(refused.status, status, refused.message);
			if (code !== "") assert.equal(refused.code, code, refused.message);
			assert.ok(refused.message.includes(text), refused.message);
			assert.equal(names(), "");
		});
	}

	for (const [method, path, status] of [
		["GET", "accounts/Microsoft.Dynamics.CRM.CreateMultiple", 405],
		["POST", `accounts(${absent})/Microsoft.Dynamics.CRM.CreateMultiple`, 404],
		["POST", "accounts/Other.CreateMultiple", 404],
		["POST", "accounts/CreateMultiple", 400],
		["POST", "CreateMultiple", 501],
		["POST", "accounts/Microsoft.Dynamics.CRM.DeleteMultiple", 404],
	] as const) {
		it(`${method} ${path} is ${status}`, () => {
			const refused = sandbox.refused(method, path, method === "POST" ? { body: { Targets: [type] } } : {});
			assert.equal(refused.status, status, refused.message);
		});
	}
});
