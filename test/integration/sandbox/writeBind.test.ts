import { absent, account, created, prepare } from "../../support/sandbox/newAccount.ts";
import { guid, writeCases } from "../../support/sandbox/writeCases.ts";

const [one, two, three] = [guid("1"), guid("2"), guid("3")];

describe("sandbox: deep insert and binding", () => {
	writeCases(prepare, [
		{
			name: "makes the parent, the children and theirs",
			...account({
				primarycontactid: { contactid: two, lastname: "Smith" },
				opportunity_customer_accounts: [
					{ opportunityid: two, name: "Big", Opportunity_Tasks: [{ activityid: two, subject: "Ask" }] },
				],
			}),
			status: 204,
			after: {
				[`account ${two}`]: { primarycontactid: two },
				[`contact ${two}`]: { lastname: "Smith" },
				[`opportunity ${two}`]: { customerid: two, customerid$target: "account" },
				[`task ${two}`]: { regardingobjectid: two, regardingobjectid$target: "opportunity" },
			},
		},
		{
			name: "makes nothing where the last of it fails",
			...account({
				primarycontactid: { contactid: two },
				Account_Tasks: [
					{ activityid: two, subject: "x" },
					{ activityid: three, nosuchcolumn: 1 },
				],
			}),
			status: 400,
			code: "0x80048d19",
			after: { ...absent, [`contact ${two}`]: null, [`task ${two}`]: null, [`task ${three}`]: null },
		},
		{
			name: "binds a path from the root",
			...account({ "primarycontactid@odata.bind": `/contacts(${one})` }),
			...created({ primarycontactid: one }),
		},
		{
			name: "binds a relative path",
			...account({ "primarycontactid@odata.bind": `contacts(${one})` }),
			...created({ primarycontactid: one }),
		},
		{
			name: "binds a whole URL of this service",
			...account({ "primarycontactid@odata.bind": `http://localhost/api/data/v9.0/contacts(${one})` }),
			...created({ primarycontactid: one }),
		},
		{
			name: "refuses a URL of another service",
			...account({ "primarycontactid@odata.bind": `https://other.example/api/data/v9.2/contacts(${one})` }),
			status: 400,
			code: "0x80048d19",
			after: absent,
		},
		{
			name: "refuses a URL without a scheme",
			...account({ "primarycontactid@odata.bind": `//other.example/api/data/v9.2/contacts(${one})` }),
			status: 400,
			code: "0x80048d19",
			after: absent,
		},
		{
			name: "binds by an alternate key",
			...account({ "parentaccountid@odata.bind": "accounts(accountnumber='F-1')" }),
			...created({ parentaccountid: one }),
		},
		{
			name: "binds rows of a collection",
			...account({ "Account_Tasks@odata.bind": [`/tasks(${one})`] }),
			status: 204,
			after: { [`task ${one}`]: { regardingobjectid: two, regardingobjectid$target: "account" } },
		},
		{
			name: "binds a customer by the property of its table",
			request: "POST contacts",
			body: { contactid: two, "parentcustomerid_account@odata.bind": `accounts(${one})` },
			status: 204,
			after: { [`contact ${two}`]: { parentcustomerid: one, parentcustomerid$target: "account" } },
		},
		{
			name: "refuses a customer by the name of its column",
			request: "POST contacts",
			body: { contactid: two, "parentcustomerid@odata.bind": `accounts(${one})` },
			status: 400,
			code: "0x80048d19",
			says: "Error identified in Payload provided by the user for Entity :'contacts'",
			after: { [`contact ${two}`]: null },
		},
		{
			name: "says what is undeclared",
			request: "POST contacts",
			body: { "parentcustomerid@odata.bind": `accounts(${one})` },
			status: 400,
			says: "An undeclared property 'parentcustomerid' which only has property annotations in the payload but no property value was found in the payload.",
		},
		{
			name: "refuses a binding in another case",
			...account({ "PrimaryContactId@odata.bind": `contacts(${one})` }),
			status: 400,
			code: "0x80048d19",
			says: "'PrimaryContactId'",
			after: absent,
		},
		{
			name: "refuses to bind a column",
			...account({ "name@odata.bind": `contacts(${one})` }),
			status: 400,
			code: "0x80048d19",
			says: "declared to be of type 'Edm.String'",
		},
		{
			name: "refuses a record of another table",
			...account({ "primarycontactid@odata.bind": `accounts(${one})` }),
			status: 400,
			code: "0x80048d19",
			after: absent,
		},
		{
			name: "refuses a record that is not there",
			...account({ "primarycontactid@odata.bind": `contacts(${three})` }),
			status: 404,
			code: "0x80040217",
			says: `contact With Id = ${three} Does Not Exist`,
			after: absent,
		},
		{
			name: "refuses an alternate key without a record",
			...account({ "parentaccountid@odata.bind": "accounts(accountnumber='none')" }),
			status: 404,
			code: "0x80060891",
			after: absent,
		},
		{
			name: "refuses a set that is none",
			...account({ "primarycontactid@odata.bind": `contact(${one})` }),
			status: 404,
			code: "0x8006088a",
			says: "Resource not found for the segment 'contact'.",
			after: absent,
		},
		{
			name: "refuses a reference to a set",
			...account({ "primarycontactid@odata.bind": "contacts" }),
			status: 400,
			code: "0x80048d19",
			after: absent,
		},
		{
			name: "refuses a number in the place of a reference",
			...account({ "primarycontactid@odata.bind": 5 }),
			status: 400,
			code: "0x80048d19",
			after: absent,
		},
		{
			name: "refuses the id alone",
			...account({ primarycontactid: one }),
			status: 400,
			code: "0x80048d19",
			says: "A 'PrimitiveValue' node with non-null value was found when trying to read the value of the property 'primarycontactid'",
			after: absent,
		},
		{
			name: "refuses the column of a lookup",
			...account({ _primarycontactid_value: one }),
			status: 400,
			code: "0x80060888",
			says: "CRM do not support direct update of Entity Reference properties",
			after: absent,
		},
		{
			name: "refuses a name that is none",
			...account({ Name: "x" }),
			status: 400,
			code: "0x80048d19",
			says: "Invalid property 'Name' was found in entity 'Microsoft.Dynamics.CRM.account'.",
			after: absent,
		},
		{
			name: "refuses a parent below itself",
			...account({ "parentaccountid@odata.bind": `accounts(${two})` }),
			status: 404,
			after: absent,
		},
		{
			name: "makes no owner in the place of a reference",
			...account({ ownerid: { fullname: "x" } }),
			status: 400,
			code: "0x80040800",
			after: absent,
		},
		{
			name: "refuses an object in the place of a list",
			...account({ Account_Tasks: {} }),
			status: 400,
			code: "0x80048d19",
			after: absent,
		},
	]);
});
