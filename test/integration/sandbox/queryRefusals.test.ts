/** Queries that the service refuses, with status, code and sentence; and attempts to get SQL past the translation. */
import assert from "node:assert/strict";
import { id, type QueryRig, queryRig } from "../../support/sandbox/queryRig.ts";

const badQuery = "400 0x80060888";
const badArgument = "400 0x80040203";
const notFound = (name: string, type = "account"): string =>
	`${badQuery} Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${type}'.`;
const incompatible = (left: string, right: string, operator = "Equal"): string =>
	`${badQuery} A binary operator with incompatible types was detected. Found operand types '${left}' and '${right}' for operator kind '${operator}'.`;
const notImplemented = "501 0x80060888 The method or operation is not implemented.";
const unknown = (name: string): string =>
	`${badQuery} An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`;
const noSignature = (name: string): string =>
	`${badQuery} No function signature for the function with name '${name}' matches the specified arguments. The function signatures considered are: ${name}(Edm.String Nullable=true, Edm.String Nullable=true).`;
const notBoolean = `${badQuery} The $filter expression must evaluate to a single boolean value.`;
const crm = (call: string): string => `$filter=Microsoft.Dynamics.CRM.${call}`;

const cases: readonly (readonly [string, string])[] = [
	// Names are compared with their case; a lookup is `_x_value`.
	["$filter=nme eq 'x'", notFound("nme")],
	["$filter=Name eq 'x'", notFound("Name")],
	["$filter=primarycontactid_value eq null", notFound("primarycontactid_value")],
	["$filter=customerid eq null", notFound("customerid")],
	["$filter=primarycontactidname eq 'x'", notFound("primarycontactidname")],
	// A column that cannot be read.
	["$filter=isprivate eq true", notFound("isprivate")],
	["$orderby=isprivate", notFound("isprivate")],
	[
		crm("In(PropertyName='isprivate',PropertyValues=['true'])"),
		"400 0x80041103 'account' entity doesn't contain attribute with Name = 'isprivate' and NameMapping = 'Logical'.",
	],
	["$filter=primarycontactid/nme eq 'x'", notFound("nme", "contact")],
	["$filter=primarycontactid/createdby/nme eq 'x'", notFound("nme", "systemuser")],
	["$filter=name/x eq 'x'", `${badQuery} Could not find a property named 'x' on type 'Edm.String'.`],
	["$filter=ownerid/fullname eq 'x'", notFound("fullname", "principal")],
	[`$filter=primarycontactid eq ${id(1)}`, incompatible("Microsoft.Dynamics.CRM.contact", "Edm.Guid")],
	["$filter=primarycontactid ne null", incompatible("Microsoft.Dynamics.CRM.contact", "<null>", "NotEqual")],
	[
		"$filter=Account_Tasks eq null",
		`${badQuery} The operand for a binary operator 'Equal' is not a single value. Binary operators require both operands to be single values.`,
	],
	[
		"$filter=Account_Tasks/subject eq 'x'",
		`${badQuery} The parent value for a property access of a property 'subject' is not a single value. Property access can only be applied to a single value.`,
	],

	// Types.
	["$filter=name eq 5", incompatible("Edm.String", "Edm.Int32")],
	[`$filter=name eq ${id(1)}`, incompatible("Edm.String", "Edm.Guid")],
	["$filter=revenue eq '5'", incompatible("Edm.Decimal", "Edm.String")],
	["$filter=numberofemployees gt '5'", incompatible("Edm.Int32", "Edm.String", "GreaterThan")],
	["$filter=numberofemployees le true", incompatible("Edm.Int32", "Edm.Boolean", "LessThanOrEqual")],
	["$filter=versionnumber lt 'x'", incompatible("Edm.Int64", "Edm.String", "LessThan")],
	["$filter=creditonhold eq 1", incompatible("Edm.Boolean", "Edm.Int32")],
	["$filter=creditonhold eq 'true'", incompatible("Edm.Boolean", "Edm.String")],
	["$filter=createdon ge '2020-01-01'", incompatible("Edm.DateTimeOffset", "Edm.String", "GreaterThanOrEqual")],
	["$filter=createdon eq 2020", incompatible("Edm.DateTimeOffset", "Edm.Int32")],
	["$filter=accountid eq 'x'", incompatible("Edm.Guid", "Edm.String")],
	["$filter=accountid eq 5", incompatible("Edm.Guid", "Edm.Int32")],
	["$filter=name eq revenue", incompatible("Edm.String", "Edm.Decimal")],
	["$filter=numberofemployees eq revenue", incompatible("Edm.Int32", "Edm.Decimal")],
	["$filter=createdon eq 2020-02-30", `${badQuery} Unrecognized 'Edm.Date' literal '2020-02-30'.`],

	// Rows: a column is compared with one of the same row.
	[
		"$filter=name eq primarycontactid/fullname",
		`${badQuery} Columns can only be compared with columns of the same row.`,
	],

	// What OData has and the service does not offer.
	["$filter=name in ('a','b')", notImplemented],
	["$filter=name has Some.Type'A'", notImplemented],
	["$filter=revenue add 1 eq 2", notImplemented],
	["$filter=revenue mul 2 gt 2", notImplemented],
	["$filter=-revenue gt 2", notImplemented],
	["$filter=tolower(name) eq 'x'", notImplemented],
	["$filter=length(name) gt 2", notImplemented],
	["$filter=year(createdon) eq 2020", notImplemented],
	["$filter=createdon gt now()", notImplemented],
	["$filter=contains(tolower(name),'x')", notImplemented],
	["$filter=contains(name,'x') eq true", notImplemented],
	["$filter=$it/name eq 'x'", notImplemented],
	["$filter=$root/accounts(1)/name eq 'x'", notImplemented],
	["$filter=Account_Tasks/$count gt 1", notImplemented],
	["$filter=Microsoft.Dynamics.CRM.account/name eq 'x'", notImplemented],
	["$filter='x' eq name", notImplemented],
	["$filter=1 eq 1", notImplemented],
	["$filter=true", notImplemented],
	["$filter=creditonhold", notImplemented],
	["$filter=name", notBoolean],
	["$filter=primarycontactid", notBoolean],
	["$filter='x'", notBoolean],
	["$filter=['x']", notBoolean],

	// Functions.
	["$filter=foo(1)", unknown("foo")],
	["$filter=name EQ 'x'", `${badQuery} Syntax error at position 7 in 'name EQ 'x''.`],
	[
		"$filter=name eq 'x' AND revenue eq 1",
		`${badQuery} Syntax error at position 16 in 'name eq 'x' AND revenue eq 1'.`,
	],
	["$filter=Not (name eq 'x')", `${badQuery} Syntax error at position 3 in 'Not (name eq 'x')'.`],
	["$filter=Contains(name,'x')", unknown("Contains")],
	["$filter=endswith('x',name)", noSignature("endswith")],
	["$filter=contains(revenue,'1')", noSignature("contains")],
	["$filter=contains(name,5)", noSignature("contains")],
	["$filter=contains(primarycontactid,'x')", noSignature("contains")],
	["$filter=contains(name,accountnumber)", noSignature("contains")],

	// Collections.
	[
		"$filter=primarycontactid/Contact_Tasks/any()",
		`${badQuery} A condition on the collection 'Contact_Tasks' below a lookup is not supported.`,
	],
	[
		"$filter=primarycontactid/any()",
		`${badQuery} The parent value for a lambda query was not a collection. Any and All can only be used with collection values.`,
	],
	[
		"$filter=name/any()",
		`${badQuery} The parent value for a lambda query was not a collection. Any and All can only be used with collection values.`,
	],
	["$filter=tasks/any()", notFound("tasks")],
	["$filter=Account_Tasks/any(t:t/nme eq 'x')", notFound("nme", "task")],
	["$filter=Account_Tasks/any(t:subject eq 'x')", notFound("subject")],
	[
		"$filter=Account_Tasks/any(t:t/subject)",
		`${badQuery} The Any/All query expression must evaluate to a single boolean value.`,
	],
	[
		"$filter=Account_Tasks/any(t:name eq 'x')",
		`${badQuery} Inside a lambda only its own variable can be compared: 'name' is a column of another row.`,
	],
	[
		"$filter=account_parent_account/any(a:a/Account_Tasks/any(t:a/name eq 'x'))",
		`${badQuery} Inside a lambda only its own variable can be compared: 'a' is a column of another row.`,
	],
	[
		`$filter=Account_Tasks/any(t:Microsoft.Dynamics.CRM.Today(PropertyName='createdon'))`,
		`${badQuery} The query function 'Microsoft.Dynamics.CRM.Today' cannot be used inside a lambda.`,
	],

	// Query functions: name and parameter names together.
	[crm("Inn(PropertyName='name',PropertyValues=['x'])"), unknown("Microsoft.Dynamics.CRM.Inn")],
	[crm("in(PropertyName='name',PropertyValues=['x'])"), unknown("Microsoft.Dynamics.CRM.in")],
	["$filter=In(PropertyName='name',PropertyValues=['x'])", unknown("In")],
	[crm("In(PropertyName='name',PropertyValue=['x'])"), unknown("Microsoft.Dynamics.CRM.In")],
	[crm("In(propertyname='name',PropertyValues=['x'])"), unknown("Microsoft.Dynamics.CRM.In")],
	[crm("In(PropertyName='name')"), unknown("Microsoft.Dynamics.CRM.In")],
	[crm("Today(PropertyName='createdon',PropertyValue=1)"), unknown("Microsoft.Dynamics.CRM.Today")],
	[crm("LastXDays(5)"), unknown("Microsoft.Dynamics.CRM.LastXDays")],
	[
		crm("Today(PropertyName='nme')"),
		"400 0x80041103 'account' entity doesn't contain attribute with Name = 'nme' and NameMapping = 'Logical'.",
	],
	[
		crm("EqualUserId(PropertyName='_ownerid_value')"),
		"400 0x80041103 'account' entity doesn't contain attribute with Name = '_ownerid_value' and NameMapping = 'Logical'.",
	],
	[
		crm("Today(PropertyName=@p1)"),
		"400 0x80041103 'account' entity doesn't contain attribute with Name = '' and NameMapping = 'Logical'.",
	],
	[
		crm("Today(PropertyName='name')"),
		`${badArgument} The condition operator 'Today' is not valid for attribute 'account.name'.`,
	],
	[
		crm("EqualUserId(PropertyName='name')"),
		`${badArgument} The condition operator 'EqualUserId' is not valid for attribute 'account.name'.`,
	],
	[
		crm("ContainValues(PropertyName='industrycode',PropertyValues=['1'])"),
		`${badArgument} The condition operator 'ContainValues' is not valid for attribute 'account.industrycode'.`,
	],
	[
		crm("Under(PropertyName='name',PropertyValue='x')"),
		`${badArgument} The condition operator 'Under' is not valid for attribute 'account.name'.`,
	],
	[
		crm(`Under(PropertyName='primarycontactid',PropertyValue='${id(1)}')`),
		`${badArgument} The table 'contact' has no hierarchical relationship.`,
	],
	[
		crm("Under(PropertyName='accountid',PropertyValue='x')"),
		`${badArgument} Condition for attribute 'account.accountid': expected argument(s) of type 'System.Guid'.`,
	],
	[
		crm("LastXDays(PropertyName='createdon',PropertyValue='5')"),
		`${badArgument} Condition for attribute 'account.createdon': expected argument(s) of type 'System.Int64'.`,
	],
	[
		crm("LastXDays(PropertyName='createdon',PropertyValue=0)"),
		`${badArgument} Condition for attribute 'account.createdon': expected argument(s) of type 'System.Int64'.`,
	],
	[
		crm("On(PropertyName='createdon',PropertyValue='tomorrow')"),
		`${badArgument} Condition for attribute 'account.createdon': expected argument(s) of type 'System.DateTime'.`,
	],
	[
		crm("In(PropertyName='numberofemployees',PropertyValues=['five'])"),
		`${badArgument} Condition for attribute 'account.numberofemployees': expected argument(s) of type 'System.Int32'.`,
	],
	[
		crm("In(PropertyName='name',PropertyValues=[null])"),
		`${badArgument} Condition for attribute 'account.name': expected argument(s) of type 'System.String'.`,
	],
	[
		crm("In(PropertyName='name',PropertyValues=[])"),
		`${badArgument} The condition operator 'In' takes at least one value.`,
	],
	[
		crm("Between(PropertyName='revenue',PropertyValues=['1'])"),
		`${badArgument} The condition operator 'Between' takes 2 values and was given 1.`,
	],
	[
		crm("EqualUserLanguage(PropertyName='name')"),
		"501 The query function EqualUserLanguage is not in the sandbox yet. The service itself may well know it.",
	],
	[
		crm("Contains(PropertyName='name',PropertyValue='x')"),
		"501 The query function Contains is not in the sandbox yet. The service itself may well know it.",
	],
	[
		crm("InFiscalPeriod(PropertyName='createdon',PropertyValue=1)"),
		"501 The query function InFiscalPeriod is not in the sandbox yet. The service itself may well know it.",
	],

	// Orders.
	["$orderby=nme", notFound("nme")],
	[
		"$orderby=primarycontactid",
		`${badQuery} The $orderby expression must evaluate to a single value of primitive type.`,
	],
	["$orderby=Account_Tasks", `${badQuery} The $orderby expression must evaluate to a single value of primitive type.`],
	[
		"$orderby=primarycontactid/fullname",
		`${badQuery} Ordering by 'primarycontactid/fullname', a column of a related row, is not supported.`,
	],
	["$orderby=Account_Tasks/$count", notImplemented],
	["$orderby=tolower(name)", notImplemented],
	["$orderby=revenue add 1", notImplemented],
	["$orderby='x'", notImplemented],

	["$filter=name eq @a&@a=@b&@b=@a", `${badQuery} The parameter alias '@a' stands in its own value.`],
	[
		`$filter=${Array.from({ length: 501 }, () => "revenue eq 1").join(" or ")}`,
		"400 0x8004430c Number of conditions in query exceeded maximum limit.",
	],
];

describe("what the sandbox refuses in queries", () => {
	let rig: QueryRig;
	before(() => {
		rig = queryRig();
		rig.insert("account", [{ accountid: id(1), name: "Contoso" }]);
	});
	after(() => {
		rig.close();
	});

	for (const [query, expected] of cases) {
		it(query.slice(0, 100), () => {
			const { status, code, message } = rig.refused("accounts", query);
			assert.equal([status, ...(code === "" ? [] : [code]), message].join(" "), expected);
		});
	}

	it("knows hours and minutes of days no more than the service does", () => {
		for (const name of ["LastXHours", "NextXHours", "OlderThanXHours", "OlderThanXMinutes"]) {
			const { message } = rig.refused("contacts", crm(`${name}(PropertyName='birthdate',PropertyValue=1)`));
			assert.equal(message, `The condition operator '${name}' is not valid for attribute 'contact.birthdate'.`);
		}
	});

	it("takes patterns of any length", () => {
		for (const pattern of ["*".repeat(20_000), "%a".repeat(15_000), "[a-c]".repeat(6_000)]) {
			assert.deepEqual(rig.ids("accounts", `$filter=contains(name,'${pattern}_')`), []);
		}
	});

	it("takes as many conditions as the service", () => {
		const filter = Array.from({ length: 500 }, (_, index) => `name ne 'x${index}'`);
		assert.equal(rig.ids("accounts", `$filter=${filter.join(" and ")}`).length, 1);
		assert.equal(rig.ids("accounts", `$filter=not (${filter.join(" or ")})`).length, 0);
	});
});

describe("SQL in queries of the sandbox", () => {
	let rig: QueryRig;
	before(() => {
		rig = queryRig();
		rig.insert("account", [{ accountid: id(1), name: "Contoso" }, { accountid: id(2) }]);
	});
	after(() => {
		rig.close();
	});

	const attacks = [
		`x' OR 1=1 --`,
		`x'; DROP TABLE account; --`,
		`" OR ""="`,
		`') OR (1=1`,
		`%' UNION SELECT 1 --`,
		`?`,
		`:name`,
		`x\u0000' OR 1=1`,
	];
	const literals: readonly ((text: string) => string)[] = [
		(text) => `$filter=name eq ${text}`,
		(text) => `$filter=contains(name,${text}) and name ne null`,
		(text) => `$filter=startswith(description,${text})`,
		(text) => `$filter=endswith(name,${text})`,
		(text) => `$filter=primarycontactid/fullname eq ${text}`,
		(text) => `$filter=Account_Tasks/any(t:t/subject eq ${text})`,
		(text) => `$filter=name eq @p&@p=${text}`,
		(text) => `$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=[${text}])`,
		(text) => `$filter=Microsoft.Dynamics.CRM.Between(PropertyName='name',PropertyValues=[${text},''])`,
	];
	for (const [place, query] of literals.entries()) {
		it(`are values, in place ${place}: ${query("...")}`, () => {
			for (const attack of attacks) {
				const text = query(`'${attack.replaceAll("'", "''")}'`);
				const { sql, values } = rig.select("accounts", text);
				assert.ok(!sql.includes(attack) || attack === "?", sql);
				assert.ok(values.length > 0);
				assert.deepEqual(rig.ids("accounts", text), [], text);
			}
			assert.equal(rig.ids("accounts", "").length, 2);
		});
	}

	it("are no names", () => {
		for (const name of ["name%22%20OR%201=1", "PropertyName", "account.name", "accountid--", "rowid", "name$folded"]) {
			const quotedName = `'${decodeURIComponent(name)}' `;
			const { code } = rig.refused("accounts", crm(`Today(PropertyName=${quotedName})`));
			assert.equal(code, "0x80041103", name);
		}
		assert.equal(rig.refused("accounts", "$filter=rowid eq 1").code, "0x80060888");
		assert.equal(rig.refused("accounts", "$orderby=rowid").code, "0x80060888");
		assert.equal(rig.refused("accounts", "$filter=Account_Tasks/any(account:account/name eq 'x')").code, "0x80060888");
		assert.deepEqual(rig.ids("accounts", "$filter=Account_Tasks/any(t:t/subject eq 'x')"), []);
	});
});
