import assert from "node:assert/strict";
import { putRows } from "../../support/sandbox/putRows.ts";
import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { ids, root, smallOffice } from "../../support/sandbox/smallOffice.ts";
import { secondUser } from "../../../src/sandbox/service/identity.ts";

const formatted = "OData.Community.Display.V1.FormattedValue";
const navigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";
const target = "Microsoft.Dynamics.CRM.lookuplogicalname";

/** A record's property, and its formatted value for the administrator (en-US, Berlin). */
const values: readonly (readonly [record: string, property: string, text: string | undefined])[] = [
	[`accounts(${ids.contoso})`, "statecode", "Active"],
	[`accounts(${ids.contoso})`, "statuscode", "Active"],
	[`accounts(${ids.contoso})`, "industrycode", "Brokers"],
	[`accounts(${ids.contoso})`, "creditonhold", "Yes"],
	[`accounts(${ids.fabrikam})`, "creditonhold", "No"],
	[`accounts(${ids.contoso})`, "numberofemployees", "1,234"],
	[`accounts(${ids.contoso})`, "revenue", "$20,000.00"],
	[`accounts(${ids.contoso})`, "revenue_base", "€18,000.50"],
	[`accounts(${ids.fabrikam})`, "revenue", "(€5.50)"],
	[`accounts(${ids.contoso})`, "address1_latitude", "47.50000"],
	[`accounts(${ids.contoso})`, "createdon", "4/7/2023 11:59 PM"],
	[`accounts(${ids.contoso})`, "_primarycontactid_value", "Yvonne McKay"],
	[`accounts(${ids.contoso})`, "_ownerid_value", "Alex Admin"],
	[`accounts(${ids.fabrikam})`, "_ownerid_value", "Sandbox"],
	[`accounts(${ids.contoso})`, "_transactioncurrencyid_value", "US Dollar"],
	[`contacts(${ids.yvonne})`, "birthdate", "2/29/1980"],
	[`contacts(${ids.yvonne})`, "_parentcustomerid_value", 'Contoso "Größe"'],
	[`annotations(${ids.note})`, "objecttypecode", "Account"],
	[`accounts(${ids.contoso})`, "_createdby_value", "Alex Admin"],
	[`accounts(${ids.contoso})`, "_owninguser_value", undefined],
	// Texts, ids, nulls and lookups to records that are gone have none
	[`accounts(${ids.contoso})`, "name", undefined],
	[`accounts(${ids.contoso})`, "accountid", undefined],
	[`accounts(${ids.contoso})`, "telephone1", undefined],
	[`accounts(${ids.nameless})`, "statuscode", undefined],
	[`accounts(${ids.nameless})`, "_primarycontactid_value", undefined],
];

/** What `odata.include-annotations` asks for, and the annotations that a lookup to an account then has. */
const patterns: readonly (readonly [wanted: string, terms: readonly string[]])[] = [
	["*", [formatted, navigation, target]],
	[formatted, [formatted]],
	["OData.Community.Display.V1.*", [formatted]],
	["Microsoft.Dynamics.CRM.*", [navigation, target]],
	[`${navigation},${target}`, [navigation, target]],
	["*,-Microsoft.*", [formatted]],
	[`*,-${target}`, [formatted, navigation]],
	["-*", []],
	["Other.*", []],
];

/** A lookup, the navigation property that leads to its record, and the table of that. */
const lookups: readonly (readonly [record: string, property: string, navigation: string | undefined, table: string])[] =
	[
		[`contacts(${ids.yvonne})`, "_parentcustomerid_value", "parentcustomerid_account", "account"],
		[`contacts(${ids.orphan})`, "_parentcustomerid_value", "parentcustomerid_contact", "contact"],
		[`accounts(${ids.contoso})`, "_ownerid_value", "ownerid", "systemuser"],
		[`accounts(${ids.fabrikam})`, "_ownerid_value", "ownerid", "team"],
		[`accounts(${ids.contoso})`, "_primarycontactid_value", "primarycontactid", "contact"],
		[`tasks(${ids.firstTask})`, "_regardingobjectid_value", "regardingobjectid_account_task", "account"],
		[`annotations(${ids.note})`, "_objectid_value", "objectid_account", "account"],
		[`accounts(${ids.contoso})`, "_createdby_value", undefined, "systemuser"],
		[`accounts(${ids.contoso})`, "_owninguser_value", undefined, "systemuser"],
	];

type Json = Readonly<Record<string, unknown>>;

describe("Annotations of rows", () => {
	let sandbox: SandboxInMemory;
	before(() => {
		sandbox = smallOffice();
	});
	after(() => {
		sandbox.close();
	});
	const read = (path: string, wanted: string): Json =>
		sandbox.ok("GET", path, { headers: { prefer: `odata.include-annotations="${wanted}"` } }) as Json;

	for (const [record, property, text] of values) {
		it(`format ${property} as ${text}`, () => {
			const row = read(`${record}?$select=${property}`, formatted);
			assert.equal(row[`${property}@${formatted}`], text);
		});
	}
	for (const [wanted, terms] of patterns) {
		it(`are those that ${wanted} asks for`, () => {
			const property = "_parentcustomerid_value";
			const row = read(`contacts(${ids.yvonne})?$select=${property}`, wanted);
			const found = Object.keys(row).filter((name) => name.startsWith(`${property}@`));
			assert.deepEqual(
				found,
				terms.map((term) => `${property}@${term}`),
			);
		});
	}
	for (const [record, property, name, table] of lookups) {
		it(`lead from ${property} by ${name} to ${table}`, () => {
			const row = read(`${record}?$select=${property}`, "*");
			assert.deepEqual([row[`${property}@${navigation}`], row[`${property}@${target}`]], [name, table]);
		});
	}

	it("stand before their value, also in expanded records", () => {
		const path = `tasks?$select=activityid&$filter=subject eq 'Call'&$expand=regardingobjectid_account_task($select=statecode)`;
		const { text } = sandbox.answer("GET", path, { headers: { prefer: 'odata.include-annotations="*"' } });
		assert.ok(text.includes(`"statecode@${formatted}":"Active","statecode":0,`), text);
	});

	it("follow the formats and the time zone of the user that the request acts for", () => {
		const headers = { prefer: `odata.include-annotations="*"`, mscrmcallerid: secondUser.id };
		const row = sandbox.ok("GET", `accounts(${ids.contoso})?$select=createdon`, { headers }) as Json;
		assert.equal(row[`createdon@${formatted}`], "4/7/2023 2:59 PM");
	});

	it("name the labels of several choices", () => {
		putRows(sandbox, "appaction", [{ appactionid: ids.lead, clienttype: "0,1,77" }]);
		const row = read(`appactions(${ids.lead})?$select=clienttype`, "*");
		assert.deepEqual([row.clienttype, row[`clienttype@${formatted}`]], ["0,1,77", "Browser; Mobile; 77"]);
	});
});

/** Query, patterns, and the members of the answer before its rows. */
const heads: readonly (readonly [query: string, wanted: string, head: Json])[] = [
	["$select=name", "", {}],
	["$select=name&$count=true", "", { "@odata.count": 3 }],
	[
		"$select=name",
		"*",
		{
			"@Microsoft.Dynamics.CRM.totalrecordcount": -1,
			"@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": false,
			"@Microsoft.Dynamics.CRM.globalmetadataversion": "1",
		},
	],
	[
		"$select=name&$count=true&$top=1",
		"Microsoft.Dynamics.CRM.totalrecordcount*",
		{
			"@odata.count": 3,
			"@Microsoft.Dynamics.CRM.totalrecordcount": 3,
			"@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": false,
		},
	],
];

describe("Annotations of an answer", () => {
	for (const [query, wanted, head] of heads) {
		it(`for ${query} and ${wanted === "" ? "none" : wanted}`, () => {
			const sandbox = smallOffice();
			const headers = wanted === "" ? {} : { prefer: `odata.include-annotations="${wanted}"` };
			const json = sandbox.ok("GET", `accounts?${query}`, { headers }) as Json;
			const { "@odata.context": context, value: _rows, ...found } = json;
			assert.equal(context, `${root}$metadata#accounts(name)`);
			assert.deepEqual(found, head);
			sandbox.close();
		});
	}

	it("counts to 5,000 and says that there are more", () => {
		const sandbox = smallOffice();
		const row = (index: number) => `${index.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
		sandbox.database.transaction(() => {
			const leads = Array.from({ length: 5000 }, (_, index) => ({ leadid: row(index) }));
			putRows(sandbox, "lead", leads);
		});
		const headers = { prefer: 'odata.include-annotations="*",odata.maxpagesize=2' };
		const json = sandbox.ok("GET", "leads?$select=leadid&$count=true", { headers }) as Json;
		assert.equal(json["@odata.count"], 5000);
		assert.equal(json["@Microsoft.Dynamics.CRM.totalrecordcount"], 5000);
		assert.equal(json["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"], true);
		assert.equal(sandbox.answer("GET", "leads/$count").text, "\ufeff5000");
		sandbox.close();
	});
});

/** What `Accept` asks for: the media type of the answer, and the members of the first account. */
const levels: readonly (readonly [accept: string, level: string, first: Json])[] = [
	["application/json", "minimal", { "@odata.etag": "etag", name: "Fabrikam", accountid: ids.fabrikam }],
	["application/json;odata.metadata=none", "none", { name: "Fabrikam", accountid: ids.fabrikam }],
	[
		"application/json; odata.metadata=full",
		"full",
		{
			"@odata.type": "#Microsoft.Dynamics.CRM.account",
			"@odata.id": `${root}accounts(${ids.fabrikam})`,
			"@odata.etag": "etag",
			"@odata.editLink": `accounts(${ids.fabrikam})`,
			name: "Fabrikam",
			"accountid@odata.type": "#Guid",
			accountid: ids.fabrikam,
		},
	],
];

describe("Levels of metadata", () => {
	for (const [accept, level, first] of levels) {
		it(`gives ${level} for ${accept}`, () => {
			const sandbox = smallOffice();
			const path = "accounts?$select=name&$filter=name eq 'Fabrikam'";
			const answer = sandbox.answer("GET", path, { headers: { accept } });
			assert.equal(answer.headers.get("content-type"), `application/json; odata.metadata=${level}`);
			const json = JSON.parse(answer.text.replace(/W\/\\"\d+\\"/g, "etag")) as { readonly value: readonly Json[] };
			assert.equal("@odata.context" in json, level !== "none");
			assert.deepEqual(json.value, [first]);
			sandbox.close();
		});
	}
});
