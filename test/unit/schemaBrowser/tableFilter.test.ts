import assert from "node:assert/strict";
import { filterChoices } from "../../../src/features/schemaBrowser/filterChoices.ts";
import {
	filterParts,
	isFiltering,
	matchesFilter,
	namePrefix,
	parseFilter,
	type TableFilter,
} from "../../../src/features/schemaBrowser/tableFilter.ts";
import { english } from "../../../src/words/message.ts";
import { sampleSchema } from "../../support/sampleSchema.ts";
import { viewOfSchema } from "../../support/schemaOutline.ts";

const { catalog } = viewOfSchema(sampleSchema);

const prefixes: readonly (readonly [string, string | undefined])[] = [
	["account", undefined],
	["msdyn_sessionevent", "msdyn"],
	["New_Thing", "new"],
	["adx_x", "adx"],
	["a_b", undefined],
	["botcomponent_workflow", undefined],
	["1ab_c", undefined],
	["_x", undefined],
];

const filters: readonly (readonly [TableFilter, readonly string[], string])[] = [
	[{}, ["account", "accountleads", "contact", "lead", "msdyn_casefieldsupdatedbyAI"], ""],
	[{ text: "LEAD" }, ["accountleads", "lead"], "LEAD"],
	[{ text: "collection" }, ["lead"], "collection"],
	[{ layer: "dynamics365" }, ["account", "lead"], "Microsoft Dynamics 365"],
	[{ layer: "gone" }, [], "gone"],
	[{ tableType: "Standard" }, ["account"], "standard tables"],
	[{ ownership: "UserOwned", text: "a" }, ["account"], "a · owned by user or team"],
	[{ prefix: "msdyn" }, ["msdyn_casefieldsupdatedbyAI"], "msdyn_"],
	[{ origin: "custom" }, ["msdyn_casefieldsupdatedbyAI"], "with a publisher's prefix"],
	[{ origin: "standard", text: "contact" }, ["contact"], "contact · without a publisher's prefix"],
];

describe("Table filter", () => {
	for (const [name, prefix] of prefixes) {
		it(`prefix of ${name}`, () => {
			assert.equal(namePrefix(name), prefix);
		});
	}

	for (const [filter, tables, words] of filters) {
		it(`${JSON.stringify(filter)} leaves ${tables.length}, told as "${words}"`, () => {
			const left = catalog.tables().filter((table) => matchesFilter(table, filter));
			assert.deepEqual(
				left.map(({ logicalName }) => logicalName),
				tables,
			);
			const parts = filterParts(filter, catalog.layers).map((part) =>
				typeof part === "string" ? part : english(part),
			);
			assert.equal(parts.join(" · "), words);
			assert.equal(isFiltering(filter), words !== "");
			assert.deepEqual(parseFilter(JSON.parse(JSON.stringify(filter))), filter, "survives being stored");
		});
	}

	it("drops stored parts of another kind", () => {
		assert.deepEqual(parseFilter({ text: 5, tableType: "Odd", ownership: "toString", prefix: "" }), {});
		assert.equal(parseFilter("text"), undefined);
	});

	it("offers what leaves a table, and keeps the other parts", () => {
		const offered = filterChoices("layer", { text: "lead" }, catalog);
		assert.deepEqual(
			offered.map(({ label, filter, count }) => [label, filter, count]),
			[
				["Microsoft Dataverse", { text: "lead", layer: "dataverse" }, 1],
				["Microsoft Dynamics 365", { text: "lead", layer: "dynamics365" }, 1],
			],
		);
		assert.deepEqual(
			filterChoices("prefix", {}, catalog).map(({ label, count }) => [label, count]),
			[["msdyn_", 1]],
		);
		assert.deepEqual(
			filterChoices("origin", {}, catalog).map(({ count }) => count),
			[4, 1],
		);
	});
});
