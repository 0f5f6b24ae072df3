/** A client that nobody here wrote drives the sandbox over HTTP: https://github.com/AleksandrRogov/DynamicsWebApi */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamicsWebApi, type RequestError } from "dynamics-web-api";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { adminUser, secondUser } from "../../../src/sandbox/service/identity.ts";
import { besides, refusedCalls } from "../../support/sandbox/refusedCalls.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";
import { projectFolder } from "../../support/sharedFolder.ts";

type Row = Readonly<Record<string, unknown>>;

const formatted = "@OData.Community.Display.V1.FormattedValue";
const crm = "Microsoft.Dynamics.CRM";

let sandbox: RunningSandbox;
let api: DynamicsWebApi;
/** A fresh account with a number of its own. */
let account: string;
let number: string;
let made = 0;

async function newAccount(data: Row = {}): Promise<string> {
	made += 1;
	number = `CLIENT-${made}`;
	return await api.create<Row, string>({
		collection: "accounts",
		data: { name: "Adventure", accountnumber: number, ...data },
	});
}

async function read(id: string, ...select: readonly string[]): Promise<Row> {
	return await api.retrieve<Row>({ collection: "accounts", key: id, select: [...select] });
}

/** What a call is refused with. */
async function refusal(
	work: Promise<unknown>,
): Promise<{ readonly status: number | undefined; readonly code: string; readonly message: string }> {
	try {
		await work;
	} catch (error) {
		const { status, code = "", message } = error as RequestError;
		return { status, code, message };
	}
	return assert.fail("the call was not refused");
}

async function isRefused(status: number, work: Promise<unknown>): Promise<void> {
	const refused = await refusal(work);
	assert.equal(refused.status, status, refused.message);
	assert.notEqual(refused.message, "");
}

type Proof = () => Promise<void>;

/** Each call of the client that the sandbox answers, with the proof. */
const used: Readonly<Record<string, Proof>> = {
	create: async () => {
		const data = { name: "Two", primarycontactid: { lastname: "Deep" }, revenue: 10 };
		const expand = [{ property: "primarycontactid", select: ["fullname"] }];
		const row = await api.create<Row>({
			collection: "accounts",
			data,
			returnRepresentation: true,
			select: ["name", "revenue"],
			expand,
		});
		assert.equal(row.name, "Two");
		assert.equal((row.primarycontactid as Row).fullname, "Deep");
		const contact = { lastname: "Bound", "parentcustomerid_account@odata.bind": `/accounts(${account})` };
		const id = await api.create<Row, string>({ collection: "contacts", data: contact });
		const back = await api.retrieve<Row>({ collection: "contacts", key: id, select: ["_parentcustomerid_value"] });
		assert.equal(back._parentcustomerid_value, account);
		await isRefused(
			400,
			api.create({
				collection: "contacts",
				data: { lastname: "X", "parentcustomerid@odata.bind": `/accounts(${account})` },
			}),
		);
		await isRefused(412, api.create({ collection: "accounts", data: { name: "Same", accountnumber: number } }));
	},
	retrieve: async () => {
		const row = await api.retrieve<Row>({
			collection: "accounts",
			key: account,
			select: ["name", "statecode", "_ownerid_value"],
			includeAnnotations: "*",
		});
		assert.equal(row[`statecode${formatted}`], "Active");
		assert.equal(row[`_ownerid_value${formatted}`], `${adminUser.firstName} ${adminUser.lastName}`);
		assert.equal(row["_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"], "systemuser");
		const byKey = await api.retrieve<Row>({
			collection: "accounts",
			key: `accountnumber='${number}'`,
			select: ["name"],
		});
		assert.equal(byKey.accountid, account);
		await isRefused(404, api.retrieve({ collection: "accounts", key: "5a4d0b0c-0000-4000-8000-0000000000ff" }));
		await isRefused(404, api.retrieve({ collection: "accounts", key: "accountnumber='none'" }));
	},
	update: async () => {
		assert.equal(await api.update({ collection: "accounts", key: account, data: { name: "Three" } }), true);
		const row = await api.update<Row>({
			collection: "accounts",
			key: account,
			data: { telephone1: "1" },
			returnRepresentation: true,
			select: ["name", "telephone1"],
		});
		assert.deepEqual([row.name, row.telephone1], ["Three", "1"]);
		await isRefused(
			404,
			api.update({ collection: "accounts", key: "5a4d0b0c-0000-4000-8000-0000000000ff", data: { name: "X" } }),
		);
	},
	updateSingleProperty: async () => {
		await api.updateSingleProperty({ collection: "accounts", key: account, fieldValuePair: { name: "Four" } });
		assert.equal((await read(account, "name")).name, "Four");
	},
	deleteRecord: async () => {
		await api.deleteRecord({ collection: "accounts", key: account, property: "telephone1" });
		assert.equal((await read(account, "telephone1")).telephone1, null);
		await api.deleteRecord({ collection: "accounts", key: account });
		await isRefused(404, read(account, "name"));
	},
	upsert: async () => {
		const id = "5a4d0b0c-1111-4000-8000-0000000000aa";
		const request = { collection: "accounts", key: id, data: { name: "Upserted" } };
		await api.upsert(request);
		assert.equal((await read(id, "name")).name, "Upserted");
		// The client gives null where the service says 412 to If-None-Match, and 404 to If-Match.
		assert.equal(await api.upsert({ ...request, ifnonematch: "*" }), null);
		await api.deleteRecord({ collection: "accounts", key: id });
		assert.equal(await api.upsert({ ...request, ifmatch: "*" }), null);
		const row = await api.upsert<Row>({
			collection: "accounts",
			key: "accountnumber='UPSERT-1'",
			data: { name: "By key" },
			returnRepresentation: true,
		});
		assert.equal(row.accountnumber, "UPSERT-1");
	},
	retrieveMultiple: async () => {
		const request = {
			collection: "contacts",
			select: ["fullname", "_parentcustomerid_value"],
			filter: "statecode eq 0",
			orderBy: ["fullname"],
			maxPageSize: 20,
			count: true,
			includeAnnotations: "*",
		};
		let page = await api.retrieveMultiple<Row>(request);
		const count = page.oDataCount ?? 0;
		assert.ok(count > 60);
		const seen: Row[] = [];
		for (;;) {
			seen.push(...page.value);
			if (page.oDataNextLink === undefined) break;
			assert.equal(page.value.length, 20);
			page = await api.retrieveMultiple<Row>(request, page.oDataNextLink);
		}
		assert.equal(seen.length, count);
		assert.equal(new Set(seen.map((row) => row.contactid)).size, count);
		const last = seen.findLast((row) => row._parentcustomerid_value !== null);
		assert.equal(typeof last?.[`_parentcustomerid_value${formatted}`], "string");
	},
	retrieveAll: async () => {
		const { value } = await api.retrieveAll<Row>({ collection: "contacts", select: ["fullname"], maxPageSize: 50 });
		assert.equal(value.length, await api.count({ collection: "contacts" }));
	},
	count: async () => {
		const all = await api.count({ collection: "accounts" });
		const some = await api.count({ collection: "accounts", filter: "statecode eq 1" });
		assert.ok(some > 0 && some < all);
	},
	countAll: async () => {
		assert.equal(await api.countAll({ collection: "accounts" }), await api.count({ collection: "accounts" }));
	},
	associate: async () => {
		const contact = await api.create<Row, string>({ collection: "contacts", data: { lastname: "Linked" } });
		const link = {
			collection: "accounts",
			primaryKey: account,
			relationshipName: "contact_customer_accounts",
			relatedKey: contact,
		};
		await api.associate({ ...link, relatedCollection: "contacts" });
		const of = (): Promise<number> =>
			api.count({ collection: "contacts", filter: `_parentcustomerid_value eq ${account}` });
		assert.equal(await of(), 1);
		await api.disassociate(link);
		assert.equal(await of(), 0);
	},
	disassociate: async () => {
		const [team] = (await api.retrieveMultiple<Row>({ collection: "teams", filter: "isdefault eq false", top: 1 }))
			.value;
		const link = {
			collection: "teams",
			primaryKey: String(team?.teamid),
			relationshipName: "teammembership_association",
			relatedKey: secondUser.id,
		};
		const members = async (): Promise<readonly unknown[]> => {
			const expand = [{ property: "teammembership_association", select: ["fullname"] }];
			const row = await api.retrieve<Row>({ collection: "teams", key: link.primaryKey, select: ["name"], expand });
			return (row.teammembership_association as readonly Row[]).map((user) => user.systemuserid);
		};
		await api.associate({ ...link, relatedCollection: "systemusers" });
		assert.ok((await members()).includes(secondUser.id));
		await api.disassociate(link);
		assert.equal((await members()).includes(secondUser.id), false);
	},
	associateSingleValued: async () => {
		const contact = await api.create<Row, string>({ collection: "contacts", data: { lastname: "First" } });
		await api.associateSingleValued({
			collection: "accounts",
			primaryKey: account,
			navigationProperty: "primarycontactid",
			relatedCollection: "contacts",
			relatedKey: contact,
		});
		assert.equal((await read(account, "_primarycontactid_value"))._primarycontactid_value, contact);
	},
	disassociateSingleValued: async () => {
		const contact = await api.create<Row, string>({ collection: "contacts", data: { lastname: "First" } });
		await api.update({
			collection: "accounts",
			key: account,
			data: { "primarycontactid@odata.bind": `/contacts(${contact})` },
		});
		await api.disassociateSingleValued({
			collection: "accounts",
			primaryKey: account,
			navigationProperty: "primarycontactid",
		});
		assert.equal((await read(account, "_primarycontactid_value"))._primarycontactid_value, null);
	},
	callFunction: async () => {
		const me = await api.callFunction<Row>("WhoAmI");
		assert.equal(me.UserId, adminUser.id);
		const other = await api.callFunction<Row>({ name: "WhoAmI", impersonate: secondUser.id });
		assert.equal(other.UserId, secondUser.id);
		const counted = await api.callFunction<Row>({
			name: "RetrieveTotalRecordCount",
			parameters: { EntityNames: ["team"] },
		});
		assert.deepEqual((counted.EntityRecordCountCollection as Row).Values, [await api.count({ collection: "teams" })]);
		await isRefused(404, api.callFunction("NoSuchFunction"));
	},
	callAction: async () => {
		const Targets = ["M1", "M2"].map((name) => ({ "@odata.type": `${crm}.account`, name }));
		const { Ids } = await api.callAction<{ readonly Ids: readonly string[] }>({
			collection: "accounts",
			actionName: `${crm}.CreateMultiple`,
			action: { Targets },
		});
		assert.equal(Ids.length, 2);
		assert.equal((await read(Ids[1] ?? "", "name")).name, "M2");
	},
	retrieveEntity: async () => {
		const table = await api.retrieveEntity<Row>({
			key: "LogicalName='account'",
			select: ["LogicalName", "EntitySetName"],
		});
		assert.equal(table.EntitySetName, "accounts");
	},
	retrieveEntities: async () => {
		const { value } = await api.retrieveEntities<Row>({ select: ["LogicalName"] });
		assert.ok(value.length > 1300);
	},
	retrieveAttributes: async () => {
		const castType = `${crm}.PicklistAttributeMetadata`;
		const { value } = await api.retrieveAttributes<Row>({
			entityKey: "LogicalName='account'",
			castType,
			select: ["LogicalName"],
		});
		assert.ok(value.some((column) => column.LogicalName === "industrycode"));
	},
	retrieveAttribute: async () => {
		const column = await api.retrieveAttribute<Row>({
			entityKey: "LogicalName='account'",
			attributeKey: "LogicalName='industrycode'",
			castType: `${crm}.PicklistAttributeMetadata`,
			select: ["LogicalName"],
			expand: [{ property: "OptionSet" }],
		});
		assert.equal(((column.OptionSet as Row).Options as readonly unknown[]).length, 33);
	},
	retrieveRelationships: async () => {
		const castType = `${crm}.ManyToManyRelationshipMetadata`;
		const { value } = await api.retrieveRelationships<Row>({ castType, select: ["SchemaName"] });
		assert.ok(value.some((one) => one.SchemaName === "teammembership_association"));
	},
	retrieveRelationship: async () => {
		const one = await api.retrieveRelationship<Row>({ key: "SchemaName='contact_customer_accounts'" });
		assert.equal(one.SchemaName, "contact_customer_accounts");
	},
	retrieveGlobalOptionSet: async () => {
		const choice = await api.retrieveGlobalOptionSet<Row>({ key: "Name='budgetstatus'" });
		assert.equal(choice.Name, "budgetstatus");
	},
	retrieveGlobalOptionSets: async () => {
		const { value } = await api.retrieveGlobalOptionSets<Row>({ select: ["Name"] });
		assert.ok(value.length > 20);
	},
	retrieveCsdlMetadata: async () => {
		const text = await api.retrieveCsdlMetadata();
		assert.match(text, /<EntityType Name="account"/);
		assert.match(text.trimEnd(), /<\/edmx:Edmx>$/);
	},
	startBatch: async () => {
		api.startBatch();
		void api.retrieveMultiple({ collection: "accounts", top: 1, select: ["name"] });
		void api.create({ collection: "accounts", data: { name: "In a batch" }, contentId: "1", inChangeSet: true });
		void api.create({
			collection: "contacts",
			data: { lastname: "Of it", "parentcustomerid_account@odata.bind": "$1" },
			contentId: "2",
			inChangeSet: true,
		});
		const [page, first, second] = (await api.executeBatch()) as unknown as readonly [
			{ readonly value: readonly Row[] },
			string,
			string,
		];
		assert.equal(page.value.length, 1);
		const contact = await api.retrieve<Row>({
			collection: "contacts",
			key: second,
			select: ["_parentcustomerid_value"],
		});
		assert.equal(contact._parentcustomerid_value, first);
	},
	executeBatch: async () => {
		const before = await api.count({ collection: "accounts" });
		api.startBatch();
		void api.create({ collection: "accounts", data: { name: "First" }, contentId: "1", inChangeSet: true });
		void api.create({
			collection: "accounts",
			data: { name: "Second", nosuchcolumn: 1 },
			contentId: "2",
			inChangeSet: true,
		});
		const refused = await api.executeBatch().then(
			() => assert.fail("the batch was not refused"),
			(error: unknown) => error,
		);
		assert.ok(refused);
		assert.equal(await api.count({ collection: "accounts" }), before);
		api.startBatch();
		void api.create({ collection: "accounts", data: { name: "Bad", nosuchcolumn: 1 }, inChangeSet: false });
		void api.create({ collection: "accounts", data: { name: "Good" }, inChangeSet: false });
		await api.executeBatch({ continueOnError: true }).catch(() => undefined);
		assert.equal(await api.count({ collection: "accounts" }), before + 1);
	},
};

describe("A client that nobody here wrote", () => {
	before(async () => {
		sandbox = await runSandbox({ rows: 600, seed: 1 });
		api = new DynamicsWebApi({
			serverUrl: sandbox.url,
			dataApi: { version: "9.2" },
			onTokenRefresh: () => Promise.resolve(sandbox.token),
		});
	});

	after(() => sandbox.close());

	beforeEach(async () => {
		account = await newAccount();
	});

	for (const [call, proof] of Object.entries(used)) it(`does its ${call}`, proof);

	for (const [call, [status, request]] of Object.entries(refusedCalls)) {
		it(`is refused its ${call}: ${status}`, () => isRefused(status, request(api, account)));
	}

	it("sees who changed a row first", async () => {
		const stale = String((await read(account, "name"))["@odata.etag"]);
		const change = { collection: "accounts", key: account, data: { name: "Mine" } };
		await api.update({ ...change, data: { name: "Somebody else" } });
		// This client answers false where the service says 412 to its If-Match.
		assert.equal(await api.update({ ...change, ifmatch: stale }), false);
		const row = await read(account, "name");
		assert.equal(row.name, "Somebody else");
		const unchanged = {
			collection: "accounts",
			key: account,
			select: ["name"],
			ifnonematch: String(row["@odata.etag"]),
		};
		assert.equal((await api.retrieve<Row | null>(unchanged)) ?? undefined, undefined);
		assert.equal(await api.update({ ...change, ifmatch: String(row["@odata.etag"]) }), true);
	});

	it("has no call that the README does not tell of, and the README tells of no other", () => {
		const calls = Object.keys(api).sort();
		assert.deepEqual([...Object.keys(used), ...Object.keys(refusedCalls), ...besides].sort(), calls);
		const readme = readFileSync(join(projectFolder, "src", "sandbox", "README.md"), "utf8");
		const rows = [...readme.matchAll(/^\| `(\w+)` \| (used|refused|besides) \| .+ \|$/gm)].map(
			([, call, what]) => `${call ?? ""} ${what ?? ""}`,
		);
		const expected = [
			...Object.keys(used).map((call) => `${call} used`),
			...Object.keys(refusedCalls).map((call) => `${call} refused`),
			...besides.map((call) => `${call} besides`),
		];
		assert.deepEqual(rows.sort(), expected.sort());
	});
});
