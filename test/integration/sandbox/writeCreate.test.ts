import assert from "node:assert/strict";
import { adminUser, organization, rootBusinessUnit, secondUser } from "../../../src/sandbox/service/identity.ts";
import { sandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { absent, account, created, prepare } from "../../support/sandbox/newAccount.ts";
import { guid, rowAt, writeCases } from "../../support/sandbox/writeCases.ts";

const [one, two] = [guid("1"), guid("2")];
const now = "2026-03-15T10:30:00Z";
const impersonating = { MSCRMCallerID: secondUser.id };

describe("sandbox: create", () => {
	writeCases(prepare, [
		{
			name: "tells the address of the new record and keeps the id that was sent",
			...account({}),
			...created({ name: "Contoso", name$folded: "contoso" }),
			headersAfter: { "odata-entityid": `http://localhost/api/data/v9.2/accounts(${two})`, "odata-version": "4.0" },
		},
		{
			name: "takes an id in capitals for the same id",
			...account({ accountid: guid("AB") }),
			status: 204,
			after: { [`account ${guid("ab")}`]: {} },
		},
		{
			name: "refuses an id that is taken",
			...account({ accountid: one }),
			status: 412,
			code: "0x80040237",
			says: "A record with matching key values already exists.",
			after: { [`account ${one}`]: { name: "Fabrikam" } },
		},
		{
			name: "keeps who and when",
			...account({ createdon: "2001-01-01T00:00:00Z", "createdby@odata.bind": `systemusers(${secondUser.id})` }),
			...created({
				createdon: now,
				modifiedon: now,
				createdby: adminUser.id,
				modifiedby: adminUser.id,
				createdonbehalfby: null,
			}),
		},
		{
			name: "names the caller beside the user it acts for",
			...account({}),
			headers: impersonating,
			...created({
				createdby: secondUser.id,
				createdonbehalfby: adminUser.id,
				modifiedonbehalfby: adminUser.id,
				ownerid: secondUser.id,
			}),
		},
		{
			name: "dates a migrated record back",
			...account({ overriddencreatedon: "2019-05-04T03:02:01Z" }),
			...created({ createdon: "2019-05-04T03:02:01Z", overriddencreatedon: now, modifiedon: now }),
		},
		{
			name: "gives the record to the acting user",
			...account({}),
			...created({
				ownerid: adminUser.id,
				ownerid$target: "systemuser",
				owninguser: adminUser.id,
				owningteam: null,
				owningbusinessunit: rootBusinessUnit.id,
			}),
		},
		{
			name: "gives the record to a team",
			...account({ "ownerid@odata.bind": `/teams(${rootBusinessUnit.teamId})` }),
			...created({
				ownerid: rootBusinessUnit.teamId,
				ownerid$target: "team",
				owninguser: null,
				owningteam: rootBusinessUnit.teamId,
			}),
		},
		{
			name: "finds the user behind the set of all owners",
			...account({ "ownerid@odata.bind": `owners(${secondUser.id})` }),
			...created({ ownerid: secondUser.id, ownerid$target: "systemuser" }),
		},
		{
			name: "starts choices with their default",
			...account({}),
			...created({ donotemail: 0, preferredcontactmethodcode: 1, industrycode: null }),
		},
		{
			name: "leaves a choice empty that was sent empty",
			...account({ preferredcontactmethodcode: null }),
			...created({ preferredcontactmethodcode: null }),
		},
		{
			name: "passes annotations and read-only columns over",
			...account({
				"@odata.type": "Microsoft.Dynamics.CRM.account",
				"@odata.etag": 'W/"1"',
				"name@OData.Community.Display.V1.FormattedValue": "x",
				versionnumber: 5,
				address1_addressid: null,
			}),
			...created({ name: "Contoso" }),
		},
		{
			name: "puts the name of a person together",
			request: "POST contacts",
			body: { contactid: two, firstname: "Ole", lastname: "Bø", fullname: "Somebody Else" },
			status: 204,
			after: { [`contact ${two}`]: { fullname: "Ole Bø", fullname$folded: "ole bø" } },
		},
		{
			name: "takes half a name for a name",
			request: "POST leads",
			body: { leadid: two, lastname: "Bø", subject: "x" },
			status: 204,
			after: { [`lead ${two}`]: { fullname: "Bø" } },
		},
		{
			name: "lists an activity among all activities",
			request: "POST tasks",
			body: { activityid: two, subject: "Write", "regardingobjectid_account_task@odata.bind": `accounts(${one})` },
			status: 204,
			after: {
				[`task ${two}`]: {
					activitytypecode: "task",
					regardingobjectid: one,
					regardingobjectid$target: "account",
					isregularactivity: 1,
				},
				[`activitypointer ${two}`]: {
					subject: "Write",
					activitytypecode: "task",
					regardingobjectid: one,
					regardingobjectid$target: "account",
				},
			},
		},
		{
			name: "hangs a note on a record",
			request: "POST annotations",
			body: { annotationid: two, notetext: "x", "objectid_account@odata.bind": `accounts(${one})` },
			status: 204,
			after: {
				[`annotation ${two}`]: { objectid: one, objectid$target: "account", objecttypecode: "account", isdocument: 0 },
			},
		},
		{
			name: "puts tables of the organization into it",
			request: "POST teams",
			body: { teamid: two, name: "Blue" },
			status: 204,
			after: {
				[`team ${two}`]: {
					businessunitid: rootBusinessUnit.id,
					administratorid: adminUser.id,
					organizationid: organization.id,
				},
			},
		},
		{
			name: "refuses a case without a customer",
			request: "POST incidents",
			body: { incidentid: two, title: "x" },
			status: 400,
			code: "0x80044410",
			says: "You should specify a parent contact or account.",
			after: { [`incident ${two}`]: null },
		},
		{
			name: "refuses a record without what the system requires",
			request: "POST businessunits",
			body: { businessunitid: two },
			status: 400,
			code: "0x80040203",
			says: "Attribute 'name' cannot be NULL.",
			after: { [`businessunit ${two}`]: null },
		},
		{
			name: "makes nothing in the list of all activities",
			request: "POST activitypointers",
			body: { activityid: two },
			status: 400,
			code: "0x80040800",
			says: "The 'Create' method does not support entities of type 'activitypointer'.",
		},
		{
			name: "makes no second organization",
			request: "POST organizations",
			body: { name: "x" },
			status: 400,
			code: "0x80040800",
		},
		{
			name: "says that parties of activities are not there yet",
			request: "POST emails",
			body: { activityid: two, email_activity_parties: [{ participationtypemask: 2 }] },
			status: 501,
			says: "not in the sandbox yet",
			after: { [`email ${two}`]: null },
		},
		{
			name: "does not ask for what forms ask for",
			request: "POST accounts",
			body: { accountid: two },
			...created({ name: null }),
		},
		{
			name: "refuses a value that is taken in an alternate key, whatever its case",
			...account({ accountnumber: "f-1" }),
			status: 412,
			code: "0x80060892",
			says: "violated. A record with the same value for accountnumber already exists",
			after: absent,
		},
		{
			name: "takes empty values of an alternate key any number of times",
			...account({ accountnumber: null }),
			...created({ accountnumber: null }),
		},
	]);

	it("makes a new id where none was sent, and says it once", () => {
		const sandbox = sandboxInMemory();
		const { headers } = sandbox.answer("POST", "accounts", { body: { name: "Contoso" } });
		const id = /\(([\da-f-]{36})\)$/.exec(headers.get("odata-entityid") ?? "")?.[1] ?? "";
		assert.equal(rowAt(sandbox, `account ${id}`)?.name, "Contoso");
		sandbox.close();
	});
});
