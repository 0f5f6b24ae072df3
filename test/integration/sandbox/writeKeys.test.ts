import assert from "node:assert/strict";
import { type SandboxInMemory, sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid, rowAt, type WriteCase, writeCases } from "../../support/sandbox/writeCases.ts";

const [one, two] = [guid("1"), guid("2")];
const parent = "_parentaccountid_value";

function prepare(sandbox: SandboxInMemory): void {
	sandbox.ok("POST", "accounts", { body: { accountid: one, name: "Fabrikam", accountnumber: "F-1" } });
	sandbox.ok("POST", "accounts", {
		body: { accountid: two, name: "Branch", accountnumber: "B-1", "parentaccountid@odata.bind": `accounts(${one})` },
	});
	sandbox.ok("POST", "contacts", { body: { contactid: one, firstname: "Ada", emailaddress1: "ada@example.com" } });
}

/** An upsert by a key of a row that is not there, and the row that the key finds afterwards. */
function made(
	name: string,
	key: string,
	body: Readonly<Record<string, unknown>>,
	found: string,
	columns: Readonly<Record<string, unknown>>,
): void {
	it(name, () => {
		const sandbox = sandboxInMemory();
		prepare(sandbox);
		const headers = { Prefer: "return=representation" };
		const answer = sandbox.answer("PATCH", key, { headers, body });
		assert.equal(answer.status, 201, answer.text);
		const table = sandbox.service.schema.tableBySet(found.slice(0, found.indexOf("(")));
		assert.ok(table !== undefined);
		const read = sandbox.ok("GET", found) as Readonly<Record<string, string>>;
		const row = rowAt(sandbox, `${table.logicalName} ${read[table.primaryId] ?? ""}`);
		assert.deepEqual(Object.fromEntries(Object.keys(columns).map((column) => [column, row?.[column]])), columns);
		sandbox.close();
	});
}

const refused = (name: string, request: string, status: number, code: string): WriteCase => ({
	name,
	request,
	body: { description: "x" },
	headers: { "If-Match": "*" },
	status,
	code,
});

describe("sandbox: writes by alternate key", () => {
	made(
		"make a row with the values of the key",
		"accounts(accountnumber='N%2F1')",
		{ name: "New" },
		"accounts(accountnumber='N%2F1')",
		{ name: "New", accountnumber: "N/1", accountnumber$folded: "n/1" },
	);
	made(
		"make a row with a lookup of the key",
		`accounts(accountnumber='B-2',${parent}=${one})`,
		{ name: "Second branch" },
		`accounts(${parent}=${one},accountnumber='B-2')`,
		{ parentaccountid: one, accountnumber: "B-2" },
	);
	made(
		"believe the body more than the key where they make a row",
		"accounts(accountnumber='N-1')",
		{ name: "New", accountnumber: "N-2" },
		"accounts(accountnumber='N-2')",
		{ accountnumber: "N-2" },
	);
	made(
		"make a row with a key of two columns",
		"contacts(firstname='Eva',emailaddress1='eva@example.com')",
		{ lastname: "Berg" },
		"contacts(emailaddress1='EVA@example.com')",
		{ firstname: "Eva", fullname: "Eva Berg" },
	);

	writeCases(prepare, [
		{
			name: "find a row whatever the case of texts",
			request: "PATCH accounts(accountnumber='f-1')",
			body: { name: "x" },
			status: 204,
			after: { [`account ${one}`]: { name: "x", accountnumber: "F-1" } },
		},
		{
			name: "do not move a row away from its key",
			request: `PATCH accounts(accountnumber='B-1',${parent}=${one})`,
			body: { name: "x", accountnumber: "B-9", "parentaccountid@odata.bind": null },
			status: 204,
			after: { [`account ${two}`]: { name: "x", accountnumber: "B-1", parentaccountid: one } },
		},
		{
			name: "delete",
			request: "DELETE contacts(emailaddress1='ada@example.com')",
			status: 204,
			after: { [`contact ${one}`]: null },
		},
		{
			name: "set one property",
			request: "PUT accounts(accountnumber='F-1')/name",
			body: { value: "x" },
			status: 204,
			after: { [`account ${one}`]: { name: "x" } },
		},
		{
			name: "link",
			request: "PUT accounts(accountnumber='F-1')/primarycontactid/$ref",
			body: { "@odata.id": "contacts(emailaddress1='ada@example.com')" },
			status: 204,
			after: { [`account ${one}`]: { primarycontactid: one } },
		},
		{
			name: "make no row under a parent that is not there",
			request: `PATCH accounts(accountnumber='B-2',${parent}=${guid("9")})`,
			body: { name: "x" },
			status: 404,
			code: "0x80040217",
		},
		refused("want a row with If-Match", "PATCH accounts(accountnumber='none')", 404, "0x80060891"),
		refused("want a key that is one", "PATCH accounts(name='Fabrikam')", 400, "0x80060890"),
		refused("want the whole key", `PATCH accounts(${parent}=${one})`, 400, "0x80060890"),
	]);
});
