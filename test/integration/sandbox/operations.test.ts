import assert from "node:assert/strict";
import { adminUser, organization, rootBusinessUnit, secondUser } from "../../../src/sandbox/service/identity.ts";
import { sandboxInMemory, type SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";

type Shape = Readonly<Record<string, unknown>>;

const crm = "Microsoft.Dynamics.CRM";

describe("Functions of the sandbox", () => {
	let sandbox: SandboxInMemory;

	before(() => {
		sandbox = sandboxInMemory();
		for (const name of ["Ada", "Ben", "Cai"]) sandbox.ok("POST", "accounts", { body: { name } });
		sandbox.ok("POST", "contacts", { body: { lastname: "Doe" } });
	});
	after(() => {
		sandbox.close();
	});

	const ok = (path: string, headers: Readonly<Record<string, string>> = {}): Shape =>
		sandbox.ok("GET", path, { headers }) as Shape;

	for (const path of ["WhoAmI", "WhoAmI()"]) {
		it(`${path} names rows that are there`, () => {
			const { "@odata.context": context, ...ids } = ok(path);
			assert.match(String(context), /\/api\/data\/v9\.2\/\$metadata#Microsoft\.Dynamics\.CRM\.WhoAmIResponse$/);
			assert.deepEqual(ids, {
				BusinessUnitId: rootBusinessUnit.id,
				UserId: adminUser.id,
				OrganizationId: organization.id,
			});
			for (const [set, id] of [
				["systemusers", ids.UserId],
				["businessunits", ids.BusinessUnitId],
				["organizations", ids.OrganizationId],
			] as const)
				assert.equal(sandbox.answer("GET", `${set}(${id})`).status, 200, set);
		});
	}

	for (const header of ["CallerObjectId", "MSCRMCallerID"]) {
		it(`WhoAmI names the user of ${header}`, () => {
			const id = header === "CallerObjectId" ? secondUser.objectId : secondUser.id;
			assert.equal(ok("WhoAmI", { [header]: id }).UserId, secondUser.id);
		});
	}

	it("RetrieveVersion answers as version 9.2", () => {
		const { Version: version, "@odata.context": context } = ok("RetrieveVersion()");
		assert.match(String(version), /^9\.2\.\d+\.\d+$/);
		assert.match(String(context), /#Microsoft\.Dynamics\.CRM\.RetrieveVersionResponse$/);
	});

	for (const path of [
		`RetrieveCurrentOrganization(AccessType=${crm}.EndpointAccessType'Default')`,
		`RetrieveCurrentOrganization(AccessType=@p1)?@p1=${crm}.EndpointAccessType'Internet'`,
	]) {
		it(path, () => {
			const detail = ok(path).Detail as Shape;
			assert.equal(detail.OrganizationId, organization.id);
			assert.equal(detail.TenantId, organization.tenantId);
			assert.deepEqual(detail.Endpoints, {
				Count: 1,
				IsReadOnly: false,
				Keys: ["WebApplication"],
				Values: ["http://localhost/"],
			});
		});
	}

	for (const [path, keys, values] of [
		["RetrieveTotalRecordCount(EntityNames=['account'])", ["account"], [3]],
		['RetrieveTotalRecordCount(EntityNames=["contact","account"])', ["contact", "account"], [1, 3]],
		["RetrieveTotalRecordCount(EntityNames=@p1)?@p1=['account','lead']", ["account", "lead"], [3, 0]],
		["RetrieveTotalRecordCount(EntityNames=@names)?@names=%5B%22account%22%5D", ["account"], [3]],
		["RetrieveTotalRecordCount(EntityNames=[])", [], []],
	] as const) {
		it(path, () => {
			const { "@odata.context": context, EntityRecordCountCollection: counts } = ok(path);
			assert.match(String(context), /#Microsoft\.Dynamics\.CRM\.RetrieveTotalRecordCountResponse$/);
			assert.deepEqual(counts, { Count: keys.length, IsReadOnly: false, Keys: keys, Values: values });
		});
	}

	for (const [method, path, status, code, text] of [
		["POST", "WhoAmI", 405, "", "POST"],
		["GET", "whoami", 404, "0x8006088a", "Resource not found for the segment 'whoami'."],
		["GET", "WhoAmI(a=1)", 404, "0x8006088a", "'WhoAmI'"],
		["GET", "WhoAmI?$select=UserId", 400, "0x80060888", "$select"],
		["GET", "WhoAmI/UserId", 501, "", "not in the sandbox yet"],
		["GET", `${crm}.WhoAmI`, 404, "0x8006088a", "Microsoft.Dynamics.CRM.WhoAmI"],
		["GET", "RetrieveTotalRecordCount", 404, "0x8006088a", "'RetrieveTotalRecordCount'"],
		["GET", "RetrieveTotalRecordCount(Names=['account'])", 404, "0x8006088a", "'RetrieveTotalRecordCount'"],
		["GET", "RetrieveTotalRecordCount('account')", 404, "0x8006088a", "'RetrieveTotalRecordCount'"],
		["GET", "RetrieveTotalRecordCount(EntityNames=@p1)", 400, "0x80060888", "Collection(Edm.String)"],
		["GET", "RetrieveTotalRecordCount(EntityNames='account')", 400, "0x80060888", "Collection(Edm.String)"],
		["GET", "RetrieveTotalRecordCount(EntityNames=[1])", 400, "0x80060888", "Collection(Edm.String)"],
		["GET", "RetrieveTotalRecordCount(EntityNames=['accounts'])", 400, "0x80040217", "'accounts'"],
		["GET", "RetrieveTotalRecordCount(EntityNames=['aaduser'])", 400, "0x80040203", "virtual"],
		["GET", "RetrieveCurrentOrganization(AccessType='Default')", 400, "0x80060888", "EndpointAccessType"],
		[
			"GET",
			`RetrieveCurrentOrganization(AccessType=${crm}.EndpointAccessType'No')`,
			400,
			"0x80060888",
			"EndpointAccess",
		],
		["GET", "NoSuchThing", 404, "0x8006088a", "Resource not found for the segment 'NoSuchThing'."],
		["GET", "Account", 404, "0x8006088a", "Resource not found for the segment 'Account'."],
		["POST", "WinOpportunity", 501, "", "The operation WinOpportunity is not in the sandbox yet"],
		["POST", "CloseIncident", 501, "", "not in the sandbox yet"],
		["GET", "RetrieveMetadataChanges(Query=@p1)", 501, "", "not in the sandbox yet"],
		["POST", `accounts(00000000-0000-0000-0000-000000000001)/${crm}.GrantAccess`, 501, "", "not in the sandbox yet"],
		["POST", `accounts(00000000-0000-0000-0000-000000000001)/${crm}.NoSuchThing`, 404, "0x8006088a", "NoSuchThing"],
		["GET", `accounts/${crm}.NoSuchThing`, 404, "0x8006088a", "NoSuchThing"],
		["GET", `nosuchset/${crm}.CreateMultiple`, 404, "0x8006088a", "'nosuchset'"],
	] as const) {
		it(`${method} ${path} is ${status}`, () => {
			const refused = sandbox.refused(method, path, method === "POST" ? { body: {} } : {});
			assert.equal(`${refused.status} ${refused.code}`, `${status} ${code}`, refused.message);
			assert.ok(refused.message.includes(text), refused.message);
		});
	}
});
