/** Filters and orders over a few rows that can be looked through, and the ids that are expected. */
import assert from "node:assert/strict";
import { id, type QueryRig, queryRig } from "../../support/sandbox/queryRig.ts";

const [ada, bob, crew] = [id(1, 9), id(2, 9), id(3, 9)];
const user = (userId: string): { id: string; table: string } => ({ id: userId, table: "systemuser" });
const contact = (number: number): { id: string; table: string } => ({ id: id(number, 2), table: "contact" });
const account = (number: number): { id: string; table: string } => ({ id: id(number), table: "account" });

function fill(rig: QueryRig): void {
	rig.insert("businessunit", [{ businessunitid: id(7, 9), name: "Sandbox" }]);
	rig.insert("systemuser", [
		{ systemuserid: ada, fullname: "Ada", businessunitid: { id: id(7, 9), table: "businessunit" } },
		{ systemuserid: bob, fullname: "bob", parentsystemuserid: user(ada) },
	]);
	rig.insert("team", [{ teamid: crew, name: "Crew" }]);
	const membership = rig.schema.table("systemuser")?.navigation.get("teammembership_association");
	assert.ok(membership?.intersect);
	rig.link(membership.intersect.table, { [membership.column]: ada, [membership.intersect.otherColumn]: crew });
	rig.insert("contact", [
		{ contactid: id(1, 2), firstname: "Ann", lastname: "ann", fullname: "Ann ann", createdby: user(ada) },
		{ contactid: id(2, 2), firstname: "Ben", lastname: "Ox", fullname: "Ben Ox", parentcustomerid: account(1) },
		{ contactid: id(3, 2), lastname: "Cy", birthdate: "2000-02-29", parentcustomerid: contact(1), fullname: "Cy" },
	]);
	rig.insert("account", [
		{
			accountid: id(1),
			name: "Contoso",
			accountnumber: "contoso",
			revenue: 100.5,
			creditlimit: 100.5,
			numberofemployees: 5,
			creditonhold: true,
			createdon: "2026-01-31T13:45:00Z",
			primarycontactid: contact(1),
			ownerid: user(ada),
			owningbusinessunit: { id: id(7, 9), table: "businessunit" },
			description: "Größe",
		},
		{
			accountid: id(2),
			name: "50% O'Neil [x]_*?",
			revenue: 7,
			creditlimit: 8,
			numberofemployees: 2000,
			creditonhold: false,
			createdon: "2026-01-31T13:45:01Z",
			primarycontactid: contact(2),
			parentaccountid: account(1),
			ownerid: user(bob),
		},
		{ accountid: id(3), name: "Éclair", parentaccountid: account(2), ownerid: { id: crew, table: "team" } },
		{ accountid: id(4) },
	]);
	rig.insert("task", [
		{ activityid: id(1, 3), subject: "Call", statecode: 1, regardingobjectid: account(1) },
		{ activityid: id(2, 3), subject: "Visit", statecode: 0, regardingobjectid: account(1) },
		{ activityid: id(3, 3), subject: "Call", statecode: 1, regardingobjectid: account(2) },
		// The same id as the account's, in another table.
		{ activityid: id(4, 3), subject: "Other", regardingobjectid: { id: id(3), table: "contact" } },
	]);
	rig.insert("msdyn_liveworkstream", [
		{ msdyn_liveworkstreamid: id(1, 4), msdyn_allowedpresences: "1,2,10" },
		{ msdyn_liveworkstreamid: id(2, 4), msdyn_allowedpresences: "10" },
		{ msdyn_liveworkstreamid: id(3, 4) },
	]);
	const leads = rig.schema.table("account")?.navigation.get("accountleads_association");
	assert.ok(leads?.intersect);
	rig.insert("lead", [{ leadid: id(1, 5), subject: "Hot" }]);
	rig.link(leads.intersect.table, { [leads.column]: id(2), [leads.intersect.otherColumn]: id(1, 5) });
}

/** Filter or order of accounts -> the last digits of the ids, in order. */
const accounts: readonly (readonly [string, string])[] = [
	["", "1 2 3 4"],

	// Texts: case and accents do not count.
	["$filter=name eq 'contoso'", "1"],
	["$filter=name eq 'ECLAIR'", "3"],
	["$filter=name eq '50% o''neil [X]_*?'", "2"],
	["$filter=name eq ''", ""],
	["$filter=description eq 'GROSSE'", ""],
	["$filter=description eq 'GRÖßE'", "1"],
	["$filter=name gt 'b'", "1 3"],
	["$filter=name le 'contoso'", "1 2"],
	["$filter=name eq accountnumber", "1"],
	["$filter=name ne accountnumber", "2 3"],

	// Null equals nothing and differs from everything; it is neither greater nor less.
	["$filter=name eq null", "4"],
	["$filter=name ne null", "1 2 3"],
	["$filter=name ne 'contoso'", "2 3 4"],
	["$filter=not (name eq 'contoso')", "2 3 4"],
	["$filter=not (name ne 'contoso')", "1"],
	["$filter=revenue gt 7", "1"],
	["$filter=not (revenue gt 7)", "2"],
	["$filter=revenue lt 1 or revenue ge 1", "1 2"],
	["$filter=revenue gt null", ""],
	["$filter=not (revenue gt null)", ""],
	["$filter=not contains(name,'c')", "2 4"],
	["$filter=not (contains(name,'c') or name eq null)", "2"],
	["$filter=not (contains(name,'c') and revenue eq 100.5)", "2 3 4"],

	// Literals of all types.
	["$filter=revenue eq 100.5", "1"],
	["$filter=revenue eq 1005e-1", "1"],
	["$filter=revenue lt 8 and revenue gt -1", "2"],
	["$filter=numberofemployees eq 5", "1"],
	["$filter=numberofemployees eq 5.0", "1"],
	["$filter=numberofemployees gt 99999999999999999999", ""],
	["$filter=creditonhold eq true", "1"],
	["$filter=creditonhold ne true", "2 3 4"],
	["$filter=revenue eq creditlimit", "1"],
	["$filter=revenue lt creditlimit", "2"],
	[`$filter=accountid eq ${id(2)}`, "2"],
	[`$filter=accountid eq '${id(2)}'`, "2"],
	[`$filter=_primarycontactid_value eq ${id(1, 2)}`, "1"],
	["$filter=_primarycontactid_value eq null", "3 4"],
	["$filter=createdon eq 2026-01-31T13:45:00Z", "1"],
	["$filter=createdon eq 2026-01-31T14:45:00+01:00", "1"],
	["$filter=createdon eq 2026-01-31T13:45:00.000Z", "1"],
	["$filter=createdon eq 2026-01-31T13:45:00.5Z", ""],
	["$filter=createdon lt 2026-01-31T13:45:00.5Z", "1"],
	["$filter=createdon gt 2026-01-31T13:45:00.5Z", "2"],
	["$filter=createdon le 2026-01-31T13:45Z", "1"],
	["$filter=createdon ge 2026-01-31", "1 2"],
	["$filter=createdon lt 2026-01-31", ""],

	// Wildcards.
	["$filter=contains(name,'50[%]')", "2"],
	["$filter=contains(name,'0_%o')", "2"],
	["$filter=startswith(name,'c_ntoso')", "1"],
	["$filter=startswith(name,'[a-d]')", "1"],
	["$filter=startswith(name,'[^a-d]')", "2 3"],
	["$filter=startswith(name,'CON')", "1"],
	["$filter=startswith(name,'on')", ""],
	["$filter=startswith(name,'%so')", "1"],
	["$filter=endswith(name,'SO')", "1"],
	["$filter=endswith(name,'[*]?')", "2"],
	["$filter=contains(name,'*')", "2"],
	["$filter=contains(name,'[[]x]')", "2"],
	["$filter=contains(name,'[x')", ""],
	["$filter=contains(name,'')", "1 2 3"],
	["$filter=contains(name,'''')", "2"],
	["$filter=contains(name,null)", ""],
	["$filter=contains(description,'rö')", "1"],

	// Behind lookups.
	["$filter=primarycontactid/lastname eq 'ANN'", "1"],
	["$filter=primarycontactid/lastname ne 'ANN'", "2 3 4"],
	["$filter=primarycontactid/lastname eq null", "3 4"],
	["$filter=primarycontactid/lastname ne null", "1 2"],
	["$filter=primarycontactid/firstname eq primarycontactid/lastname", "1"],
	[`$filter=primarycontactid/contactid eq ${id(2, 2)}`, "2"],
	["$filter=primarycontactid/createdby/fullname eq 'ADA'", "1"],
	["$filter=primarycontactid/createdby/fullname ne 'ADA'", "2 3 4"],
	["$filter=contains(primarycontactid/fullname,'x')", "2"],
	["$filter=not contains(primarycontactid/fullname,'x')", "1 3 4"],
	["$filter=parentaccountid/parentaccountid/name eq 'contoso'", "3"],
	[`$filter=ownerid/ownerid eq ${crew}`, "3"],
	["$filter=owninguser/fullname eq null", "1 2 3 4"],

	// Collections.
	["$filter=Account_Tasks/any()", "1 2"],
	["$filter=not Account_Tasks/any()", "3 4"],
	["$filter=Account_Tasks/any(t:t/statecode eq 0)", "1"],
	["$filter=Account_Tasks/all(t:t/statecode eq 1)", "2 3 4"],
	["$filter=not Account_Tasks/all(t:t/statecode eq 1)", "1"],
	["$filter=Account_Tasks/any(t:t/subject eq 'call' and t/statecode eq 1)", "1 2"],
	["$filter=contact_customer_accounts/any(c:c/firstname eq 'ben' and not c/Contact_Tasks/any())", "1"],
	["$filter=account_parent_account/any(a:a/account_parent_account/any(b:b/name eq 'eclair'))", "1"],
	["$filter=account_parent_account/any(a:a/primarycontactid/firstname eq 'ben')", "1"],
	["$filter=accountleads_association/any(l:l/subject eq 'HOT')", "2"],
	["$filter=accountleads_association/any()", "2"],

	// Aliases; one without a value is null.
	["$filter=name eq @p1&@p1='contoso'", "1"],
	["$filter=name eq @p1", "4"],
	["$filter=@f&@f=name eq null", "4"],
	["$filter=revenue gt @min and name ne @n&@min=@other&@other=6&@n='x'", "1 2"],

	// Functions of the service.
	["$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=['CONTOSO','eclair'])", "1 3"],
	[`$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=["50% O'Neil [x]_*?"])`, "2"],
	["$filter=Microsoft.Dynamics.CRM.NotIn(PropertyName='name',PropertyValues=['contoso'])", "2 3 4"],
	["$filter=not Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=['contoso'])", "2 3 4"],
	["$filter=Microsoft.Dynamics.CRM.In(PropertyName='numberofemployees',PropertyValues=['5'])", "1"],
	["$filter=Microsoft.Dynamics.CRM.In(PropertyName='numberofemployees',PropertyValues=[5,6])", "1"],
	[`$filter=Microsoft.Dynamics.CRM.In(PropertyName='primarycontactid',PropertyValues=['${id(1, 2)}'])`, "1"],
	["$filter=Microsoft.Dynamics.CRM.In(PropertyName='creditonhold',PropertyValues=['true'])", "1"],
	['$filter=Microsoft.Dynamics.CRM.Between(PropertyName=\'numberofemployees\',PropertyValues=["5","2000"])', "1 2"],
	["$filter=Microsoft.Dynamics.CRM.NotBetween(PropertyName='revenue',PropertyValues=['8','200'])", "2 3 4"],
	[
		"$filter=Microsoft.Dynamics.CRM.Between(PropertyName='createdon',PropertyValues=['2026-01-31T14:45:01','2026-02-01'])",
		"2",
	],
	["$filter=Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", "1"],
	["$filter=Microsoft.Dynamics.CRM.NotEqualUserId(PropertyName='ownerid')", "2 3 4"],
	["$filter=Microsoft.Dynamics.CRM.EqualUserTeams(PropertyName='ownerid')", "3"],
	["$filter=Microsoft.Dynamics.CRM.EqualUserOrUserTeams(PropertyName='ownerid')", "1 3"],
	["$filter=Microsoft.Dynamics.CRM.EqualUserOrUserHierarchy(PropertyName='ownerid')", "1 2"],
	["$filter=Microsoft.Dynamics.CRM.EqualUserOrUserHierarchyAndTeams(PropertyName='ownerid')", "1 2 3"],
	["$filter=Microsoft.Dynamics.CRM.EqualBusinessId(PropertyName='owningbusinessunit')", "1"],
	["$filter=Microsoft.Dynamics.CRM.NotEqualBusinessId(PropertyName='owningbusinessunit')", "2 3 4"],
	[`$filter=Microsoft.Dynamics.CRM.Under(PropertyName='accountid',PropertyValue='${id(1)}')`, "2 3"],
	[`$filter=Microsoft.Dynamics.CRM.UnderOrEqual(PropertyName='accountid',PropertyValue='${id(1)}')`, "1 2 3"],
	[`$filter=Microsoft.Dynamics.CRM.NotUnder(PropertyName='accountid',PropertyValue='${id(1)}')`, "1 4"],
	[`$filter=Microsoft.Dynamics.CRM.Above(PropertyName='accountid',PropertyValue='${id(3)}')`, "1 2"],
	[`$filter=not Microsoft.Dynamics.CRM.Above(PropertyName='accountid',PropertyValue='${id(3)}')`, "3 4"],
	[`$filter=Microsoft.Dynamics.CRM.AboveOrEqual(PropertyName='accountid',PropertyValue=@a)&@a='${id(3)}'`, "1 2 3"],
	[`$filter=Microsoft.Dynamics.CRM.UnderOrEqual(PropertyName='parentaccountid',PropertyValue='${id(2)}')`, "3"],
	[`$filter=Microsoft.Dynamics.CRM.EqualUserId(PropertyName=@p)&@p='ownerid'`, "1"],

	// Orders: null first; lookups by the name of what they point to.
	["$orderby=name", "4 2 1 3"],
	["$orderby=name desc", "3 1 2 4"],
	["$orderby=revenue desc,name", "1 2 4 3"],
	["$orderby=_primarycontactid_value", "3 4 1 2"],
	["$orderby=_ownerid_value", "4 1 2 3"],
	["$orderby=_ownerid_value desc", "3 2 1 4"],
	["$orderby=numberofemployees,numberofemployees desc", "3 4 1 2"],
	["$orderby=@o desc&@o=name", "3 1 2 4"],
	["$orderby=accountid desc", "4 3 2 1"],
	["$orderby=creditonhold desc", "1 2 4 3"],
	["$filter=name ne null&$orderby=name&$top=2", "2 1"],
];

describe("queries of the sandbox", () => {
	let rig: QueryRig;
	before(() => {
		rig = queryRig();
		fill(rig);
	});
	after(() => {
		rig.close();
	});

	for (const [query, expected] of accounts) {
		it(`accounts?${query}`, () => {
			assert.equal(rig.ids("accounts", query).map(lastDigit).join(" "), expected);
		});
	}

	const others: readonly (readonly [string, string, string])[] = [
		["contacts", "$filter=birthdate eq 2000-02-29", "3"],
		["contacts", "$filter=birthdate eq 2000-02-29T00:00:00Z", "3"],
		["contacts", "$filter=birthdate gt 2000-02-29", ""],
		["contacts", "$filter=parentcustomerid_account/name eq 'contoso'", "2"],
		["contacts", "$filter=parentcustomerid_contact/firstname eq 'ann'", "3"],
		["contacts", "$filter=parentcustomerid_account/name eq null", "1 3"],
		["contacts", "$orderby=_parentcustomerid_value desc", "2 3 1"],
		[
			"contacts",
			"$filter=Microsoft.Dynamics.CRM.UnderOrEqual(PropertyName='parentcustomerid',PropertyValue='" + id(1) + "')",
			"2",
		],
		["contacts", "$filter=Contact_Tasks/any()", ""],
		["tasks", "$filter=regardingobjectid_account_task/name ne null", "1 2 3"],
		["tasks", "$orderby=_regardingobjectid_value,subject desc", "4 3 2 1"],
		[
			"msdyn_liveworkstreams",
			"$filter=Microsoft.Dynamics.CRM.ContainValues(PropertyName='msdyn_allowedpresences',PropertyValues=['1','7'])",
			"1",
		],
		[
			"msdyn_liveworkstreams",
			"$filter=Microsoft.Dynamics.CRM.ContainValues(PropertyName='msdyn_allowedpresences',PropertyValues=[10])",
			"1 2",
		],
		[
			"msdyn_liveworkstreams",
			"$filter=Microsoft.Dynamics.CRM.DoesNotContainValues(PropertyName='msdyn_allowedpresences',PropertyValues=['2'])",
			"2 3",
		],
		["msdyn_liveworkstreams", "$filter=msdyn_allowedpresences eq '10,2,1'", "1"],
		["msdyn_liveworkstreams", "$filter=msdyn_allowedpresences ne '10'", "1 3"],
	];
	for (const [set, query, expected] of others) {
		it(`${set}?${query}`, () => {
			assert.equal(rig.ids(set, query).map(lastDigit).join(" "), expected);
		});
	}

	it("answer managers and hierarchies that go round in a circle", () => {
		rig.database.run(`UPDATE account SET parentaccountid = ? WHERE accountid = ?`, id(3), id(1));
		const under = `$filter=Microsoft.Dynamics.CRM.Under(PropertyName='accountid',PropertyValue='${id(1)}')`;
		assert.equal(rig.ids("accounts", under).map(lastDigit).join(" "), "1 2 3");
		rig.database.run(`UPDATE systemuser SET parentsystemuserid = ? WHERE systemuserid = ?`, bob, ada);
		const reports = "$filter=Microsoft.Dynamics.CRM.EqualUserOrUserHierarchy(PropertyName='ownerid')";
		assert.equal(rig.ids("accounts", reports).map(lastDigit).join(" "), "1 2");
	});

	it("write the same SQL for other values", () => {
		const shapes = [
			["$filter=name eq 'a' and revenue gt 1", "$filter=name eq 'b''c' and revenue gt -2.5"],
			["$filter=contains(name,'a')", "$filter=contains(name,'longer')"],
			["$filter=primarycontactid/fullname eq 'a'", "$filter=primarycontactid/fullname eq 'b'"],
			["$filter=createdon gt 2020-01-01", "$filter=createdon gt 2021-05-05T10:00:00.5+01:00"],
		];
		for (const [one, other] of shapes) {
			assert.equal(rig.select("accounts", one ?? "").sql, rig.select("accounts", other ?? "").sql);
		}
	});
});

function lastDigit(text: string): string {
	return text.slice(-1);
}
