import assert from "node:assert/strict";
import { putRows } from "../../support/sandbox/putRows.ts";
import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { ids, root, smallOffice } from "../../support/sandbox/smallOffice.ts";
import { guid } from "../../support/sandbox/writeCases.ts";

/** A path, its context, and the JSON of its rows with versions as "etag": where they stand is part of the rule. */
type Expanded = readonly [path: string, context: string, rows: unknown, prefer?: string];

const etag = { "@odata.etag": "etag" };
const yvonne = { fullname: "Yvonne McKay", contactid: ids.yvonne };
const susanna = { fullname: "Susanna Stubberod", contactid: ids.susanna };
const tasks = [
	{ ...etag, subject: "Call", _regardingobjectid_value: ids.contoso, activityid: ids.firstTask },
	{ ...etag, subject: "Write", _regardingobjectid_value: ids.contoso, activityid: ids.secondTask },
];
const admin = { fullname: "Alex Admin", systemuserid: ids.admin, ownerid: ids.admin };
const account = (id: string, more: Readonly<Record<string, unknown>>) => ({ ...etag, accountid: id, ...more });
const link = (name: string, rest: string) => ({
	[`${name}@odata.nextLink`]: `${root}accounts(${ids.contoso})/${name}${rest}`,
});
const onlyContoso = `$filter=accountid eq ${ids.contoso}`;

const expanded: readonly Expanded[] = [
	// Lookups: no version in a set, one in a record
	[
		"accounts?$select=accountid&$expand=primarycontactid($select=fullname)",
		"accounts(accountid,primarycontactid(fullname))",
		[
			account(ids.contoso, { primarycontactid: yvonne }),
			account(ids.fabrikam, { primarycontactid: null }),
			account(ids.nameless, { primarycontactid: null }),
		],
	],
	[
		`accounts(${ids.contoso})?$select=accountid&$expand=primarycontactid($select=fullname)`,
		"accounts(accountid,primarycontactid(fullname))/$entity",
		account(ids.contoso, { primarycontactid: { ...etag, ...yvonne } }),
	],
	[
		"accounts?$select=accountid&$expand=primarycontactid($select=fullname;$filter=fullname eq 'Nobody')&$top=1",
		"accounts(accountid,primarycontactid(fullname))",
		[account(ids.contoso, { primarycontactid: null })],
	],
	[
		"contacts?$select=contactid&$expand=parentcustomerid_account($select=accountid),parentcustomerid_contact($select=fullname)&$orderby=fullname&$top=2",
		"contacts(contactid,parentcustomerid_account(accountid),parentcustomerid_contact(fullname))",
		[
			{ ...etag, contactid: ids.orphan, parentcustomerid_account: null, parentcustomerid_contact: yvonne },
			{
				...etag,
				contactid: ids.susanna,
				parentcustomerid_account: { accountid: ids.contoso },
				parentcustomerid_contact: null,
			},
		],
	],
	[
		`tasks?$select=subject&$expand=regardingobjectid_account_task($select=accountid;$expand=primarycontactid($select=fullname)),createdby_task($select=fullname)&$orderby=subject`,
		"tasks(subject,regardingobjectid_account_task(accountid,primarycontactid(fullname)),createdby_task(fullname))",
		[
			{
				...etag,
				subject: "Call",
				activityid: ids.firstTask,
				regardingobjectid_account_task: { accountid: ids.contoso, primarycontactid: yvonne },
				createdby_task: admin,
			},
			{
				...etag,
				subject: "Write",
				activityid: ids.secondTask,
				regardingobjectid_account_task: { accountid: ids.contoso, primarycontactid: yvonne },
				createdby_task: null,
			},
		],
	],
	[
		"accounts?$select=accountid&$expand=ownerid($select=ownerid)&$top=2",
		"accounts(accountid,ownerid(ownerid))",
		[
			account(ids.contoso, { ownerid: { "@odata.type": "#Microsoft.Dynamics.CRM.systemuser", ownerid: ids.admin } }),
			account(ids.fabrikam, { ownerid: { "@odata.type": "#Microsoft.Dynamics.CRM.team", ownerid: ids.team } }),
		],
	],
	[
		"accounts?$select=accountid&$expand=primarycontactid/$ref&$top=2",
		"accounts(accountid,primarycontactid,primarycontactid/$ref())",
		[
			account(ids.contoso, {
				_primarycontactid_value: ids.yvonne,
				primarycontactid: { "@odata.id": `${root}contacts(${ids.yvonne})` },
			}),
			account(ids.fabrikam, { _primarycontactid_value: null, primarycontactid: null }),
		],
	],
	// Collections on one level: always a link, without a position; the lookup to the parent comes along
	[
		`accounts?$select=accountid&${onlyContoso}&$expand=Account_Tasks($select=subject)`,
		"accounts(accountid,Account_Tasks(subject))",
		[account(ids.contoso, { Account_Tasks: tasks, ...link("Account_Tasks", "?$select=subject") })],
	],
	[
		`accounts?$select=accountid&${onlyContoso}&$expand=Account_Tasks($select=subject;$orderby=subject desc;$top=1)`,
		"accounts(accountid,Account_Tasks(subject))",
		[
			account(ids.contoso, {
				Account_Tasks: tasks.slice(1),
				...link("Account_Tasks", "?$select=subject&$orderby=subject desc&$top=1"),
			}),
		],
		"odata.maxpagesize=1",
	],
	[
		`accounts?$select=accountid&${onlyContoso}&$expand=Account_Tasks($select=subject;$filter=subject eq 'CALL')`,
		"accounts(accountid,Account_Tasks(subject))",
		[
			account(ids.contoso, {
				Account_Tasks: tasks.slice(0, 1),
				...link("Account_Tasks", "?$select=subject&$filter=subject eq 'CALL'"),
			}),
		],
	],
	[
		`accounts(${ids.contoso})?$select=accountid&$expand=contact_customer_accounts($select=fullname)`,
		"accounts(accountid,contact_customer_accounts(fullname))/$entity",
		account(ids.contoso, {
			contact_customer_accounts: [
				{ ...etag, ...yvonne },
				{ ...etag, ...susanna },
			],
		}),
	],
	[
		`accounts?$select=accountid&${onlyContoso}&$expand=accountleads_association($select=fullname)`,
		"accounts(accountid,accountleads_association(fullname))",
		[
			account(ids.contoso, {
				accountleads_association: [{ ...etag, fullname: "Lee Lead", leadid: ids.lead }],
				...link("accountleads_association", "?$select=fullname"),
			}),
		],
	],
	// Nested: no versions and no lookups within, and pages where a page size is asked for
	[
		`accounts?$select=accountid&${onlyContoso}&$expand=contact_customer_accounts($select=fullname;$expand=owninguser($select=fullname)),Account_Tasks($select=subject)`,
		"accounts(accountid,contact_customer_accounts(fullname,owninguser(fullname)),Account_Tasks(subject))",
		[
			account(ids.contoso, {
				contact_customer_accounts: [
					{ ...yvonne, owninguser: null },
					{ ...susanna, owninguser: null },
				],
				Account_Tasks: [
					{ subject: "Call", activityid: ids.firstTask },
					{ subject: "Write", activityid: ids.secondTask },
				],
			}),
		],
	],
	[
		"accounts?$select=accountid&$expand=createdby($select=fullname),createdby&$top=1",
		"accounts(accountid,createdby(fullname))",
		[account(ids.contoso, { createdby: admin })],
	],
];

/** What stands behind `accounts?$expand=` and a part of the refusal. All are 400 with the code of a bad query. */
const refused: readonly (readonly [expand: string, says: string, code?: string])[] = [
	["name", "Property 'name' on type 'Microsoft.Dynamics.CRM.account' is not a navigation property"],
	["PrimaryContactId", "Could not find a property named 'PrimaryContactId'"],
	["primarycontactid($select=FullName)", "'FullName' on type 'Microsoft.Dynamics.CRM.contact'"],
	["primarycontactid($orderby=fullname)", "Only $select and $filter clause"],
	["primarycontactid($top=1)", "Only $select and $filter clause"],
	["contact_customer_accounts($top=1;$expand=owninguser)", "Only $select and $filter clause"],
	[
		"contact_customer_accounts($orderby=fullname),primarycontactid($expand=owninguser)",
		"Only $select and $filter clause",
	],
	["contact_customer_accounts/$ref", "Expand with $ref is only supported on lookup type navigation property."],
	["contact_customer_accounts($skip=1)", "$skip is not supported"],
	["contact_customer_accounts($count=true)", "$count is not supported"],
	["contact_customer_accounts($search=a)", "$search is not supported"],
	["parentaccountid($levels=2)", "$levels is not supported"],
	["contact_customer_accounts/$count", "cannot be expanded"],
	["*", "cannot be expanded"],
	["ownerid($select=fullname)", "'fullname' on type 'Microsoft.Dynamics.CRM.principal'"],
	["accountleads_association,primarycontactid", "many-to-many"],
	["accountleads_association($expand=createdby)", "many-to-many"],
	["primarycontactid($expand=contactleads_association)", "many-to-many"],
	["contact_customer_accounts($filter=fullname eq @p)&@p='a'", "@p"],
	[Array.from({ length: 16 }, () => "createdby").join(","), "16 exceed limit 15", "0x8004430d"],
];

describe("$expand in the sandbox", () => {
	let sandbox: SandboxInMemory;
	before(() => {
		sandbox = smallOffice();
	});
	after(() => {
		sandbox.close();
	});

	for (const [path, context, rows, prefer] of expanded) {
		it(`answers ${path}`, () => {
			const { text, status } = sandbox.answer("GET", path, { headers: prefer === undefined ? {} : { prefer } });
			assert.equal(status, 200, text);
			const { "@odata.context": found, ...body } = JSON.parse(text.replace(/W\/\\"\d+\\"/g, "etag")) as Record<
				string,
				unknown
			>;
			assert.equal(found, `${root}$metadata#${context}`);
			assert.deepEqual(Array.isArray(rows) ? body.value : body, rows);
		});
	}
	for (const [expand, says, code = "0x80060888"] of refused) {
		it(`refuses ${expand}`, () => {
			const refusal = sandbox.refused("GET", `accounts?$select=name&$expand=${expand}`);
			assert.deepEqual([refusal.status, refusal.code], [400, code], refusal.message);
			assert.ok(refusal.message.includes(says), refusal.message);
		});
	}

	it("allows fifteen, on all levels together", () => {
		const inner = Array.from({ length: 13 }, () => "createdby").join(",");
		sandbox.ok("GET", `accounts?$select=name&$expand=createdby,primarycontactid($expand=${inner})`);
	});
});

type Collected = Readonly<Record<string, unknown>>;

describe("Collections within rows", () => {
	it("end at 5,000 rows on one level, and go on by their link", () => {
		const sandbox = smallOffice();
		const many = Array.from({ length: 5003 }, (_, index) => ({
			contactid: guid(`f${index.toString(16).padStart(8, "0")}`),
			fullname: `Contact ${index}`,
			parentcustomerid: { table: "account", id: ids.fabrikam },
		}));
		sandbox.database.transaction(() => {
			putRows(sandbox, "contact", many);
		});
		const path = `accounts?$select=name&$filter=accountid eq ${ids.fabrikam}&$expand=contact_customer_accounts($select=contactid)`;
		const { value } = sandbox.ok("GET", path) as { readonly value: readonly [Collected] };
		assert.equal((value[0].contact_customer_accounts as readonly unknown[]).length, 5000);
		const next = value[0]["contact_customer_accounts@odata.nextLink"] as string;
		assert.ok(!next.includes("skiptoken"), next);
		const first = sandbox.ok("GET", next.replace("http://localhost", "")) as { readonly value: readonly unknown[] };
		assert.equal(first.value.length, 5000);
		sandbox.close();
	});

	it("come in pages when there is an $expand within, to the end of each", () => {
		const sandbox = smallOffice();
		putRows(
			sandbox,
			"contact",
			Array.from({ length: 5 }, (_, index) => ({
				contactid: guid(`f${index}`),
				fullname: `Contact ${index}`,
				parentcustomerid: { table: "account", id: ids.contoso },
			})),
		);
		const headers = { prefer: "odata.maxpagesize=2" };
		const path = `accounts?$select=name&$expand=contact_customer_accounts($select=fullname;$expand=owninguser($select=fullname))`;
		const { value } = sandbox.ok("GET", path, { headers }) as { readonly value: readonly Collected[] };
		assert.equal(value.length, 2);
		const [contoso, fabrikam] = value;
		assert.equal(fabrikam?.["contact_customer_accounts@odata.nextLink"], undefined);
		const names = (contoso?.contact_customer_accounts as readonly Collected[]).map(({ fullname }) => fullname);
		let next = contoso?.["contact_customer_accounts@odata.nextLink"] as string | undefined;
		while (next !== undefined) {
			const page: Collected = sandbox.ok("GET", next.replace("http://localhost", ""), { headers }) as Collected;
			for (const row of page.value as readonly Collected[]) {
				assert.ok("owninguser" in row, "the next page is expanded as the first one");
				names.push(row.fullname);
			}
			next = page["@odata.nextLink"] as string | undefined;
		}
		const expected = [
			"Yvonne McKay",
			"Susanna Stubberod",
			...Array.from({ length: 5 }, (_, index) => `Contact ${index}`),
		];
		assert.deepEqual(names.sort(), expected.sort());
		sandbox.close();
	});
});
