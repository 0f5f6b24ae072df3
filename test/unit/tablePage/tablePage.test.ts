import assert from "node:assert/strict";
import type { Catalog } from "../../../src/core/schema/catalog.ts";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import type { Column, Table } from "../../../src/core/schema/model.ts";
import { buildPage } from "../../../src/features/tablePage/buildPage.ts";
import { columnDetails } from "../../../src/features/tablePage/columnDetails.ts";
import { pageAnswers } from "../../../src/features/tablePage/pageAnswers.ts";
import type { Fact } from "../../../src/protocol/tablePage.ts";
import { english } from "../../../src/words/message.ts";
import { collectionOf, layers, sampleColumn, sampleSchema, sampleTable } from "../../support/sampleSchema.ts";

const catalog = catalogOf(schemaSource(sampleSchema));
const context = { catalog, say: english };

function table(name: string, from: Catalog = catalog): Table {
	const found = from.table(name);
	assert.ok(found, name);
	return found;
}

/** Facts as lines: "Type: text", "Targets: [contact]", "Access: not documented"; links in brackets, names in ticks. */
function lines(facts: readonly Fact[]): readonly string[] {
	return facts.map(({ label, value, layer }) => {
		const text = value?.map((piece) => {
			if (piece.kind === "text") return piece.text;
			return piece.kind === "copy" ? `\`${piece.text}\`` : `[${[piece.table, piece.column].filter(Boolean).join(".")}]`;
		});
		return `${label}: ${text === undefined ? "-" : text.join(" ")}${layer === undefined ? "" : ` <${layer}>`}`;
	});
}

describe("the page of a table", () => {
	const page = buildPage(context, table("account"));

	it("starts with the facts of the table", () => {
		assert.deepEqual([page.table, page.display], ["account", "Account"]);
		assert.deepEqual(lines(page.facts), [
			"Display name: Account",
			"Plural display name: Accounts",
			"Logical name: `account`",
			"Entity set: `accounts`",
			"Schema name: `Account`",
			"Collection schema name: `Accounts`",
			"Logical collection name: -",
			"Primary id column: [account.accountid]",
			"Primary name column: [account.name]",
			"Table type: standard",
			"Ownership: user or team",
			"Layers: Microsoft Dataverse · Microsoft Dynamics 365",
		]);
	});

	it("has no display name where that is blank", () => {
		assert.equal(buildPage(context, table("msdyn_casefieldsupdatedbyAI")).display, undefined);
	});

	it("lists the columns in the order of the source", () => {
		const rows = page.columns.map(({ name, summary, role, uses }) => [name, summary, role ?? "", uses.join(" ")]);
		assert.deepEqual(rows, [
			["accountid", "unique identifier", "primary id", "writable"],
			["name", "text 160", "primary name", ""],
			["createdon", "date and time", "", "read-only form"],
			["creditonhold", "yes/no", "", ""],
			["budgetstatus", "choice, 2 options", "", ""],
			["primarycontactid", "lookup", "", ""],
			["revenue", "currency", "", ""],
			["statecode", "state, 2 options", "", "writable"],
		]);
	});

	it("gives each system column its note", () => {
		const noted = page.columns.filter(({ note }) => note !== undefined).map(({ name }) => name);
		assert.deepEqual(noted, ["createdon", "statecode"]);
	});

	it("links targets that the catalog has and lets others be copied", () => {
		const rows = buildPage(context, table("contact")).columns.find(({ name }) => name === "parentcustomerid");
		assert.deepEqual(rows?.targets, [
			{ kind: "link", text: "account", table: "account" },
			{ kind: "link", text: "contact", table: "contact" },
		]);
		const [, owner] = page.relationships.manyToOne.rows;
		assert.deepEqual([owner?.table, owner?.linked], ["owner", false]);
	});

	it("lists the columns with a choice", () => {
		const rows = page.choices.map(({ column, name, optionCount }) => [column, name, optionCount]);
		assert.deepEqual(rows, [
			["creditonhold", "account_creditonhold", 2],
			["budgetstatus", "budgetstatus", 2],
			["statecode", "account_statecode", 2],
		]);
	});

	it("marks a navigation property that is only usual", () => {
		const rows = page.relationships.oneToMany.rows.map(({ name, table: other, navigation, usual }) => [
			name,
			other,
			navigation,
			usual,
		]);
		assert.deepEqual(rows, [
			["contact_customer_accounts", "contact", "contact_customer_accounts", undefined],
			["account_unknown_side", undefined, "account_unknown_side", true],
		]);
	});

	it("shows messages and events together", () => {
		assert.deepEqual(page.messages, [
			{ name: "Create", event: "yes", webApi: "POST /accounts" },
			{ name: "Merge", sdk: "Microsoft.Crm.Sdk.Messages.MergeRequest" },
			{ name: "BulkRetain", event: "yes" },
		]);
	});

	it("keeps undocumented messages and keys apart from none", () => {
		const lead = buildPage(context, table("lead"));
		assert.deepEqual([lead.messages, lead.keys], [undefined, undefined]);
		assert.deepEqual(page.keys, [{ name: "byNumber", columns: ["accountnumber", "name"] }]);
	});
});

/** A column, and what unfolds under it after the nine facts that all columns have. */
const unfolded: readonly (readonly [string, Partial<Column>, readonly string[]])[] = [
	[
		"a text says what is not documented",
		{ type: "String", maxLength: 100, format: null },
		["Format: ", "Format name: -", "Input method: -", "Localizable: -", "Maximum characters: 100"],
	],
	[
		"a range keeps its digits",
		{ type: "BigInt", minValue: "-9223372036854775808", maxValue: "9223372036854775807" },
		["Minimum value: -9223372036854775808", "Maximum value: 9223372036854775807"],
	],
	[
		"money tells where its precision comes from",
		{ type: "Money", precision: 2, precisionSource: 2, baseCurrency: false },
		[
			"In base currency: no",
			"Input method: -",
			"Minimum value: -",
			"Maximum value: -",
			"Decimal places: 2",
			"Decimal places come from: 2 · the currency",
		],
	],
	[
		"an unknown precision source stays a number",
		{ type: "Money", precisionSource: 7 },
		[
			"In base currency: -",
			"Input method: -",
			"Minimum value: -",
			"Maximum value: -",
			"Decimal places: -",
			"Decimal places come from: 7",
		],
	],
	[
		"a lookup links its targets",
		{
			type: "Lookup",
			targets: [
				{ table: "contact", layer: "dataverse" },
				{ table: "owner", layer: "dataverse" },
			],
		},
		["Points to: [contact] `owner`"],
	],
	["a lookup whose targets are documented as empty", { type: "Lookup", targets: [] }, ["Points to: none"]],
	["a lookup without documented targets", { type: "Owner" }, ["Points to: -"]],
	["a column without a type shows what there is", { maxLength: 10 }, ["Maximum characters: 10"]],
	[
		"a choice without a default",
		{ type: "Picklist", choice: { globalName: "colour", defaultValue: -1, options: [] } },
		["Choice name: `colour`", "Default value: none"],
	],
	[
		"a blank choice name and default",
		{ type: "Picklist", choice: { globalName: null, defaultValue: null, options: [] } },
		["Choice name: ", "Default value: "],
	],
	[
		"a fact of another layer is marked",
		{ type: "File", maxSizeInKb: 32768, factLayers: { maxSizeInKb: "dynamics365" } },
		["Maximum size in KB: 32768 <Microsoft Dynamics 365>"],
	],
];

describe("what unfolds under a column", () => {
	for (const [title, facts, expected] of unfolded) {
		it(title, () => {
			const column = sampleColumn("thing", facts);
			const details = columnDetails(context, sampleTable("thing", { columns: [column] }), column);
			assert.deepEqual(lines(details.facts).slice(8), expected);
		});
	}

	it("starts with what all columns have", () => {
		const { facts } = columnDetails(
			context,
			table("account"),
			sampleColumn("thing", { requiredLevel: "SystemRequired" }),
		);
		assert.deepEqual(lines(facts), [
			"Display name: -",
			"Logical name: `thing`",
			"Schema name: `thing`",
			"Type: -",
			"Access: -",
			"Required: required by the system",
			"Valid for form: -",
			"Valid for read: -",
			"Layer: Microsoft Dataverse",
		]);
	});

	it("shows options with state, default status and layer", async () => {
		const answers = pageAnswers(() => Promise.resolve({ context, table: table("account") }));
		const { options } = await answers.columnDetails({ column: "statecode" });
		assert.deepEqual(
			options?.map(({ value, label, details }) => [value, label, details]),
			[
				["0", "Active", "default status 1 · invariant name Active"],
				["1", "Inactive", "default status 2 · invariant name Inactive"],
			],
		);
	});
});

describe("what a page asks for later", () => {
	const answers = pageAnswers(() => Promise.resolve({ context, table: table("account") }));

	it("tells all columns that use a choice", async () => {
		const { usedBy, options } = await answers.choiceDetails({ column: "budgetstatus" });
		assert.deepEqual(
			usedBy.map(({ text }) => text),
			["account.budgetstatus", "contact.budgetstatus", "lead.budgetstatus"],
		);
		assert.deepEqual(
			options.map(({ value }) => value),
			["2", "0"],
		);
	});

	it("tells both sides of a many-to-one relationship", async () => {
		const facts = await answers.relationshipDetails({
			kind: "manyToOne",
			name: "account_primary_contact",
			table: "contact",
		});
		assert.deepEqual(lines(facts), [
			"Relationship: `account_primary_contact`",
			"Lookup column: [account] [account.primarycontactid]",
			"Points to column: [contact] [contact.contactid]",
			"Navigation property of account: `primarycontactid`",
			"Navigation property of contact: `account_primary_contact` usual name, not documented",
			"Hierarchical: ",
			"When archived: -",
			"When assigned: NoCascade",
			"When deleted: RemoveLink",
			"When merged: -",
			"When given another parent: -",
			"In roll-up views: -",
			"When shared: -",
			"When unshared: -",
			"Customizable: -",
			"Menu of related records: -",
			"Layer: Microsoft Dataverse",
		]);
	});

	it("tells the menu of a one-to-many relationship", async () => {
		const facts = await answers.relationshipDetails({
			kind: "oneToMany",
			name: "contact_customer_accounts",
			table: "contact",
		});
		assert.deepEqual(
			lines(facts).filter((line) => /^(Customizable|Menu|Lookup)/.test(line)),
			[
				"Lookup column: [contact] [contact.parentcustomerid]",
				"Customizable: yes",
				"Menu of related records: behavior UseCollectionName · order 20",
			],
		);
	});

	it("tells the table between both sides of a many-to-many relationship", async () => {
		const key = { kind: "manyToMany", name: "accountleads_association", table: "lead" } as const;
		assert.deepEqual(lines(await answers.relationshipDetails(key)).slice(0, 4), [
			"Relationship: `accountleads_association`",
			"Intersect table: [accountleads]",
			"Column in the intersect table: `accountid` `leadid`",
			"Navigation property of account: `accountleads_association`",
		]);
	});

	it("has nothing to tell of a relationship that is not there", async () => {
		assert.deepEqual(await answers.relationshipDetails({ kind: "oneToMany", name: "owner_accounts" }), []);
	});

	it("rejects an unknown column, and one without a choice", async () => {
		await assert.rejects(async () => answers.columnDetails({ column: "nothing" }), /nothing/);
		await assert.rejects(async () => answers.choiceDetails({ column: "name" }), /name/);
	});

	it("sends thousands of relationships in portions", async () => {
		const many = Array.from({ length: 2345 }, (_, index) => collectionOf(`r${index}`, `table${index}`));
		const hub = sampleTable("hub", { oneToMany: many });
		const hubContext = { catalog: catalogOf(schemaSource({ layers, tables: [hub] })), say: english };
		const start = buildPage(hubContext, hub).relationships.oneToMany;
		const asked = pageAnswers(() => Promise.resolve({ context: hubContext, table: hub }));
		const names = start.rows.map(({ name }) => name);
		while (names.length < start.total) {
			const { rows } = await asked.relationships({ kind: "oneToMany", from: names.length });
			assert.ok(rows.length > 0 && rows.length <= 1000);
			names.push(...rows.map(({ name }) => name));
		}
		assert.deepEqual(
			names,
			many.map(({ schemaName }) => schemaName),
		);
		assert.equal(start.rows.length, 100);
	});
});
