import { deepEqual, ok } from "node:assert/strict";
import { compileReference } from "../../../src/core/schema/reference/compileReference.ts";
import { fixturePages } from "../../support/referencePages.ts";

const { schema } = compileReference(fixturePages("pages"), { descriptions: true });

/** What is particular to a column: what all columns have is left out. */
function facts(tableName: string, name: string): object {
	const found = schema.tables
		.find(({ logicalName }) => logicalName === tableName)
		?.columns.find(({ logicalName }) => logicalName === name);
	ok(found);
	const { layer: _layer, logicalName: _logicalName, access: _access, description: _description, ...rest } = found;
	return rest;
}

describe("columns of the pages written for the tests", () => {
	const columns: readonly (readonly [table: string, column: string, facts: object])[] = [
		[
			"cgn_plot",
			"cgn_area",
			{
				schemaName: "cgn_Area",
				displayName: "Area",
				validForForm: true,
				validForRead: true,
				requiredLevel: "Recommended",
				type: "Decimal",
				imeMode: "Disabled",
				maxValue: "100000000000",
				minValue: "1E-12",
				precision: 2,
				sourceTypeMask: 0,
			},
		],
		[
			"cgn_plot",
			"cgn_caretaker",
			{
				schemaName: "cgn_Caretaker",
				displayName: null,
				validForForm: true,
				validForRead: true,
				requiredLevel: "ApplicationRequired",
				type: "Customer",
				targets: [
					{ table: "cgn_gardener", layer: "platform" },
					{ table: "cgn_plot", layer: "platform" },
					{ table: "cgn_tool", layer: "garden" },
				],
			},
		],
		[
			"cgn_plot",
			"cgn_count",
			{
				schemaName: "cgn_Count",
				displayName: "Number of beds",
				validForForm: true,
				validForRead: false,
				requiredLevel: "None",
				type: "Integer",
				format: "None",
				maxValue: null,
				minValue: null,
			},
		],
		["cgn_plot", "cgn_helpers", { schemaName: "cgn_Helpers", type: "PartyList", targets: [] }],
		[
			"cgn_plot",
			"cgn_fenced",
			{
				schemaName: "cgn_Fenced",
				type: "Boolean",
				choice: {
					globalName: "cgn_plot_cgn_fenced",
					defaultValue: 0,
					options: [
						{ value: 1, label: "No", layer: "platform" },
						{ value: 0, layer: "platform" },
					],
				},
			},
		],
		[
			"cgn_plot",
			"cgn_notes",
			{
				schemaName: "cgn_Notes",
				displayName: "Gardening notes",
				type: "Memo",
				format: "TextArea",
				formatName: "RichText",
				localizable: false,
				maxLength: 2000,
				factLayers: { displayName: "garden", maxLength: "garden" },
			},
		],
		[
			"cgn_plot",
			"cgn_rent",
			{
				schemaName: "cgn_Rent",
				type: "Money",
				imeMode: "Inactive",
				baseCurrency: false,
				maxValue: "922337203685477",
				minValue: "-922337203685477",
				precision: 4,
				precisionSource: 2,
			},
		],
		[
			"cgn_plot",
			"cgn_soil",
			{
				schemaName: "cgn_Soil",
				type: "Picklist",
				choice: {
					globalName: "cgn_soils",
					defaultValue: 2,
					options: [
						{ value: 0, label: "Sand", layer: "platform" },
						{ value: 1, label: "Heavy clay", layer: "service" },
						{ value: 2, label: "Peat", layer: "garden" },
						{ value: 3, label: "Rock", layer: "service" },
					],
				},
				factLayers: { choice: "garden" },
			},
		],
		[
			"cgn_plot",
			"cgn_crops",
			{
				schemaName: "cgn_Crops",
				type: "MultiSelectPicklist",
				choice: {
					globalName: "cgn_crops",
					defaultValue: -1,
					options: [
						{ value: -1, label: "Nothing yet", layer: "platform" },
						{ value: 1, label: "Beans ", layer: "platform" },
						{ value: 2, layer: "platform" },
						{ value: 3, label: "Peas | sweet & snow (all kinds)", layer: "platform" },
					],
				},
			},
		],
		[
			"cgn_plot",
			"statecode",
			{
				schemaName: "statecode",
				type: "State",
				choice: {
					globalName: "cgn_plot_statecode",
					defaultValue: null,
					options: [
						{ value: 0, label: "Active", defaultStatus: 1, invariantName: "Active", layer: "platform" },
						{ value: 1, label: "Fallow", invariantName: "Inactive", layer: "platform" },
					],
				},
			},
		],
		[
			"cgn_plot",
			"statuscode",
			{
				schemaName: "statuscode",
				type: "Status",
				choice: {
					globalName: "cgn_plot_statuscode",
					defaultValue: null,
					options: [
						{ value: 1, label: "Growing", state: 0, transitionData: null, layer: "platform" },
						{ value: 2, label: "Resting", state: 1, transitionData: "1;2", layer: "platform" },
						{ value: 3, label: "Lost", state: 1, layer: "platform" },
						{ value: 4, layer: "platform" },
						{ value: 5, label: "Flooded", layer: "garden" },
						{ value: 6, label: "Sold", state: 1, layer: "garden" },
					],
				},
			},
		],
		[
			"cgn_plotgardener",
			"linkStatus",
			{
				schemaName: "StatusCode",
				type: "Picklist",
				choice: { defaultValue: 0, options: [{ value: 0, label: "Open", layer: "platform" }] },
			},
		],
		["cgn_gardener", "cgn_gardenerid", { schemaName: "cgn_GardenerId" }],
		[
			"cgn_tool",
			"cgn_sharp",
			{
				schemaName: "cgn_Sharp",
				type: "Boolean",
				choice: {
					defaultValue: 1,
					options: [
						{ value: 1, label: "Yes", layer: "garden" },
						{ value: 0, label: "No", layer: "garden" },
					],
				},
			},
		],
	];
	for (const [tableName, name, expected] of columns) {
		it(`has the column ${tableName}.${name}`, () => {
			deepEqual(facts(tableName, name), expected);
		});
	}
});
