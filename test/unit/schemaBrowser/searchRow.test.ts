import assert from "node:assert/strict";
import { createSearch } from "../../../src/core/schema/search/createSearch.ts";
import { hitPlaces } from "../../../src/features/schemaBrowser/searchPlaces.ts";
import { searchRow } from "../../../src/features/schemaBrowser/searchRow.ts";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import type { SearchKind } from "../../../src/core/schema/catalog.ts";
import { english } from "../../../src/words/message.ts";
import { notTranslated, pseudo } from "../../support/pseudoLocale.ts";
import { sampleSchema } from "../../support/sampleSchema.ts";

const catalog = catalogOf(schemaSource(sampleSchema));
const search = createSearch(catalog);
const view = { catalog, labels: "displayName", say: english } as const;

interface Case {
	readonly text: string;
	readonly kind: SearchKind;
	readonly row: string;
	/** Table, or table and column. */
	readonly places: readonly string[];
	readonly labels?: "logicalName";
}

/** The best hit of a kind: how it reads, and where it leads. */
const cases: readonly Case[] = [
	{ text: "account", kind: "table", row: "(table) Account | account · table", places: ["account"] },
	{
		text: "account",
		kind: "table",
		labels: "logicalName",
		row: "(table) account | Account · table",
		places: ["account"],
	},
	{ text: "accountleads", kind: "table", row: "(table) accountleads | table", places: ["accountleads"] },
	{
		text: "account name",
		kind: "column",
		row: "(symbol-string) Account Name | name · column · Account",
		places: ["account.name"],
	},
	{
		text: "createdon",
		kind: "column",
		row: "(symbol-field) Created On | createdon · column · Account, Contact",
		places: ["account.createdon", "contact.createdon"],
	},
	{
		text: "contact.createdon",
		kind: "column",
		row: "(calendar) Created On | createdon · column · Contact",
		places: ["contact.createdon"],
	},
	{
		text: "budgetstatus",
		kind: "choice",
		row: "(symbol-enum) budgetstatus | choice · in 3 columns",
		places: ["account.budgetstatus", "contact.budgetstatus", "lead.budgetstatus"],
	},
	{
		text: "inactive",
		kind: "option",
		row: "(symbol-enum-member) Inactive | 1 · option · Account.statecode",
		places: ["account.statecode"],
	},
	{
		text: "accountleads_association",
		kind: "relationship",
		row: "(arrow-swap) accountleads_association | relationship · Account, Lead",
		places: ["account", "lead"],
	},
	{ text: "bulkretain", kind: "message", row: "(symbol-method) BulkRetain | message · Account", places: ["account"] },
];

describe("Hits of the search", () => {
	for (const { text, kind, row, places, labels } of cases) {
		it(`${kind} for "${text}"${labels === undefined ? "" : `, ${labels} first`}`, () => {
			const [hit] = search.find(text, { limit: 1, kinds: [kind] });
			assert.ok(hit);
			const { icon, label, description } = searchRow(hit, { ...view, labels: labels ?? "displayName" });
			assert.equal(`(${icon}) ${label} | ${description.join(" · ")}`, row);
			const found = hitPlaces(hit, catalog).map(({ table, column }) => [table, column ?? []].flat().join("."));
			assert.deepEqual(found.sort(), places);
		});
	}

	it("have no words but those of the made-up language and names of the schema", () => {
		const rows = cases.flatMap(({ text }) => search.find(text, { limit: 20 }));
		assert.ok(rows.length > cases.length);
		const texts = rows.flatMap((hit) => searchRow(hit, { ...view, say: pseudo }).description);
		assert.deepEqual(
			texts.flatMap((text) => notTranslated(text, sampleSchema)),
			[],
		);
	});
});
