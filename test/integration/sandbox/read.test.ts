import assert from "node:assert/strict";
import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { ids, root, smallOffice, withoutEtags } from "../../support/sandbox/smallOffice.ts";

/** A path, and the JSON without versions that answers it; `@odata.context` without the service root before it. */
type Answered = readonly [path: string, context: string, json: Readonly<Record<string, unknown>>];

const account = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({ accountid: id, ...more });
const contact = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({ contactid: id, ...more });

const answered: readonly Answered[] = [
	// Sets and their options
	[
		"accounts?$select=name",
		"accounts(name)",
		{
			value: [
				account(ids.contoso, { name: 'Contoso "Größe"' }),
				account(ids.fabrikam, { name: "Fabrikam" }),
				account(ids.nameless, { name: null }),
			],
		},
	],
	["accounts?$select=accountid&$top=1", "accounts(accountid)", { value: [account(ids.contoso)] }],
	["accounts?$select=accountid&$top=0", "accounts(accountid)", { value: [] }],
	[
		"accounts?$select=accountid&$orderby=name desc",
		"accounts(accountid)",
		{ value: [account(ids.fabrikam), account(ids.contoso), account(ids.nameless)] },
	],
	[
		"accounts?$select=accountid&$filter=name eq 'FABRIKAM'&$count=true",
		"accounts(accountid)",
		{ "@odata.count": 1, value: [account(ids.fabrikam)] },
	],
	[
		"accounts?$select=accountid&$filter=name eq @p&@p='Fabrikam'",
		"accounts(accountid)",
		{ value: [account(ids.fabrikam)] },
	],
	[
		"contacts?$select=contactid&mine=1&$filter=fullname eq 'Nobody''s'&top=0",
		"contacts(contactid)",
		{ value: [contact(ids.orphan)] },
	],
	// What the service adds to what is selected
	[
		"accounts?$select=revenue,name,revenue&$top=1",
		"accounts(revenue,name)",
		{
			value: [
				account(ids.contoso, { revenue: 20000, name: 'Contoso "Größe"', _transactioncurrencyid_value: ids.dollar }),
			],
		},
	],
	[
		"systemusers?$select=firstname&$top=1",
		"systemusers(firstname)",
		{ value: [{ firstname: "Alex", systemuserid: ids.admin, ownerid: ids.admin }] },
	],
	[
		"teams?$select=ownerid,name&$top=1",
		"teams(ownerid,name)",
		{ value: [{ name: "Sandbox", teamid: ids.team, ownerid: ids.team }] },
	],
	// Values
	[
		`accounts(${ids.contoso})?$select=numberofemployees,creditonhold,industrycode,createdon,_ownerid_value,address1_latitude,description,telephone1`,
		"accounts(numberofemployees,creditonhold,industrycode,createdon,_ownerid_value,address1_latitude,description,telephone1)/$entity",
		account(ids.contoso, {
			numberofemployees: 1234,
			creditonhold: true,
			industrycode: 4,
			createdon: "2023-04-07T21:59:01Z",
			_ownerid_value: ids.admin,
			address1_latitude: 47.5,
			description: "one\ntwo",
			telephone1: null,
		}),
	],
	[
		`contacts(${ids.yvonne})?$select=birthdate`,
		"contacts(birthdate)/$entity",
		contact(ids.yvonne, { birthdate: "1980-02-29" }),
	],
	// Paths
	[`accounts(${ids.contoso.toUpperCase()})?$select=accountid`, "accounts(accountid)/$entity", account(ids.contoso)],
	[`accounts(accountid=${ids.contoso})?$select=accountid`, "accounts(accountid)/$entity", account(ids.contoso)],
	["accounts(accountnumber='a-1')?$select=accountid", "accounts(accountid)/$entity", account(ids.contoso)],
	[`accounts(${ids.contoso})/numberofemployees`, `accounts(${ids.contoso})/numberofemployees`, { value: 1234 }],
	[`accounts(${ids.contoso})/_ownerid_value`, `accounts(${ids.contoso})/_ownerid_value`, { value: ids.admin }],
	[
		`accounts(${ids.contoso})/primarycontactid?$select=fullname`,
		"contacts(fullname)/$entity",
		contact(ids.yvonne, { fullname: "Yvonne McKay" }),
	],
	[
		`contacts(${ids.orphan})/parentcustomerid_contact/parentcustomerid_account/contact_customer_accounts(${ids.susanna})?$select=fullname`,
		"contacts(fullname)/$entity",
		contact(ids.susanna, { fullname: "Susanna Stubberod" }),
	],
	[
		`accounts(${ids.fabrikam})/ownerid?$select=name`,
		"teams(name)/$entity",
		{ name: "Sandbox", teamid: ids.team, ownerid: ids.team },
	],
	[
		`accounts(${ids.contoso})/contact_customer_accounts?$select=contactid&$orderby=fullname&$filter=contains(fullname,'s')`,
		"contacts(contactid)",
		{ value: [contact(ids.susanna)] },
	],
	[
		`accounts(${ids.contoso})/accountleads_association?$select=fullname`,
		"leads(fullname)",
		{ value: [{ fullname: "Lee Lead", leadid: ids.lead }] },
	],
	[
		`leads(${ids.lead})/accountleads_association?$select=accountid&$count=true`,
		"accounts(accountid)",
		{ "@odata.count": 1, value: [account(ids.contoso)] },
	],
	// References
	[`accounts(${ids.contoso})/primarycontactid/$ref`, "$ref", { "@odata.id": `${root}contacts(${ids.yvonne})` }],
	[
		`accounts(${ids.contoso})/Account_Tasks/$ref`,
		"Collection($ref)",
		{
			value: [{ "@odata.id": `${root}tasks(${ids.firstTask})` }, { "@odata.id": `${root}tasks(${ids.secondTask})` }],
		},
	],
];

/** A path, then how it is refused: status, code and a part of the sentence. */
type Refused = readonly [path: string, status: number, code: string, says: string];

const refused: readonly Refused[] = [
	["Account", 404, "0x8006088a", "Resource not found for the segment 'Account'."],
	["account", 404, "0x8006088a", "'account'"],
	[
		"accounts?$select=Name",
		400,
		"0x80060888",
		"Could not find a property named 'Name' on type 'Microsoft.Dynamics.CRM.account'.",
	],
	["accounts?$select=primarycontactid", 400, "0x80060888", "'primarycontactid'"],
	["accounts?$select=owneridname", 400, "0x80060888", "'owneridname'"],
	["accounts?$select=name/first", 400, "0x80060888", "'name/first'"],
	["accounts?$skip=1", 400, "0x80060888", "The query parameter $skip is not supported"],
	["accounts?$search=a", 400, "0x80060888", "The query parameter $search is not supported"],
	["accounts?$format=json", 400, "0x80060888", "The query parameter $format is not supported"],
	["accounts?$compute=revenue as r", 400, "0x80060888", "The query parameter $compute is not supported"],
	["accounts?$unknown=1", 400, "0x80060888", "The query parameter $unknown is not supported"],
	["accounts?$Select=name", 400, "0x80060888", "The query parameter $Select is not supported"],
	["accounts?fetchXml=%3Cfetch/%3E", 501, "", "fetchXml is not in the sandbox yet"],
	[`accounts?savedQuery=${ids.contoso}`, 501, "", "savedQuery is not in the sandbox yet"],
	[`accounts?userQuery=${ids.contoso}`, 501, "", "userQuery is not in the sandbox yet"],
	["accounts?$apply=aggregate($count as n)", 501, "", "$apply is not in the sandbox yet"],
	["accounts?$skiptoken=2", 400, "0x80040201", "paging cookie"],
	[`accounts(${ids.lead})`, 404, "0x80040217", `account With Id = ${ids.lead} Does Not Exist`],
	[`accounts(accountid=${ids.lead})`, 404, "0x80040217", `account With Id = ${ids.lead} Does Not Exist`],
	["accounts(accountnumber='A-2')", 404, "0x80060891", "does not exist in account entity"],
	["accounts(description='a')", 400, "0x80060890", "key"],
	["accounts()", 404, "0x8006088a", "'accounts'"],
	["accounts/Microsoft.Dynamics.CRM.account", 501, "", "is not in the sandbox yet"],
	[`accounts(${ids.contoso})?$top=1`, 400, "0x80060888", "not a collection"],
	[`accounts(${ids.contoso})?$filter=name eq 'a'`, 400, "0x80060888", "not a collection"],
	[`accounts(${ids.contoso})/Name`, 404, "0x8006088a", "'Name'"],
	[`accounts(${ids.contoso})/name/$ref`, 404, "0x8006088a", "'$ref'"],
	[`accounts(${ids.contoso})/$value`, 400, "0x80060888", "no raw value"],
	[`accounts(${ids.contoso})/contact_customer_accounts(${ids.orphan})`, 404, "0x80040217", "contact With Id"],
	["accounts/name", 400, "0x80060888", "refers to a collection"],
	["accounts/$value", 404, "0x8006088a", "'$value'"],
];

/** A path and the text that answers it, a byte order mark shown as ^. */
const texts: readonly (readonly [path: string, text: string])[] = [
	["accounts/$count", "^3"],
	["accounts/$count?$filter=statecode eq 0", "^2"],
	[`accounts(${ids.contoso})/contact_customer_accounts/$count`, "^2"],
	[`accounts(${ids.contoso})/name/$value`, 'Contoso "Größe"'],
	[`accounts(${ids.contoso})/numberofemployees/$value`, "1234"],
	[`accounts(${ids.contoso})/creditonhold/$value`, "true"],
	[`contacts(${ids.yvonne})/parentcustomerid_account/createdon/$value`, "2023-04-07T21:59:01Z"],
];

/** Paths to what has no value: 204 and nothing else. */
const empty: readonly string[] = [
	`accounts(${ids.fabrikam})/telephone1`,
	`accounts(${ids.fabrikam})/telephone1/$value`,
	`accounts(${ids.fabrikam})/primarycontactid`,
	`accounts(${ids.fabrikam})/primarycontactid/$ref`,
	`contacts(${ids.yvonne})/parentcustomerid_contact`,
];

describe("Reading from the sandbox", () => {
	let sandbox: SandboxInMemory;
	before(() => {
		sandbox = smallOffice();
	});
	after(() => {
		sandbox.close();
	});

	for (const [path, context, json] of answered) {
		it(`answers ${path}`, () => {
			const found = sandbox.ok("GET", path);
			assert.deepEqual(withoutEtags(found), { "@odata.context": `${root}$metadata#${context}`, ...json });
		});
	}
	for (const [path, status, code, says] of refused) {
		it(`refuses ${path}`, () => {
			const refusal = sandbox.refused("GET", path);
			assert.deepEqual([refusal.status, refusal.code], [status, code], refusal.message);
			assert.ok(refusal.message.includes(says), refusal.message);
		});
	}
	for (const [path, text] of texts) {
		it(`answers ${path} with text`, () => {
			const found = sandbox.answer("GET", path);
			assert.equal(found.headers.get("content-type"), "text/plain");
			assert.equal(found.text.replace("\ufeff", "^"), text);
		});
	}
	for (const path of empty) {
		it(`has nothing at ${path}`, () => {
			const { status, text } = sandbox.answer("GET", path);
			assert.deepEqual([status, text], [204, ""]);
		});
	}

	it("writes properties in the order in which they were selected, the key at the end", () => {
		const { text } = sandbox.answer("GET", `accounts(${ids.contoso})?$select=statecode,name,revenue`);
		const order = [...text.matchAll(/"([\w@.]+)":/g)].map(([, name]) => name);
		const added = ["_transactioncurrencyid_value", "accountid"];
		assert.deepEqual(order, ["@odata.context", "@odata.etag", "statecode", "name", "revenue", ...added]);
	});

	it("writes money and decimals with a point", () => {
		const { text } = sandbox.answer("GET", `accounts(${ids.contoso})?$select=revenue,exchangerate`);
		assert.match(text, /"revenue":20000\.0,"exchangerate":1\.1,/);
	});

	it("answers all readable columns where nothing is selected, and no other", () => {
		const table = sandbox.service.schema.table("account");
		const readable = [...(table?.properties.values() ?? [])].filter(({ validForRead }) => validForRead);
		const row = sandbox.ok("GET", `accounts(${ids.contoso})`) as Readonly<Record<string, unknown>>;
		const names = Object.keys(row).filter((name) => !name.startsWith("@"));
		assert.deepEqual(names.sort(), readable.map(({ propertyName }) => propertyName).sort());
	});

	it("gives a record the version that its set shows, in the body and as a header", () => {
		const set = sandbox.ok("GET", "accounts?$select=name&$top=1") as {
			readonly value: readonly [{ "@odata.etag": string }];
		};
		const [{ "@odata.etag": etag }] = set.value;
		const one = sandbox.answer("GET", `accounts(${ids.contoso})?$select=name`);
		assert.match(etag, /^W\/"\d+"$/);
		assert.equal(one.headers.get("etag"), etag);
		assert.ok(one.text.includes(`"@odata.etag":${JSON.stringify(etag)}`));
	});
});

/** Query and headers with `If-None-Match` of the version that is there, and the status. */
const conditional: readonly (readonly [query: string, headers: Readonly<Record<string, string>>, status: number])[] = [
	["$select=name", {}, 304],
	["$select=name", { "if-none-match": 'W/"1"' }, 200],
	["$select=name", { "if-none-match": "null" }, 200],
	["$select=name", { prefer: 'odata.include-annotations="*"' }, 200],
	["$select=name&$expand=primarycontactid($select=fullname)", {}, 200],
];

describe("A record that the client has already", () => {
	for (const [query, headers, status] of conditional) {
		it(`is answered ${status} for ${query} ${JSON.stringify(headers)}`, () => {
			const sandbox = smallOffice();
			const path = `accounts(${ids.contoso})?${query}`;
			const etag = sandbox.answer("GET", path).headers.get("etag") ?? "";
			const answer = sandbox.answer("GET", path, { headers: { "if-none-match": etag, ...headers } });
			assert.equal(answer.status, status, answer.text);
			assert.equal(answer.text === "", status === 304);
			sandbox.close();
		});
	}
});
