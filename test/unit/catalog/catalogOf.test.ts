import assert from "node:assert/strict";
import type { Catalog } from "../../../src/core/schema/catalog.ts";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import { bundleBytes, bundleOf } from "../../support/bundleInMemory.ts";
import { layers, sampleSchema } from "../../support/sampleSchema.ts";

const catalog = catalogOf(schemaSource(sampleSchema));
const sources = [
	["a schema in memory", catalog],
	["a bundle", catalogOf(bundleOf(bundleBytes(sampleSchema)))],
] as const;

/** What is asked, and the names of what comes back. */
const questions: readonly (readonly [string, (catalog: Catalog) => unknown, unknown])[] = [
	["layers are those of the schema", (c) => c.layers, layers],
	[
		"tables are sorted",
		(c) => c.tables().map((table) => table.logicalName),
		["account", "accountleads", "contact", "lead", "msdyn_casefieldsupdatedbyAI"],
	],
	["a table by logical name", (c) => c.table("contact")?.schemaName, "Contact"],
	["no table of another case", (c) => c.table("Contact"), undefined],
	["a summary by logical name", (c) => c.summary("lead")?.displayName, "Lead"],
	["no summary of an unknown name", (c) => c.summary("nothing"), undefined],
	["finds by logical name", (c) => c.findTable("account")?.logicalName, "account"],
	["finds by entity set", (c) => c.findTable("accountleadscollection")?.logicalName, "lead"],
	["finds by schema name", (c) => c.findTable("AccountLeads")?.logicalName, "accountleads"],
	["finds in any case", (c) => c.findTable("ACCOUNTLEADS")?.logicalName, "accountleads"],
	["finds an entity set in any case", (c) => c.findTable("AccountLeadsCollection")?.logicalName, "lead"],
	["finds a logical name with capitals", (c) => c.findTable("msdyn_casefieldsupdatedbyAI")?.displayName, null],
	["finds nothing", (c) => c.findTable("nothing"), undefined],
	["by entity set", (c) => c.tableByEntitySet("contacts")?.logicalName, "contact"],
	["by entity set, exact only", (c) => c.tableByEntitySet("Contacts"), undefined],
	["a column", (c) => c.column("account", "name")?.maxLength, 160],
	["a column by schema name", (c) => c.column("account", "CreatedOn")?.logicalName, "createdon"],
	["no column of an unknown table", (c) => c.column("nothing", "name"), undefined],
	["tables with a column", (c) => c.tablesWithColumn("createdon"), ["account", "contact"]],
	[
		"tables with a column that has several labels",
		(c) => c.tablesWithColumn("budgetstatus"),
		["account", "contact", "lead"],
	],
	["no tables with an unknown column", (c) => c.tablesWithColumn("zzz"), []],
	[
		"choices",
		(c) => c.choices(),
		[
			{ name: "account_creditonhold", local: true, useCount: 1 },
			{ name: "account_statecode", local: true, useCount: 1 },
			{ name: "budgetstatus", local: false, useCount: 3 },
		],
	],
	[
		"a choice unites its users' options, the label that most give wins",
		(c) => c.choice("budgetstatus"),
		{
			name: "budgetstatus",
			local: false,
			options: [
				{ value: 0, label: "No Committed Budget", layer: "dataverse" },
				{ value: 1, layer: "dataverse" },
				{ value: 2, label: "Will Buy ", layer: "dataverse" },
			],
			usedBy: [
				{ table: "account", column: "budgetstatus" },
				{ table: "contact", column: "budgetstatus" },
				{ table: "lead", column: "budgetstatus" },
			],
		},
	],
	["no choice of an unknown name", (c) => c.choice("nothing"), undefined],
	[
		"options by value",
		(c) => c.optionsByValue(2),
		[{ table: "account", column: "budgetstatus", option: { value: 2, label: "Will Buy ", layer: "dataverse" } }],
	],
	["no options of an unknown value", (c) => c.optionsByValue(77), []],
	[
		"options by label in any case, blanks aside",
		(c) => c.optionsByLabel(" will BUY").map(({ table, column }) => `${table}.${column}`),
		["account.budgetstatus"],
	],
	["no options of an unknown label", (c) => c.optionsByLabel("nothing"), []],
	[
		"a relationship whose other side does not give its navigation property",
		(c) => c.relationships("account_primary_contact"),
		[
			{
				schemaName: "account_primary_contact",
				kind: "oneToMany",
				from: { table: "account", column: "primarycontactid", navigationProperty: "primarycontactid" },
				to: {
					table: "contact",
					column: "contactid",
					navigationProperty: "account_primary_contact",
					navigationPropertyIsUsual: true,
				},
				layer: "dataverse",
				cascade: { assign: "NoCascade", delete: "RemoveLink" },
				hierarchical: null,
			},
		],
	],
	[
		"a relationship with both sides",
		(c) => c.relationships("contact_customer_accounts"),
		[
			{
				schemaName: "contact_customer_accounts",
				kind: "oneToMany",
				from: { table: "contact", column: "parentcustomerid", navigationProperty: "parentcustomerid_account" },
				to: { table: "account", column: "accountid", navigationProperty: "contact_customer_accounts" },
				layer: "dataverse",
				menu: { behavior: "UseCollectionName", label: null, order: 20 },
				customizable: true,
			},
		],
	],
	["no relationship of an unknown name", (c) => c.relationships("nothing"), []],
	[
		"by navigation property",
		(c) => c.relationshipsByNavigationProperty("account", "primarycontactid").map(({ schemaName }) => schemaName),
		["account_primary_contact"],
	],
	["not of another table", (c) => c.relationshipsByNavigationProperty("lead", "primarycontactid"), []],
	[
		"by usual navigation property",
		(c) => c.relationshipsByNavigationProperty("contact", "account_primary_contact").length,
		1,
	],
	["an unknown navigation property", (c) => c.relationshipsByNavigationProperty("lead", "nothing"), []],
	["tables with a usual navigation property", (c) => c.tablesWithNavigationProperty("owner_accounts"), ["owner"]],
	["tables with a navigation property", (c) => c.tablesWithNavigationProperty("ownerid"), ["account"]],
	["no tables with it", (c) => c.tablesWithNavigationProperty("nothing"), []],
];

for (const [kind, catalog] of sources) {
	describe(`a catalog over ${kind}`, () => {
		for (const [name, ask, answer] of questions) {
			it(name, () => {
				assert.deepEqual(ask(catalog), answer);
			});
		}

		it("gives the same table each time", () => {
			assert.equal(catalog.table("account"), catalog.table("account"));
		});
	});
}

describe("the search entries of a catalog", () => {
	const shown = catalog
		.entries()
		.map(({ kind, name, label }) => [kind, name, ...(label === undefined ? [] : [label])].join(" "));

	it("come in the order of their kinds and names", () => {
		assert.deepEqual(shown, [
			"table account Account",
			"table accountleads",
			"table contact Contact",
			"table lead Lead",
			"table msdyn_casefieldsupdatedbyAI",
			"column accountid",
			"column budgetstatus",
			"column budgetstatus Budget",
			"column createdon Created On",
			"column creditonhold",
			"column größe Größe ✓ \ud800",
			"column name Account Name",
			"column parentcustomerid",
			"column primarycontactid Primary Contact",
			"column revenue",
			"column statecode Status",
			"choice account_creditonhold",
			"choice account_statecode",
			"choice budgetstatus",
			"option 0 Active",
			"option 0 No Budget",
			"option 0 No Committed Budget",
			"option 1",
			"option 1 Inactive",
			"option 2 Will Buy ",
			"relationship account_primary_contact",
			"relationship account_unknown_side",
			"relationship accountleads_association",
			"relationship contact_customer_accounts",
			"relationship contact_customer_contacts",
			"relationship owner_accounts",
			"message BulkRetain",
			"message Create",
			"message Merge",
		]);
	});

	const places: readonly (readonly [string, unknown])[] = [
		["table account Account", [{ table: "account" }]],
		[
			"column budgetstatus",
			[
				{ table: "account", column: "budgetstatus" },
				{ table: "lead", column: "budgetstatus" },
			],
		],
		["choice budgetstatus", [{}]],
		[
			"option 0 No Committed Budget",
			[
				{ table: "contact", column: "budgetstatus", value: 0 },
				{ table: "lead", column: "budgetstatus", value: 0 },
			],
		],
		["relationship account_primary_contact", [{ table: "account" }, { table: "contact" }]],
		["relationship account_unknown_side", [{ table: "account" }]],
		["message Create", [{ table: "account" }, { table: "contact" }]],
	];
	for (const [entry, expected] of places) {
		it(`${entry} has its places`, () => {
			assert.deepEqual(catalog.places(shown.indexOf(entry)), expected);
		});
	}

	it("say how many places they have", () => {
		for (const [index, entry] of catalog.entries().entries()) {
			assert.equal(entry.placeCount, catalog.places(index).length, `${entry.kind} ${entry.name}`);
		}
	});

	it("know the entity set of a table", () => {
		assert.equal(catalog.entries()[3]?.alias, "accountleadscollection");
	});
	it("have no places past their end", () => {
		assert.deepEqual(catalog.places(shown.length), []);
	});
});
