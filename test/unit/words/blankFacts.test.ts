import assert from "node:assert/strict";
import { columnText } from "../../../src/cli/columnText.ts";
import { styleOf } from "../../../src/cli/style.ts";
import { tableText } from "../../../src/cli/tableText.ts";
import { catalogOf } from "../../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../../src/core/schema/catalogSource.ts";
import { hoverFacts } from "../../../src/core/mentions/hoverFacts.ts";
import type { Column, Table } from "../../../src/core/schema/model.ts";
import { nodeTooltip } from "../../../src/features/schemaBrowser/nodeTooltip.ts";
import { buildPage } from "../../../src/features/tablePage/buildPage.ts";
import { columnDetails } from "../../../src/features/tablePage/columnDetails.ts";
import { relationshipDetails } from "../../../src/features/tablePage/relationshipDetails.ts";
import { hoverLines } from "../../../src/words/hover.ts";
import { english } from "../../../src/words/message.ts";
import { layers, sampleColumn, sampleTable } from "../../support/sampleSchema.ts";
import { lookLine, nodesAt, viewOfSchema } from "../../support/schemaOutline.ts";

const names = { displayName: null, description: null };
const menu = { label: null, menuId: null, order: null, queryApi: null, viewId: null };
const option = { value: 1, layer: "dataverse", transitionData: null };
const facts: Partial<Column> = {
	...names,
	format: null,
	formatName: null,
	imeMode: null,
	dateTimeBehavior: null,
	minValue: null,
	maxValue: null,
	choice: { globalName: null, defaultValue: null, options: [option] },
};

/** Each fact that a page may name and leave empty is empty here. */
const blank = sampleTable("thing", {
	...names,
	displayCollectionName: null,
	columns: [
		sampleColumn("untyped", facts),
		...(["Integer", "Decimal", "Money", "BigInt", "DateTime", "String", "Status"] as const).map((type) =>
			sampleColumn(type.toLowerCase(), { ...facts, type }),
		),
	],
	keys: [{ name: "key", layer: "dataverse", displayName: null, columns: ["untyped"] }],
	manyToOne: [{ schemaName: "up", referencedTable: "thing", hierarchical: null, layer: "dataverse" }],
	oneToMany: [{ schemaName: "down", referencingTable: "thing", menu, layer: "dataverse" }],
	manyToMany: [{ schemaName: "across", otherTable: "thing", menu, layer: "dataverse" }],
});

const schema = { layers, tables: [blank] };
const view = viewOfSchema(schema);
const catalog = catalogOf(schemaSource(schema));
const context = { catalog, say: english };

const surfaces: Readonly<Record<string, (table: Table) => unknown>> = {
	hover: ({ columns }) =>
		[
			{ kind: "table" as const, name: "thing" },
			...columns.map(({ logicalName: name }) => ({ kind: "column" as const, name })),
		]
			.map((mention) => hoverFacts({ ...mention, table: "thing", start: 0, end: 1 }, catalog))
			.map((found) => found && hoverLines(found, layers)),
	"Schema view": () =>
		["Tables", "Tables > thing > Columns", "Tables > thing > Columns > untyped", "Tables > thing > Relationships"]
			.flatMap((path) => nodesAt(path, view))
			.map((node) => [lookLine(node, view), nodeTooltip(node, view)]),
	"table page": (table) => [
		buildPage(context, table),
		table.columns.map((column) => columnDetails(context, table, column)),
		[
			...table.manyToOne.map(({ schemaName }) => ({ kind: "manyToOne", name: schemaName, table: "thing" }) as const),
			...table.oneToMany.map(({ schemaName }) => ({ kind: "oneToMany", name: schemaName, table: "thing" }) as const),
			...table.manyToMany.map(({ schemaName }) => ({ kind: "manyToMany", name: schemaName, table: "thing" }) as const),
		].map((key) => relationshipDetails(context, table, key)),
	],
	"command line": (table) => [
		tableText(table, styleOf(false)),
		table.columns.map((column) => columnText(catalog, table, column, styleOf(false))),
	],
};

/** All texts in what a surface shows. */
function textsOf(shown: unknown): readonly string[] {
	if (typeof shown === "string") return [shown];
	return typeof shown === "object" && shown !== null ? Object.values(shown).flatMap(textsOf) : [];
}

describe("facts that are named and empty", () => {
	for (const [surface, show] of Object.entries(surfaces)) {
		it(`never read "null": ${surface}`, () => {
			const texts = textsOf(show(blank));
			assert.ok(texts.length > 5, "the surface shows something");
			assert.deepEqual(
				texts.filter((text) => /\b(null|undefined|NaN)\b/.test(text)),
				[],
			);
		});
	}
});
