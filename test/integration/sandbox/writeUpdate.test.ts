import { adminUser, rootBusinessUnit, secondUser } from "../../../src/sandbox/service/identity.ts";
import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid, writeCases } from "../../support/sandbox/writeCases.ts";

const [one, two, three] = [guid("1"), guid("2"), guid("3")];
const later = "2026-03-15T11:30:00Z";
const row = `account ${one}`;

function prepare(sandbox: SandboxInMemory): void {
	sandbox.ok("POST", "contacts", { body: { contactid: one, firstname: "Ada", lastname: "Lind" } });
	sandbox.ok("POST", "accounts", {
		body: {
			accountid: one,
			name: "Fabrikam",
			accountnumber: "F-1",
			telephone1: "1",
			"primarycontactid@odata.bind": `contacts(${one})`,
		},
	});
	sandbox.ok("POST", "accounts", { body: { accountid: two, name: "Contoso", accountnumber: "C-1" } });
	sandbox.now += 60 * 60 * 1000;
}

const patch = (body: unknown, id = one): { readonly request: string; readonly body: unknown } => ({
	request: `PATCH accounts(${id})`,
	body,
});

describe("sandbox: update and upsert", () => {
	writeCases(prepare, [
		{
			name: "changes what is sent and nothing else",
			...patch({ name: "Fabrikam Ltd" }),
			status: 204,
			after: {
				[row]: {
					name: "Fabrikam Ltd",
					name$folded: "fabrikam ltd",
					telephone1: "1",
					primarycontactid: one,
					createdon: "2026-03-15T10:30:00Z",
					modifiedon: later,
					modifiedby: adminUser.id,
				},
			},
			headersAfter: { "odata-entityid": `http://localhost/api/data/v9.2/accounts(${one})` },
		},
		{
			name: "says who changed it for whom",
			...patch({ name: "x" }),
			headers: { CallerObjectId: secondUser.objectId },
			status: 204,
			after: { [row]: { modifiedby: secondUser.id, modifiedonbehalfby: adminUser.id, createdby: adminUser.id } },
		},
		{ name: "clears with null", ...patch({ telephone1: null }), status: 204, after: { [row]: { telephone1: null } } },
		{
			name: "clears a lookup by its binding",
			...patch({ "primarycontactid@odata.bind": null }),
			status: 204,
			after: { [row]: { primarycontactid: null } },
		},
		{
			name: "clears a lookup by its name",
			...patch({ primarycontactid: null }),
			status: 204,
			after: { [row]: { primarycontactid: null } },
		},
		{
			name: "moves a customer from one table to the other",
			request: `PATCH contacts(${one})`,
			body: { "parentcustomerid_contact@odata.bind": null, "parentcustomerid_account@odata.bind": `accounts(${two})` },
			status: 204,
			after: { [`contact ${one}`]: { parentcustomerid: two, parentcustomerid$target: "account" } },
		},
		{
			name: "passes read-only columns over",
			...patch({
				createdon: "2001-01-01T00:00:00Z",
				overriddencreatedon: "2001-01-01T00:00:00Z",
				accountid: two,
				name: "x",
			}),
			status: 204,
			after: { [row]: { createdon: "2026-03-15T10:30:00Z", name: "x" }, [`account ${two}`]: { name: "Contoso" } },
		},
		{
			name: "passes over what is set only when a record is made",
			...patch({ overriddencreatedon: "2001-01-01T00:00:00Z", importsequencenumber: 7, name: "x" }),
			status: 204,
			after: { [row]: { overriddencreatedon: null, importsequencenumber: null, name: "x" } },
		},
		{
			name: "composes the name again",
			request: `PATCH contacts(${one})`,
			body: { lastname: "Berg" },
			status: 204,
			after: { [`contact ${one}`]: { fullname: "Ada Berg", fullname$folded: "ada berg" } },
		},
		{
			name: "assigns with everything beside the owner",
			...patch({ "ownerid@odata.bind": `teams(${rootBusinessUnit.teamId})` }),
			status: 204,
			after: {
				[row]: {
					ownerid: rootBusinessUnit.teamId,
					ownerid$target: "team",
					owninguser: null,
					owningteam: rootBusinessUnit.teamId,
				},
			},
		},
		{
			name: "never leaves a record without owner",
			...patch({ "ownerid@odata.bind": null }),
			status: 400,
			code: "0x80040203",
			says: "Attribute: ownerid cannot be set to NULL",
			after: { [row]: { ownerid: adminUser.id } },
		},
		{
			name: "refuses rows within",
			...patch({ primarycontactid: { lastname: "x" } }),
			status: 400,
			code: "0x80060888",
			says: "Deep update of navigation properties is not allowed.",
		},
		{
			name: "refuses to bind a collection",
			...patch({ "Account_Tasks@odata.bind": [] }),
			status: 400,
			code: "0x80048d19",
		},
		{
			name: "names no set in a refused update",
			...patch({ nosuch: 1 }),
			status: 400,
			code: "0x80048d19",
			says: "for Entity :'',",
		},
		{
			name: "refuses a taken alternate key",
			...patch({ accountnumber: "c-1" }),
			status: 412,
			code: "0x80060892",
			after: { [row]: { accountnumber: "F-1" } },
		},
		{
			name: "keeps its own alternate key",
			...patch({ accountnumber: "f-1" }),
			status: 204,
			after: { [row]: { accountnumber: "f-1" } },
		},
		{
			name: "refuses a circle of parents",
			...patch({ "parentaccountid@odata.bind": `accounts(${one})` }),
			status: 400,
			code: "0x80040507",
			after: { [row]: { parentaccountid: null } },
		},
		{
			name: "creates where there is no record",
			...patch({ name: "New" }, three),
			status: 204,
			after: { [`account ${three}`]: { name: "New", ownerid: adminUser.id, statecode: 0 } },
		},
		{
			name: "creates no rows within an upsert",
			...patch({ primarycontactid: { lastname: "x" } }, three),
			status: 400,
			code: "0x80060888",
			after: { [`account ${three}`]: null },
		},
		{
			name: "does not create with If-Match: *",
			...patch({ name: "New" }, three),
			headers: { "If-Match": "*" },
			status: 404,
			code: "0x80040217",
			says: `account With Id = ${three} Does Not Exist`,
			after: { [`account ${three}`]: null },
		},
		{
			name: "updates with If-Match: *",
			...patch({ name: "x" }),
			headers: { "If-Match": "*" },
			status: 204,
			after: { [row]: { name: "x" } },
		},
		{
			name: "does not update with If-None-Match: *",
			...patch({ name: "x" }),
			headers: { "If-None-Match": "*" },
			status: 412,
			code: "0x80040237",
			says: "A record with matching key values already exists.",
			after: { [row]: { name: "Fabrikam" } },
		},
		{
			name: "creates with If-None-Match: *",
			...patch({ name: "New" }, three),
			headers: { "If-None-Match": "*" },
			status: 204,
			after: { [`account ${three}`]: { name: "New" } },
		},
		{
			name: "passes If-None-Match: null over, which clients send everywhere",
			...patch({ name: "x" }),
			headers: { "If-None-Match": "null" },
			status: 204,
			after: { [row]: { name: "x" } },
		},
		{
			name: "refuses another version",
			...patch({ name: "x" }),
			headers: { "If-Match": 'W/"1"' },
			status: 412,
			code: "0x80060882",
			says: "The version of the existing record doesn't match the RowVersion property provided.",
			after: { [row]: { name: "Fabrikam" } },
		},
		{
			name: "refuses what is no entity tag",
			...patch({ name: "x" }),
			headers: { "If-Match": "yesterday" },
			status: 400,
			after: { [row]: { name: "Fabrikam" } },
		},
		{
			name: "does not create for an entity tag",
			...patch({ name: "x" }, three),
			headers: { "If-Match": 'W/"1"' },
			status: 404,
			code: "0x80040217",
			after: { [`account ${three}`]: null },
		},
		{
			name: "updates by an alternate key, and not the key",
			request: "PATCH accounts(accountnumber='F-1')",
			body: { name: "x", accountnumber: "F-2" },
			status: 204,
			after: { [row]: { name: "x", accountnumber: "F-1" } },
			headersAfter: { "odata-entityid": "http://localhost/api/data/v9.2/accounts(accountnumber='F-1')" },
		},
		{
			name: "refuses an alternate key with If-Match: * where there is no record",
			request: "PATCH accounts(accountnumber='none')",
			body: { name: "x" },
			headers: { "If-Match": "*" },
			status: 404,
			code: "0x80060891",
		},
		{ name: "refuses an update of a set", request: "PATCH accounts", body: {}, status: 405 },
		{ name: "refuses an update of a property", request: `PATCH accounts(${one})/name`, body: {}, status: 405 },
		{ name: "refuses to replace a record", request: `PUT accounts(${one})`, body: {}, status: 405 },
	]);
});

describe("sandbox: one property", () => {
	const name = `accounts(${one})/name`;
	writeCases(prepare, [
		{
			name: "sets it",
			request: `PUT ${name}`,
			body: { value: "x" },
			status: 204,
			after: { [row]: { name: "x", modifiedon: later } },
		},
		{
			name: "clears it",
			request: `DELETE accounts(${one})/telephone1`,
			status: 204,
			after: { [row]: { telephone1: null } },
		},
		{ name: "wants a value", request: `PUT ${name}`, body: { name: "x" }, status: 400, code: "0x80048d19" },
		{
			name: "wants a record",
			request: `PUT accounts(${three})/name`,
			body: { value: "x" },
			status: 404,
			code: "0x80040217",
			after: { [`account ${three}`]: null },
		},
		{
			name: "wants the right version",
			request: `DELETE ${name}`,
			headers: { "If-Match": 'W/"1"' },
			status: 412,
			code: "0x80060882",
			after: { [row]: { name: "Fabrikam" } },
		},
		{ name: "wants a property that is there", request: `PUT accounts(${one})/nosuch`, body: { value: 1 }, status: 400 },
		{
			name: "does not delete a lookup's value",
			request: `DELETE accounts(${one})/_primarycontactid_value`,
			status: 400,
			after: { [row]: { primarycontactid: one } },
		},
		{
			name: "does not delete a navigation property",
			request: `DELETE accounts(${one})/primarycontactid`,
			status: 400,
			after: { [row]: { primarycontactid: one } },
		},
		{
			name: "does not set a lookup's value",
			request: `PUT accounts(${one})/_primarycontactid_value`,
			body: { value: two },
			status: 400,
			code: "0x80060888",
		},
	]);
});
