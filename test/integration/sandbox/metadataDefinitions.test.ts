import assert from "node:assert/strict";
import type { Catalog } from "../../../src/core/schema/catalog.ts";
import type { ColumnType } from "../../../src/core/schema/model.ts";
import { sandboxInMemory, type SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { shippedCatalog } from "../../support/sandbox/shippedCatalog.ts";

type Shape = Readonly<Record<string, unknown>>;

const account = "EntityDefinitions(LogicalName='account')";
const crm = "Microsoft.Dynamics.CRM";

describe("The definitions of the sandbox", function () {
	this.timeout(60_000);
	let sandbox: SandboxInMemory;
	const catalog = shippedCatalog();

	before(() => {
		sandbox = sandboxInMemory();
	});
	after(() => {
		sandbox.close();
	});

	const one = (path: string): Shape => sandbox.ok("GET", path) as Shape;
	const many = (path: string): readonly Shape[] => one(path).value as readonly Shape[];
	const namesAt = (path: string, property = "LogicalName"): string =>
		many(path)
			.map((item) => String(item[property]))
			.sort()
			.join(" ");

	describe("lists", () => {
		it("holds every table, in one page", () => {
			const answered = one("EntityDefinitions?$select=LogicalName&$count=true");
			assert.equal(answered["@odata.count"], catalog.tables().length);
			assert.equal(answered["@odata.nextLink"], undefined);
			assert.equal(
				namesAt("EntityDefinitions?$select=LogicalName"),
				catalog
					.tables()
					.map(({ logicalName }) => logicalName)
					.sort()
					.join(" "),
			);
		});

		const owned = catalog.tables().filter(({ ownership }) => ownership === "BusinessOwned");
		const required = catalog
			.table("account")
			?.columns.filter(({ requiredLevel }) => requiredLevel === "ApplicationRequired");
		const picklists = catalog.table("account")?.columns.filter(({ type }) => type === "Picklist");
		const listOf = (items: readonly { readonly logicalName: string }[] | undefined): string =>
			(items ?? [])
				.map(({ logicalName }) => logicalName)
				.sort()
				.join(" ");

		for (const [path, expected] of [
			["EntityDefinitions?$select=LogicalName&$filter=LogicalName eq 'account'", "account"],
			["EntityDefinitions?$select=LogicalName&$filter=EntitySetName eq 'contacts'", "contact"],
			["EntityDefinitions?$select=LogicalName&$filter='lead' eq LogicalName", "lead"],
			["EntityDefinitions?$select=LogicalName&$filter=LogicalName eq @p1&@p1='team'", "team"],
			["EntityDefinitions?$filter=LogicalName eq 'Account'", ""],
			["EntityDefinitions?$select=LogicalName&$filter=LogicalName eq 'lead' or LogicalName eq 'task'", "lead task"],
			["EntityDefinitions?$select=LogicalName&$filter=(LogicalName eq 'lead') and not (LogicalName ne 'lead')", "lead"],
			["EntityDefinitions?$select=LogicalName&$filter=LogicalName gt 'zz' or LogicalName lt 'a'", ""],
			[
				`EntityDefinitions?$select=LogicalName&$filter=OwnershipType eq ${crm}.OwnershipTypes'BusinessOwned'`,
				listOf(owned),
			],
			// What no page documents is null: neither true nor false.
			["EntityDefinitions?$filter=IsCustomEntity eq true or IsCustomEntity eq false or IsCustomEntity", ""],
			["EntityDefinitions?$filter=CanCreateAttributes/Value eq true", ""],
			["EntityDefinitions?$filter=ObjectTypeCode eq 1", ""],
			["EntityDefinitions?$select=LogicalName&$filter=ObjectTypeCode eq null and LogicalName eq 'lead'", "lead"],
			[
				`${account}/Attributes?$select=LogicalName&$filter=RequiredLevel/Value eq ${crm}.AttributeRequiredLevel'ApplicationRequired'`,
				listOf(required),
			],
			[
				`${account}/Attributes?$select=LogicalName&$filter=AttributeType eq ${crm}.AttributeTypeCode'Picklist'`,
				listOf(picklists),
			],
			[`${account}/Attributes/${crm}.PicklistAttributeMetadata?$select=LogicalName`, listOf(picklists)],
			[`${account}/Attributes?$select=LogicalName&$filter=IsPrimaryId eq true or IsPrimaryName`, "accountid name"],
			[`${account}/Attributes/${crm}.StringAttributeMetadata?$select=LogicalName&$filter=MaxLength ge 4000`, ""],
			["EntityDefinitions(LogicalName='contact')/Keys", "sandbox_email sandbox_name_email"],
			["EntityDefinitions(LogicalName='lead')/Keys", ""],
			[
				`${account}/Attributes/${crm}.BigIntAttributeMetadata?$filter=MaxValue eq 9223372036854775807 and MinValue lt -9223372036854775807 and MinValue ge -9223372036854775808 and MaxValue gt 5`,
				"entityimage_timestamp versionnumber",
			],
			[`${account}/Attributes/${crm}.BigIntAttributeMetadata?$filter=MaxValue eq 9223372036854775806`, ""],
		] as const) {
			it(path, () => {
				assert.equal(namesAt(path), expected);
			});
		}
	});

	describe("shapes", () => {
		it("is the documented one of a table", () => {
			const { "@odata.context": context, ...shape } = one(`${account}?$select=DisplayName,EntitySetName`);
			assert.match(
				String(context),
				/\/api\/data\/v9\.2\/\$metadata#EntityDefinitions\(DisplayName,EntitySetName\)\/\$entity$/,
			);
			const label = (shape.DisplayName as Shape).UserLocalizedLabel as Shape;
			assert.deepEqual(shape, {
				MetadataId: one(account).MetadataId,
				EntitySetName: "accounts",
				DisplayName: { LocalizedLabels: [label], UserLocalizedLabel: label },
			});
			assert.deepEqual(Object.keys(label), ["Label", "LanguageCode", "IsManaged", "MetadataId", "HasChanged"]);
			assert.equal(label.Label, "Account");
			assert.equal(label.LanguageCode, 1033);
		});

		it("is the documented one of a choice behind a cast", () => {
			const path = `${account}/Attributes(LogicalName='accountcategorycode')/${crm}.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Options)`;
			const found = one(path);
			assert.match(
				String(found["@odata.context"]),
				/#EntityDefinitions\('account'\)\/Attributes\/Microsoft\.Dynamics\.CRM\.PicklistAttributeMetadata\(LogicalName,OptionSet\(Options\),GlobalOptionSet\(Options\)\)\/\$entity$/,
			);
			assert.deepEqual(Object.keys(found), [
				"@odata.context",
				"MetadataId",
				"LogicalName",
				"OptionSet",
				"GlobalOptionSet",
			]);
			assert.deepEqual(found.OptionSet, found.GlobalOptionSet);
			const options = (found.OptionSet as Shape).Options as readonly Shape[];
			assert.deepEqual(
				options.map(({ Value: value, Label: label }) => [value, ((label as Shape).UserLocalizedLabel as Shape).Label]),
				[
					[1, "Preferred Customer"],
					[2, "Standard"],
				],
			);
			assert.deepEqual(options[0]?.Description, { LocalizedLabels: [], UserLocalizedLabel: null });
			assert.deepEqual(options[0].ParentValues, []);
		});

		it("names the type of a column where it is more than the declared one", () => {
			const types = new Map(
				many(`${account}/Attributes?$select=LogicalName`).map((item) => [item.LogicalName, item["@odata.type"]]),
			);
			for (const [name, type] of [
				["name", "String"],
				["description", "Memo"],
				["revenue", "Money"],
				["numberofemployees", "Integer"],
				["primarycontactid", "Lookup"],
				["ownerid", "Lookup"],
				["accountid", "UniqueIdentifier"],
				["createdon", "DateTime"],
				["donotemail", "Boolean"],
				["statecode", "State"],
				["statuscode", "Status"],
				["industrycode", "Picklist"],
				["entityimage", "Image"],
				["versionnumber", "BigInt"],
				["exchangerate", "Decimal"],
				["address1_latitude", "Double"],
			] as const)
				assert.equal(types.get(name), `#${crm}.${type}AttributeMetadata`, name);
		});

		it("knows states with their statuses and statuses with their state", () => {
			const optionsOf = (column: string, type: string): readonly Shape[] => {
				const found = one(`${account}/Attributes(LogicalName='${column}')/${crm}.${type}?$expand=OptionSet`);
				return (found.OptionSet as Shape).Options as readonly Shape[];
			};
			assert.deepEqual(
				optionsOf("statecode", "StateAttributeMetadata").map((option) => [
					option["@odata.type"],
					option.Value,
					option.DefaultStatus,
					option.InvariantName,
				]),
				[
					[`#${crm}.StateOptionMetadata`, 0, 1, "Active"],
					[`#${crm}.StateOptionMetadata`, 1, 2, "Inactive"],
				],
			);
			assert.deepEqual(
				optionsOf("statuscode", "StatusAttributeMetadata").map((option) => [option.Value, option.State]),
				[
					[1, 0],
					[2, 1],
				],
			);
		});

		it("keeps the bounds of a 64-bit column exact", () => {
			const { text } = sandbox.answer(
				"GET",
				`${account}/Attributes(LogicalName='versionnumber')/${crm}.BigIntAttributeMetadata?$select=MinValue,MaxValue`,
			);
			assert.match(text, /"MaxValue":9223372036854775807,"MinValue":-9223372036854775808/);
		});

		for (const [path, expected] of [
			[`${account}/Attributes(LogicalName='name')/${crm}.StringAttributeMetadata`, { MaxLength: 160, Format: "Text" }],
			[
				`${account}/Attributes(LogicalName='revenue')/${crm}.MoneyAttributeMetadata`,
				{ Precision: 2, PrecisionSource: 2, MinValue: 0, MaxValue: 100_000_000_000_000 },
			],
			[
				`${account}/Attributes(LogicalName='primarycontactid')/${crm}.LookupAttributeMetadata`,
				{ Targets: ["contact"], AttributeType: "Lookup", AttributeTypeName: { Value: "LookupType" } },
			],
			[
				`EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='parentcustomerid')/${crm}.LookupAttributeMetadata`,
				{ Targets: ["account", "contact"], AttributeType: "Customer", AttributeTypeName: { Value: "CustomerType" } },
			],
			[
				`EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='birthdate')/${crm}.DateTimeAttributeMetadata`,
				{ Format: "DateOnly", DateTimeBehavior: { Value: "DateOnly" } },
			],
			[
				`${account}/Attributes(LogicalName='entityimage')`,
				{ AttributeType: "Virtual", AttributeTypeName: { Value: "ImageType" } },
			],
			[
				`${account}/Attributes(LogicalName='revenue_base')/${crm}.MoneyAttributeMetadata`,
				{ CalculationOf: "revenue", IsValidForCreate: false, IsValidForUpdate: false },
			],
			[`${account}/Attributes(LogicalName='owneridname')`, { AttributeOf: "ownerid" }],
			[`${account}/Attributes(LogicalName='owneridtype')`, { AttributeOf: "ownerid" }],
			[`${account}?$select=IsOptimisticConcurrencyEnabled`, { IsOptimisticConcurrencyEnabled: true }],
			[`EntityDefinitions(LogicalName='aaduser')`, { TableType: "Virtual", IsOptimisticConcurrencyEnabled: null }],
			[`${account}/Attributes(LogicalName='createdon')`, { IsValidForUpdate: false, IsValidForRead: true }],
			[
				`${account}/Attributes(LogicalName='name')`,
				{
					EntityLogicalName: "account",
					IsPrimaryName: true,
					RequiredLevel: {
						Value: "ApplicationRequired",
						CanBeChanged: null,
						ManagedPropertyLogicalName: "canmodifyrequirementlevelsettings",
					},
				},
			],
			[
				"RelationshipDefinitions(SchemaName='account_primary_contact')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata",
				{
					ReferencedEntity: "contact",
					ReferencedAttribute: "contactid",
					ReferencingEntity: "account",
					ReferencingAttribute: "primarycontactid",
					ReferencingEntityNavigationPropertyName: "primarycontactid",
					RelationshipType: "OneToManyRelationship",
				},
			],
			[
				"RelationshipDefinitions(SchemaName='Account_Tasks')",
				{ "@odata.type": `#${crm}.OneToManyRelationshipMetadata` },
			],
			[
				"RelationshipDefinitions(SchemaName='accountleads_association')/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata",
				{ IntersectEntityName: "accountleads", RelationshipType: "ManyToManyRelationship" },
			],
			[
				"GlobalOptionSetDefinitions(Name='budgetstatus')/Microsoft.Dynamics.CRM.OptionSetMetadata",
				{ Name: "budgetstatus", IsGlobal: true, OptionSetType: "Picklist" },
			],
			[`${account}/EntitySetName`, { value: "accounts" }],
		] as const) {
			it(path, () => {
				const found = one(path);
				for (const [name, value] of Object.entries(expected)) assert.deepEqual(found[name], value, name);
			});
		}

		it("leaves context and types out where no metadata is wanted", () => {
			const { headers, json } = sandbox.answer("GET", `${account}/Attributes?$select=LogicalName`, {
				headers: { Accept: "application/json;odata.metadata=none" },
			});
			assert.equal(headers.get("content-type"), "application/json; odata.metadata=none");
			assert.doesNotMatch(JSON.stringify(json), /@odata/);
		});

		it("writes a property bare", () => {
			const label = one(`${account}/DisplayName`);
			assert.deepEqual(Object.keys(label), ["@odata.context", "LocalizedLabels", "UserLocalizedLabel"]);
			assert.equal(sandbox.answer("GET", `${account}/EntitySetName/$value`).text, "accounts");
			assert.equal(
				sandbox.answer("GET", `${account}/Attributes/$count`).text,
				String(many(`${account}/Attributes`).length),
			);
			assert.equal(sandbox.answer("GET", `${account}/ObjectTypeCode`).status, 204);
		});

		it("goes on from a choice to its options", () => {
			const path = `${account}/Attributes(LogicalName='industrycode')/${crm}.PicklistAttributeMetadata/OptionSet`;
			const options = one(`${path}?$select=Options`).Options as readonly unknown[];
			assert.equal(options.length, catalog.column("account", "industrycode")?.choice?.options.length);
			assert.equal((one(`${path}/Options`).value as readonly unknown[]).length, options.length);
		});
	});

	it("gives each kind of column the type of its cast, with every documented fact", () => {
		const seen = new Set<ColumnType>();
		for (const { logicalName: table } of catalog.tables()) {
			const fresh = catalog.table(table)?.columns.filter(({ type }) => type !== undefined && !seen.has(type)) ?? [];
			for (const { logicalName, type, maxLength, precision, targets } of fresh) {
				if (type === undefined || seen.has(type)) continue;
				seen.add(type);
				const path = `EntityDefinitions(LogicalName='${table}')/Attributes(LogicalName='${logicalName}')`;
				const base = one(path);
				assert.equal(base.LogicalName, logicalName, path);
				const actual = String(base["@odata.type"]).slice(1);
				if (base["@odata.type"] === undefined) continue;
				const cast = one(`${path}/${actual}`);
				assert.equal(cast.MetadataId, base.MetadataId, path);
				if (maxLength !== undefined && "MaxLength" in cast) assert.equal(cast.MaxLength, maxLength, path);
				if (precision !== undefined && "Precision" in cast) assert.equal(cast.Precision, precision, path);
				for (const { table: target } of targets ?? [])
					assert.ok((cast.Targets as readonly string[]).includes(target), path);
			}
		}
		assert.ok(seen.size >= 20, [...seen].join(" "));
	});

	describe("ids", () => {
		for (const path of [
			"EntityDefinitions(LogicalName='account')",
			`${account}/Attributes(LogicalName='name')`,
			`${account}/Keys(LogicalName='sandbox_accountnumber')`,
			"RelationshipDefinitions(SchemaName='account_primary_contact')",
			"GlobalOptionSetDefinitions(Name='budgetstatus')",
		]) {
			it(`${path} can be named by its id`, () => {
				const found = one(path);
				const byId = one(path.replace(/\([^()]*\)$/, `(${String(found.MetadataId)})`));
				const without = ({ "@odata.context": _context, ...rest }: Shape): Shape => rest;
				assert.deepEqual(without(byId), without(found));
			});
		}

		it("are the same in every sandbox", () => {
			assert.equal(one(account).MetadataId, "24cba337-176a-5747-80bb-7a9c0f8fbc29");
		});
	});

	it("expands what a table has", () => {
		const found = one(
			`${account}?$select=LogicalName&$expand=Attributes($select=LogicalName;$filter=IsPrimaryId eq true),Keys($select=SchemaName),OneToManyRelationships($select=SchemaName),ManyToOneRelationships($select=SchemaName),ManyToManyRelationships($select=SchemaName)`,
		);
		assert.deepEqual(
			(found.Attributes as readonly Shape[]).map((item) => item.LogicalName),
			["accountid"],
		);
		const table = catalog.table("account");
		for (const [name, rows] of [
			["OneToManyRelationships", table?.oneToMany],
			["ManyToOneRelationships", table?.manyToOne],
			["ManyToManyRelationships", table?.manyToMany],
		] as const) {
			const known = new Set((found[name] as readonly Shape[]).map((item) => item.SchemaName));
			for (const { schemaName } of rows ?? []) assert.ok(known.has(schemaName), `${name}: ${schemaName}`);
		}
	});

	it("finds a table's relationships also among all of them", () => {
		const cast = `${crm}.OneToManyRelationshipMetadata`;
		const all = namesAt(
			`RelationshipDefinitions/${cast}?$select=SchemaName&$filter=ReferencingEntity eq 'account'`,
			"SchemaName",
		);
		assert.equal(all, namesAt(`${account}/ManyToOneRelationships?$select=SchemaName`, "SchemaName"));
		assert.ok(all.includes("account_primary_contact"));
	});

	it("reads no table for a list of names, and one for one definition", () => {
		const read: string[] = [];
		const counting: Catalog = {
			...catalog,
			table: (name) => {
				read.push(name);
				return catalog.table(name);
			},
		};
		const counted = sandboxInMemory({ catalog: counting });
		const readBy = (path: string): string => {
			read.length = 0;
			counted.ok("GET", path);
			return [...new Set(read)].join(" ");
		};
		readBy("RetrieveVersion");
		assert.equal(
			readBy("EntityDefinitions?$select=LogicalName,SchemaName,EntitySetName,DisplayName,OwnershipType"),
			"",
		);
		assert.equal(readBy("EntityDefinitions?$select=LogicalName&$filter=EntitySetName eq 'accounts'"), "");
		assert.equal(readBy("EntityDefinitions(LogicalName='lead')"), "lead");
		assert.equal(readBy("EntityDefinitions(LogicalName='lead')?$expand=Attributes($select=LogicalName)"), "lead");
		assert.equal(readBy("EntityDefinitions(LogicalName='lead')/OneToManyRelationships?$select=SchemaName"), "lead");
		counted.close();
	});
});
