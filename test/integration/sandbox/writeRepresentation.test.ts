import assert from "node:assert/strict";
import { type SandboxInMemory, sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid } from "../../support/sandbox/writeCases.ts";

const [one, two] = [guid("1"), guid("2")];
const headers = { Prefer: "return=representation" };

interface Row {
	readonly "@odata.context": string;
	readonly "@odata.etag": string;
	readonly [property: string]: unknown;
}

describe("sandbox: writes that answer with the record", () => {
	let sandbox: SandboxInMemory;
	beforeEach(() => {
		sandbox = sandboxInMemory();
	});
	afterEach(() => {
		sandbox.close();
	});

	it("answers a create with 201, what was selected and expanded, and no address", () => {
		const body = {
			accountid: one,
			name: "Contoso",
			revenue: 5,
			primarycontactid: { contactid: two, lastname: "Berg" },
		};
		const path = "accounts?$select=name,revenue&$expand=primarycontactid($select=fullname)";
		const answer = sandbox.answer("POST", path, { headers, body });
		const row = answer.json as Row;
		assert.equal(answer.status, 201);
		assert.equal(answer.headers.get("preference-applied"), "return=representation");
		assert.equal(answer.headers.get("odata-entityid"), undefined);
		assert.equal(answer.headers.get("etag"), row["@odata.etag"]);
		assert.match(row["@odata.context"], /\$metadata#accounts\(name,revenue,primarycontactid\(fullname\)\)\/\$entity$/);
		assert.deepEqual([row.name, row.revenue, row.accountid], ["Contoso", 5, one]);
		assert.equal((row.primarycontactid as Row).fullname, "Berg");
	});

	it("answers an update with 200 and passes $expand over", () => {
		sandbox.ok("POST", "accounts", { body: { accountid: one, name: "Contoso" } });
		const path = `accounts(${one})?$select=name&$expand=primarycontactid`;
		const answer = sandbox.answer("PATCH", path, { headers, body: { name: "Contoso Ltd" } });
		assert.equal(answer.status, 200);
		const row = answer.json as Row;
		assert.equal(row.name, "Contoso Ltd");
		assert.ok(!("primarycontactid" in row));
	});

	it("tells by the status what an upsert did", () => {
		const upsert = (): number => sandbox.answer("PATCH", `accounts(${one})`, { headers, body: { name: "x" } }).status;
		assert.deepEqual([upsert(), upsert()], [201, 200]);
	});

	it("gives entity tags that the next write takes once", () => {
		const created = sandbox.answer("POST", "accounts", { headers, body: { accountid: one, name: "Contoso" } });
		const tag = { "If-Match": created.headers.get("etag") ?? "" };
		const change = (): number =>
			sandbox.answer("PATCH", `accounts(${one})`, { headers: tag, body: { name: "x" } }).status;
		assert.deepEqual([change(), change()], [204, 412]);
		const read = sandbox.ok("GET", `accounts(${one})?$select=name`) as Row;
		assert.equal(read.name, "x");
		assert.notEqual(read["@odata.etag"], tag["If-Match"]);
	});

	it("leaves a record unmade that cannot be shown as asked", () => {
		const answer = sandbox.answer("POST", "accounts?$select=nosuch", { headers, body: { accountid: one } });
		assert.equal(answer.status, 400);
		assert.equal(sandbox.answer("GET", `accounts(${one})`).status, 404);
	});
});
