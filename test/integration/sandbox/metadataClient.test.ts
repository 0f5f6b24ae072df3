import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { DynamicsWebApi } from "dynamics-web-api";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { runSandbox, send } from "../../support/sandbox/runningSandbox.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";

/** What is read of definitions here; labels and options only as far as they are looked at. */
interface Definition {
	readonly MetadataId: string;
	readonly LogicalName?: string;
	readonly SchemaName?: string;
	readonly EntitySetName?: string;
	readonly Name?: string;
	readonly MaxLength?: number;
	readonly ReferencedEntity?: string;
	readonly OptionSet?: { readonly Options: readonly { readonly Value: number }[] };
	readonly Options?: readonly { readonly Value: number }[];
	readonly Attributes?: readonly Definition[];
}

const crm = "Microsoft.Dynamics.CRM";

describe("The metadata requests of dynamics-web-api", function () {
	this.timeout(60_000);
	let sandbox: RunningSandbox;
	let client: DynamicsWebApi;

	before(async () => {
		sandbox = await runSandbox();
		client = new DynamicsWebApi({
			serverUrl: sandbox.url,
			dataApi: { version: "9.2" },
			onTokenRefresh: () => Promise.resolve(sandbox.token),
		});
	});
	after(async () => {
		await sandbox.close();
	});

	it("retrieveEntities: all, and by filter", async () => {
		const all = await client.retrieveEntities<Definition>({ select: ["LogicalName", "EntitySetName"] });
		assert.equal(all.value.length, shippedCatalog().tables().length);
		const userOwned = await client.retrieveEntities<Definition>({
			select: ["LogicalName"],
			filter: `OwnershipType eq ${crm}.OwnershipTypes'UserOwned' and EntitySetName eq 'leads'`,
		});
		assert.deepEqual(
			userOwned.value.map(({ LogicalName: name }) => name),
			["lead"],
		);
	});

	it("retrieveEntity: by name and by id, with columns", async () => {
		const byName = await client.retrieveEntity<Definition>({
			key: "LogicalName='account'",
			select: ["LogicalName", "EntitySetName"],
			expand: [{ property: "Attributes", select: ["LogicalName"], filter: "IsPrimaryName eq true" }],
		});
		assert.equal(byName.EntitySetName, "accounts");
		assert.deepEqual(
			byName.Attributes?.map(({ LogicalName: name }) => name),
			["name"],
		);
		const byId = await client.retrieveEntity<Definition>({ key: byName.MetadataId, select: ["LogicalName"] });
		assert.equal(byId.LogicalName, "account");
	});

	it("retrieveAttributes: of one kind", async () => {
		const { value } = await client.retrieveAttributes<Definition>({
			entityKey: "LogicalName='account'",
			castType: `${crm}.StringAttributeMetadata`,
			select: ["LogicalName", "MaxLength"],
		});
		const name = value.find(({ LogicalName: logicalName }) => logicalName === "name");
		assert.equal(name?.MaxLength, 160);
	});

	it("retrieveAttribute: with its options", async () => {
		const column = await client.retrieveAttribute<Definition>({
			entityKey: "LogicalName='account'",
			attributeKey: "LogicalName='industrycode'",
			castType: `${crm}.PicklistAttributeMetadata`,
			select: ["LogicalName"],
			expand: [{ property: "OptionSet" }],
		});
		const documented = shippedCatalog().column("account", "industrycode")?.choice?.options;
		assert.deepEqual(
			column.OptionSet?.Options.map(({ Value: value }) => value),
			documented?.map(({ value }) => value),
		);
	});

	it("retrieveRelationships: of one kind and one table", async () => {
		const { value } = await client.retrieveRelationships<Definition>({
			castType: `${crm}.OneToManyRelationshipMetadata`,
			select: ["SchemaName", "ReferencedEntity"],
			filter: "ReferencingEntity eq 'lead'",
		});
		assert.ok(value.some(({ SchemaName: name }) => name === "lead_parent_account"));
		const [first] = value;
		assert.ok(first);
		const again = await client.retrieveRelationship<Definition>({
			key: first.MetadataId,
			castType: `${crm}.OneToManyRelationshipMetadata`,
		});
		assert.equal(again.SchemaName, first.SchemaName);
	});

	it("retrieveGlobalOptionSets and retrieveGlobalOptionSet", async () => {
		const { value } = await client.retrieveGlobalOptionSets<Definition>({ select: ["Name"] });
		assert.ok(value.some(({ Name: name }) => name === "budgetstatus"));
		const one = await client.retrieveGlobalOptionSet<Definition>({
			key: "Name='budgetstatus'",
			castType: `${crm}.OptionSetMetadata`,
			select: ["Options"],
		});
		assert.deepEqual(
			one.Options?.map(({ Value: option }) => option),
			[0, 1, 2, 3],
		);
	});

	it("retrieveCsdlMetadata", async () => {
		const csdl = await client.retrieveCsdlMetadata();
		assert.match(csdl.slice(0, 200), /<edmx:Edmx Version="4\.0"/);
		assert.ok(csdl.includes('<EntitySet Name="accounts" EntityType="Microsoft.Dynamics.CRM.account">'));
	});

	it("the same document compressed, when it is made and when it is kept", async () => {
		const plain = await send(sandbox, "/api/data/v9.2/$metadata");
		for (const time of ["first", "second"]) {
			const { headers, body } = await send(sandbox, "/api/data/v9.2/$metadata", {
				headers: { "accept-encoding": "gzip" },
			});
			assert.equal(headers["content-encoding"], "gzip", time);
			assert.ok(gunzipSync(body).equals(plain.body), time);
		}
	});

	it("names of tables instead of sets, which the client looks up itself", async () => {
		const byTable = new DynamicsWebApi({
			serverUrl: sandbox.url,
			dataApi: { version: "9.2" },
			useEntityNames: true,
			onTokenRefresh: () => Promise.resolve(sandbox.token),
		});
		const { value } = await byTable.retrieveMultiple<{ readonly name: string }>({
			collection: "account",
			select: ["name"],
		});
		assert.deepEqual(value, []);
	});

	it("callFunction and callAction", async () => {
		const me = await client.callFunction<{ readonly UserId: string }>("WhoAmI");
		assert.match(me.UserId, /^[0-9a-f-]{36}$/);
		const made = await client.callAction<{ readonly Ids: readonly string[] }>({
			collection: "accounts",
			actionName: `${crm}.CreateMultiple`,
			action: { Targets: [{ "@odata.type": `${crm}.account`, name: "Ada" }] },
		});
		assert.equal(made.Ids.length, 1);
		const counted = await client.callFunction<{
			readonly EntityRecordCountCollection: { readonly Values: readonly number[] };
		}>({ name: "RetrieveTotalRecordCount", parameters: { EntityNames: ["account"] } });
		assert.deepEqual(counted.EntityRecordCountCollection.Values, [1]);
	});

	it("createEntity is refused in so many words", async () => {
		await assert.rejects(client.createEntity({ data: { SchemaName: "new_Thing" } }), /not in the sandbox yet/);
	});
});
