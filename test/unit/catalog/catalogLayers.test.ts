import assert from "node:assert/strict";
import type { Catalog } from "../../../src/core/schema/catalog.ts";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { type CatalogSource, schemaSource } from "../../../src/core/schema/catalogSource.ts";
import { layeredSource } from "../../../src/core/schema/layeredSource.ts";
import type { Schema } from "../../../src/core/schema/model.ts";
import { bundleBytes, bundleOf } from "../../support/bundleInMemory.ts";
import {
	collectionOf,
	layers,
	lookupTo,
	manyTo,
	sampleColumn,
	sampleSchema,
	sampleTable,
} from "../../support/sampleSchema.ts";

/** What an environment adds: a table of its own, and columns, options and names on known tables. */
const environment: Schema = {
	layers: [{ id: "contoso", product: "Contoso Dev" }],
	tables: [
		sampleTable("account", {
			schemaName: "Account",
			displayName: "Company",
			layer: "contoso",
			layers: ["contoso"],
			columns: [
				sampleColumn("name", { schemaName: "Name", displayName: "Company Name", layer: "contoso", maxLength: 200 }),
				sampleColumn("budgetstatus", {
					layer: "contoso",
					choice: {
						globalName: "budgetstatus",
						options: [
							{ value: 0, label: "Nothing", layer: "contoso" },
							{ value: 9, label: "Plenty", layer: "contoso" },
						],
					},
				}),
				sampleColumn("primarycontactid", { layer: "contoso", targets: [{ table: "con_person", layer: "contoso" }] }),
				sampleColumn("con_rating", { layer: "contoso", displayName: "Rating" }),
			],
			keys: [{ name: "con_key", layer: "contoso", columns: ["con_rating"] }],
			manyToOne: [lookupTo("owner_accounts", "owner", { layer: "contoso", cascade: { assign: "Cascade" } })],
			oneToMany: [
				collectionOf("con_account_person", "con_person", { layer: "contoso" }),
				collectionOf("contact_customer_accounts", "contact", {
					layer: "contoso",
					customizable: false,
					menu: { order: 30 },
				}),
			],
			manyToMany: [manyTo("accountleads_association", "lead", { layer: "contoso", customizable: false })],
		}),
		sampleTable("con_person", {
			layer: "contoso",
			layers: ["contoso"],
			manyToOne: [lookupTo("con_account_person", "account", { layer: "contoso", navigationProperty: "con_account" })],
			messages: [{ name: "Create", layer: "contoso" }],
		}),
		sampleTable("contact", {
			layer: "contoso",
			layers: ["contoso"],
			oneToMany: [
				collectionOf("account_primary_contact", "account", {
					layer: "contoso",
					navigationProperty: "contact_of_accounts",
				}),
			],
		}),
	],
};

const inMemory = catalogOf(layeredSource(schemaSource(sampleSchema), schemaSource(environment)));
const fromBundles = catalogOf(layeredSource(bundleOf(bundleBytes(sampleSchema)), bundleOf(bundleBytes(environment))));

const questions: readonly (readonly [string, (catalog: Catalog) => unknown, unknown])[] = [
	["layers, the environment on top", (c) => c.layers, [...layers, ...environment.layers]],
	[
		"tables of both in order",
		(c) => c.tables().map(({ logicalName }) => logicalName),
		["account", "accountleads", "con_person", "contact", "lead", "msdyn_casefieldsupdatedbyAI"],
	],
	["a display name from above", (c) => c.summary("account")?.displayName, "Company"],
	["an entity set from both", (c) => c.tableByEntitySet("accounts")?.logicalName, "account"],
	["layers of a table", (c) => c.summary("account")?.layers, ["dataverse", "dynamics365", "contoso"]],
	["the count of columns of both", (c) => c.summary("account")?.columnCount, 9],
	["the count of keys of both", (c) => c.summary("account")?.keyCount, 2],
	["a table from below only", (c) => c.table("lead"), sampleSchema.tables[3]],
	["a table from above only", (c) => c.table("con_person"), environment.tables[1]],
	["no table from nowhere", (c) => c.table("nothing"), undefined],
	[
		"a column with facts from above, which remember their layer",
		(c) => c.column("account", "name"),
		{
			logicalName: "name",
			schemaName: "Name",
			displayName: "Company Name",
			type: "String",
			maxLength: 200,
			layer: "dataverse",
			factLayers: { displayName: "contoso", maxLength: "contoso" },
		},
	],
	[
		"facts of lower layers stay remembered",
		(c) => c.column("account", "revenue")?.factLayers,
		{ maxValue: "dynamics365" },
	],
	[
		"options of above are no changed fact of the column",
		(c) => c.column("account", "budgetstatus")?.factLayers,
		undefined,
	],
	[
		"options of both, labels from above",
		(c) => c.column("account", "budgetstatus")?.choice?.options.map(({ value, label, layer }) => [value, label, layer]),
		[
			[2, "Will Buy ", "dataverse"],
			[0, "Nothing", "contoso"],
			[9, "Plenty", "contoso"],
		],
	],
	[
		"targets of both",
		(c) => c.column("account", "primarycontactid")?.targets?.map(({ table }) => table),
		["contact", "con_person"],
	],
	["keys of both", (c) => c.table("account")?.keys?.map(({ name }) => name), ["byNumber", "con_key"]],
	["messages from below", (c) => c.table("account")?.messages?.length, 2],
	["no keys where nobody documents them", (c) => c.table("contact")?.keys, undefined],
	[
		"relationships of both",
		(c) => c.table("account")?.oneToMany.map(({ schemaName }) => schemaName),
		["contact_customer_accounts", "account_unknown_side", "con_account_person"],
	],
	[
		"facts in parts from both",
		(c) => [c.table("account")?.oneToMany[0]?.menu, c.relationships("contact_customer_accounts")[0]?.menu],
		[
			{ behavior: "UseCollectionName", label: null, order: 30 },
			{ behavior: "UseCollectionName", label: null, order: 30 },
		],
	],
	["tables with a column of above", (c) => c.tablesWithColumn("con_rating"), ["account"]],
	["tables with a column of both", (c) => c.tablesWithColumn("budgetstatus"), ["account", "contact", "lead"]],
	[
		"a choice with the options of both",
		(c) => c.choice("budgetstatus")?.options.map(({ value, label }) => [value, label]),
		[
			[0, "No Committed Budget"],
			[1, undefined],
			[2, "Will Buy "],
			[9, "Plenty"],
		],
	],
	["options by a label of above", (c) => c.optionsByLabel("plenty").length, 1],
	["no options by a label that above replaced", (c) => c.optionsByLabel("No Budget"), []],
	[
		"a navigation property that above knows",
		(c) => c.relationships("account_primary_contact").map(({ to }) => to),
		[{ table: "contact", column: "contactid", navigationProperty: "contact_of_accounts" }],
	],
	[
		"facts of a relationship from above",
		(c) => c.relationships("owner_accounts").map(({ cascade, layer }) => [cascade, layer]),
		[[{ assign: "Cascade" }, "dataverse"]],
	],
	[
		"both sides of a relationship of above",
		(c) => c.relationships("con_account_person").map(({ from, to }) => [from.table, to.table]),
		[["con_person", "account"]],
	],
	["tables with a usual navigation property", (c) => c.tablesWithNavigationProperty("con_account_person"), ["account"]],
	[
		"one search entry for a column that both name",
		(c) => c.entries().filter(({ kind, name }) => kind === "column" && name === "name"),
		[{ kind: "column", name: "name", label: "Company Name", placeCount: 1 }],
	],
	[
		"messages of both",
		(c) => c.entries().filter(({ kind, name }) => kind === "message" && name === "Create"),
		[{ kind: "message", name: "Create", placeCount: 3 }],
	],
];

for (const [kind, catalog] of [["schemas in memory", inMemory] as const, ["bundles", fromBundles] as const]) {
	describe(`a catalog over two layers of ${kind}`, () => {
		for (const [name, ask, answer] of questions) {
			it(name, () => {
				assert.deepEqual(ask(catalog), answer);
			});
		}
	});
}

describe("a layered source", () => {
	it("keeps the table of both while it is cached", () => {
		assert.equal(inMemory.table("account"), inMemory.table("account"));
	});

	it("reads no table for the list of tables", () => {
		const source = (schema: Schema): CatalogSource => ({
			...schemaSource(schema),
			table: () => assert.fail("a table was read"),
		});
		const catalog = catalogOf(layeredSource(source(sampleSchema), source(environment)));
		assert.equal(catalog.findTable("Company"), undefined);
		assert.equal(catalog.tables().length, 6);
	});

	it("falls back to the counts of above where a table cannot be read", () => {
		const unreadable = (schema: Schema): CatalogSource => ({ ...schemaSource(schema), table: () => undefined });
		const catalog = catalogOf(layeredSource(unreadable(sampleSchema), unreadable(environment)));
		assert.equal(catalog.summary("account")?.columnCount, 4);
	});

	it("keeps a layer that both have once", () => {
		assert.deepEqual(layeredSource(schemaSource(sampleSchema), schemaSource(sampleSchema)).layers, layers);
	});

	it("of a schema over itself says what the schema says", () => {
		const twice = catalogOf(layeredSource(schemaSource(sampleSchema), schemaSource(sampleSchema)));
		const once = catalogOf(schemaSource(sampleSchema));
		assert.deepEqual(
			twice.tables().map(({ logicalName }) => twice.table(logicalName)),
			sampleSchema.tables,
		);
		assert.deepEqual(twice.entries(), once.entries());
		assert.deepEqual(twice.choices(), once.choices());
	});
});
