/**
 * What a professional tries in the first ten minutes on a sandbox. Parts that wait for a later version are listed in
 * src/sandbox/README.md ("The first ten minutes"); what is answered until then is held here as well.
 */
import assert from "node:assert/strict";
import { addSample } from "../../../src/sandbox/sample/addSample.ts";
import { adminUser, organization, rootBusinessUnit, secondUser } from "../../../src/sandbox/service/identity.ts";
import { sandboxInMemory, type SandboxInMemory, type TestRequest } from "../../support/sandbox/sandboxInMemory.ts";

type Row = Readonly<Record<string, unknown>>;

interface Page {
	readonly value: readonly Row[];
	readonly "@odata.nextLink"?: string;
}

const formatted = "@OData.Community.Display.V1.FormattedValue";
const all = { headers: { prefer: 'odata.include-annotations="*"' } };

describe("The first ten minutes of a professional", () => {
	let sandbox: SandboxInMemory;

	before(() => {
		sandbox = sandboxInMemory();
		const { schema, store } = sandbox.service;
		addSample({ schema, store, database: sandbox.database }, { rows: 800, seed: 1, anchor: sandbox.now });
	});

	after(() => {
		sandbox.close();
	});

	const page = (path: string, request?: TestRequest): Page => sandbox.ok("GET", path, request) as Page;

	const rows = (path: string, request?: TestRequest): readonly Row[] => page(path, request).value;

	const first = (path: string): Row => rows(path)[0] ?? assert.fail(`${path} finds nothing`);

	/** Creates a record and gives its id. */
	function made(set: string, body: Row): string {
		const { headers } = sandbox.answer("POST", set, { body });
		return /\(([^)]+)\)$/.exec(headers.get("odata-entityid") ?? "")?.[1] ?? assert.fail(`${set} was not created`);
	}

	function isRefused(status: number, code: string, method: string, path: string, request?: TestRequest): string {
		const refused = sandbox.refused(method, path, request);
		assert.deepEqual([refused.status, refused.code], [status, code], `${method} ${path}: ${refused.message}`);
		return refused.message;
	}

	it("1. asks for Account, for Name, for a lookup by its own name: the service's errors, not empty results", () => {
		assert.match(isRefused(404, "0x8006088a", "GET", "Account"), /segment 'Account'/);
		const unknown =
			/Could not find a property named '(?:Name|primarycontactid)' on type 'Microsoft\.Dynamics\.CRM\.account'/;
		assert.match(isRefused(400, "0x80060888", "GET", "accounts?$select=Name"), unknown);
		assert.match(isRefused(400, "0x80060888", "GET", "accounts?$select=primarycontactid"), unknown);
	});

	it("2. compares texts in another case, and uses wildcards in contains", () => {
		made("accounts", { name: "Contoso" });
		for (const name of ["CONTOSO", "contoso"]) {
			assert.equal(first(`accounts?$filter=name eq '${name}'`).name, "Contoso");
		}
		const matched = rows("accounts?$select=name&$filter=contains(name,'[a-c]_%25')");
		assert.ok(matched.length > 10);
		assert.ok(matched.every(({ name }) => /[abc].+/i.test(String(name).normalize("NFD"))));
		assert.equal(rows("accounts?$filter=contains(name,'[a-c]_%25') and name eq 'Contoso'").length, 1);
	});

	it("3. binds parentcustomerid, which fails, and parentcustomerid_account, which works", () => {
		const bind = `/accounts(${String(first("accounts?$top=1").accountid)})`;
		const body = { lastname: "Bound", "parentcustomerid@odata.bind": bind };
		assert.match(isRefused(400, "0x80048d19", "POST", "contacts", { body }), /undeclared property 'parentcustomerid'/);
		const id = made("contacts", { lastname: "Bound", "parentcustomerid_account@odata.bind": bind });
		assert.ok(bind.includes(String(first(`contacts?$filter=contactid eq ${id}`)._parentcustomerid_value)));
	});

	it("4. reads the annotations of a customer and of an owner", () => {
		const [row] = rows("incidents?$select=_customerid_value,_ownerid_value&$top=1", all);
		for (const [column, target] of [
			["_customerid_value", /^(?:account|contact)$/],
			["_ownerid_value", /^(?:systemuser|team)$/],
		] as const) {
			assert.notEqual(String(row?.[`${column}${formatted}`]), "");
			assert.match(String(row?.[`${column}@Microsoft.Dynamics.CRM.lookuplogicalname`]), target);
		}
		const navigation = row?.["_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"];
		assert.match(String(navigation), /^customerid_(?:account|contact)$/);
	});

	it("5. asks for $top with a page size, for a page too large, and follows the next links to the end", () => {
		const prefer = (size: number): TestRequest => ({
			headers: { prefer: `odata.maxpagesize=${size},odata.include-annotations="*"` },
		});
		const few = page("accounts?$select=name&$top=10", prefer(3));
		assert.equal(few.value.length, 3);
		assert.ok(few["@odata.nextLink"], "$top is passed over where a page size is asked for");
		assert.equal(rows("accounts?$select=name&$top=2", prefer(20_000)).length, 2);
		const seen: Row[] = [];
		let next: Page = page("accounts?$select=name,statecode&$orderby=name", prefer(40));
		for (;;) {
			seen.push(...next.value);
			const link = next["@odata.nextLink"];
			if (link === undefined) break;
			next = page(link.replace("http://localhost", ""), prefer(40));
		}
		assert.equal(seen.length, rows("accounts?$select=accountid").length);
		assert.equal(new Set(seen.map(({ accountid }) => accountid)).size, seen.length);
		assert.equal(
			seen.every((row) => row[`statecode${formatted}`] !== undefined),
			true,
		);
	});

	it("6. expands too deep, too much, and a single level, whose next link has no token", () => {
		const nested = "accounts?$expand=Account_Tasks($top=1;$expand=owninguser_task)";
		assert.match(isRefused(400, "0x80060888", "GET", nested), /\$top|expand/i);
		const lookups = ["createdby", "modifiedby", "createdonbehalfby", "modifiedonbehalfby", "owninguser", "owningteam"];
		const more = ["owningbusinessunit", "transactioncurrencyid", "primarycontactid", "parentaccountid", "masterid"];
		const rest = ["originatingleadid", "territoryid", "preferredsystemuserid", "defaultpricelevelid", "slaid"];
		const sixteen = [...lookups, ...more, ...rest].map((name) => `${name}($select=createdon)`);
		assert.equal(sixteen.length, 16);
		isRefused(400, "0x8004430d", "GET", `accounts?$select=name&$expand=${sixteen.join(",")}`);
		const [row] = rows("accounts?$select=name&$expand=Account_Tasks($select=subject)&$top=1");
		assert.ok(Array.isArray(row?.Account_Tasks));
		const link = String(row["Account_Tasks@odata.nextLink"]);
		assert.match(link, /Account_Tasks\?\$select=subject$/);
		assert.doesNotMatch(link, /skiptoken/);
	});

	it("7. upserts: to a random id, with both conditions, with the row back", () => {
		const path = "accounts(5a4d0b0c-0000-4000-8000-000000000abc)";
		const body = { name: "By a random id" };
		isRefused(404, "0x80040217", "PATCH", path, { body, headers: { "if-match": "*" } });
		const representation = { body, headers: { prefer: "return=representation" } };
		assert.equal(sandbox.answer("PATCH", path, { body }).status, 204);
		isRefused(412, "0x80040237", "PATCH", path, { body, headers: { "if-none-match": "*" } });
		assert.equal(sandbox.answer("PATCH", path, representation).status, 200);
		assert.equal(sandbox.answer("PATCH", path.replace("abc", "abd"), representation).status, 201);
	});

	it("8. wins, resolves, mixes states, re-opens, and deletes an account with its children", () => {
		const opportunity = `opportunities(${String(first("opportunities?$filter=statecode eq 0&$top=1").opportunityid)})`;
		isRefused(400, "0x80100005", "PATCH", opportunity, { body: { statecode: 1, statuscode: 3 } });
		const incident = `incidents(${String(first("incidents?$filter=statecode eq 0&$top=1").incidentid)})`;
		isRefused(400, "0x80100005", "PATCH", incident, { body: { statecode: 1, statuscode: 5 } });
		// Later: the messages that close them.
		for (const message of ["WinOpportunity", "CloseIncident"]) isRefused(501, "", "POST", message, { body: {} });
		const id = made("accounts", { name: "With children" });
		isRefused(400, "0x80048408", "PATCH", `accounts(${id})`, { body: { statecode: 0, statuscode: 2 } });
		for (const body of [
			{ statecode: 1, statuscode: 2 },
			{ statecode: 0, statuscode: 1 },
		]) {
			assert.equal(sandbox.answer("PATCH", `accounts(${id})`, { body }).status, 204);
		}
		const task = made("tasks", { subject: "Of it", "regardingobjectid_account_task@odata.bind": `/accounts(${id})` });
		const child = made("accounts", { name: "Below", "parentaccountid@odata.bind": `/accounts(${id})` });
		assert.equal(sandbox.answer("DELETE", `accounts(${id})`).status, 204);
		assert.equal(sandbox.answer("GET", `tasks(${task})`).status, 404);
		assert.equal(first(`accounts?$filter=accountid eq ${child}`)._parentaccountid_value, null);
	});

	it("9. makes an e-mail about a record, and finds it among the activities", () => {
		const id = made("accounts", { name: "Written to" });
		const about = { subject: "Offer", "regardingobjectid_account_email@odata.bind": `/accounts(${id})` };
		const email = made("emails", about);
		const found = rows(`activitypointers?$select=subject,activitytypecode&$filter=_regardingobjectid_value eq ${id}`);
		assert.deepEqual(
			found.map(({ activityid, activitytypecode }) => [activityid, activitytypecode]),
			[[email, "email"]],
		);
		// Later: To and Cc.
		const to = { [`partyid_account@odata.bind`]: `/accounts(${id})`, participationtypemask: 2 };
		isRefused(501, "", "POST", "emails", { body: { ...about, email_activity_parties: [to] } });
	});

	it("10. writes an amount without currency, a birth date, and asks for the last days in another zone", () => {
		const back = { headers: { prefer: "return=representation" } };
		const body = { name: "Rich", revenue: 100 };
		const row = sandbox.ok("POST", "accounts?$select=revenue,revenue_base", { ...back, body }) as Row;
		assert.deepEqual([row.revenue, row.revenue_base], [100, 100]);
		assert.equal(typeof row._transactioncurrencyid_value, "string");
		const born = { lastname: "Born", birthdate: "1990-02-28" };
		assert.equal(
			(sandbox.ok("POST", "contacts?$select=birthdate", { ...back, body: born }) as Row).birthdate,
			"1990-02-28",
		);
		// 01:30 on 14 March in Berlin is still 13 March in Los Angeles.
		const made13 = { name: "At the edge", overriddencreatedon: "2026-03-14T00:30:00Z" };
		const id = (sandbox.ok("POST", "accounts?$select=createdon", { ...back, body: made13 }) as Row).accountid;
		const before = sandbox.now;
		sandbox.now = Date.UTC(2026, 2, 14, 12);
		const on = `accounts?$select=name&$filter=accountid eq ${String(id)} and Microsoft.Dynamics.CRM.Today(PropertyName='createdon')`;
		assert.equal(rows(on).length, 1);
		assert.equal(rows(on, { headers: { mscrmcallerid: secondUser.id } }).length, 0);
		sandbox.now = before;
	});

	it("11. reads a choice from the definitions, and the rows that WhoAmI names", () => {
		const type = "Microsoft.Dynamics.CRM.PicklistAttributeMetadata";
		const column = `EntityDefinitions(LogicalName='account')/Attributes(LogicalName='industrycode')/${type}`;
		const { OptionSet } = sandbox.ok("GET", `${column}?$select=LogicalName&$expand=OptionSet`) as {
			readonly OptionSet: { readonly Options: readonly { readonly Value: number }[] };
		};
		assert.equal(OptionSet.Options.length, 33);
		const me = sandbox.ok("GET", "WhoAmI") as Row;
		assert.deepEqual(
			[me.UserId, me.BusinessUnitId, me.OrganizationId],
			[adminUser.id, rootBusinessUnit.id, organization.id],
		);
		assert.equal(
			first(`systemusers?$filter=systemuserid eq ${adminUser.id}`)._businessunitid_value,
			rootBusinessUnit.id,
		);
		assert.equal(rows(`teams?$filter=_businessunitid_value eq ${rootBusinessUnit.id} and isdefault eq true`).length, 1);
		assert.equal(rows(`businessunits?$filter=businessunitid eq ${rootBusinessUnit.id}`).length, 1);
		isRefused(405, "", "POST", "WhoAmI");
	});

	it("12. sends a change set whose third part fails: nothing of it stays", () => {
		for (const [prefer, outer] of [
			[{}, 400],
			[{ prefer: "odata.continue-on-error" }, 200],
		] as const) {
			const answer = sandbox.answer("POST", "$batch", {
				body: failingChangeSet(),
				headers: { "content-type": "multipart/mixed; boundary=b", ...prefer },
			});
			assert.equal(answer.status, outer);
			assert.match(answer.text, /HTTP\/1\.1 400 Bad Request/);
			assert.equal(rows("accounts?$filter=startswith(name,'Part of a set')").length, 0);
		}
	});
});

function failingChangeSet(): string {
	const parts = [1, 2, 3].flatMap((number) => [
		"--c",
		"Content-Type: application/http",
		"Content-Transfer-Encoding: binary",
		`Content-ID: ${number}`,
		"",
		"POST /api/data/v9.2/accounts HTTP/1.1",
		"Content-Type: application/json",
		"",
		JSON.stringify({ name: `Part of a set ${number}`, ...(number === 3 && { nosuchcolumn: 1 }) }),
	]);
	return ["--b", "Content-Type: multipart/mixed; boundary=c", "", ...parts, "--c--", "--b--", ""].join("\r\n");
}
