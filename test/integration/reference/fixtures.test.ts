import { deepEqual, equal, ok } from "node:assert/strict";
import { compileReference } from "../../../src/core/schema/reference/compileReference.ts";
import type { Column, Table } from "../../../src/core/schema/model.ts";
import { fuzz } from "../../support/fuzz.ts";
import { fixturePages } from "../../support/referencePages.ts";

const files = fixturePages("pages");
const result = compileReference(files, { descriptions: true });

function table(name: string): Table {
	const found = result.schema.tables.find(({ logicalName }) => logicalName === name);
	ok(found, name);
	return found;
}

function column(tableName: string, name: string): Column {
	const found = table(tableName).columns.find(({ logicalName }) => logicalName === name);
	ok(found, name);
	return found;
}

describe("the pages written for the tests", () => {
	it("tell only what is wrong with them", () => {
		deepEqual(
			result.problems.map(({ file, line, code, text }) => `${file}:${line} ${code} ${text}`),
			[
				"garden/cgn_tool.md:89 relatedTableMissing cgn_tool_reports: cgn_report",
				"garden/deprecated-entities.md:1 otherPage ---",
				"service/cgn_plot.md:23 optionTwice cgn_Soil: 1 Clay, Heavy clay",
			],
		);
	});

	it("are counted", () => {
		deepEqual(result.counts, {
			pages: 6,
			tables: 4,
			columns: 37,
			typedColumns: 33,
			namedColumns: 6,
			choiceColumns: 6,
			options: 19,
			labelledOptions: 17,
			manyToOne: 4,
			oneToMany: 6,
			manyToMany: 5,
			tablesWithMessages: 1,
			messages: 11,
			events: 1,
		});
	});

	it("are the same schema in any order", () => {
		const { runs, below } = fuzz(20);
		for (let run = 0; run < runs; run++) {
			const shuffled = [...files];
			for (let at = shuffled.length - 1; at > 0; at--) shuffled.push(...shuffled.splice(below(at + 1), 1));
			const other = compileReference(shuffled, { descriptions: true });
			deepEqual(other.schema, result.schema);
			deepEqual(other.problems, result.problems);
		}
	});

	it("keep descriptions only when asked to", () => {
		const without = compileReference(files, { descriptions: false });
		ok(!JSON.stringify(without.schema).includes('"description"'));
		equal(table("cgn_plot").description, "Ground that the service keeps.");
		equal(column("cgn_plot", "cgn_area").description, "In square metres: width | length, as measured.");
		equal(column("cgn_plot", "cgn_soil").description, null);
	});
});

describe("the schema of the pages", () => {
	it("has the layers from base to top, whatever their names", () => {
		deepEqual(result.schema.layers, [
			{ id: "platform", product: "Contoso Platform" },
			{ id: "garden", product: "Contoso Garden" },
			{ id: "service", product: "Contoso Garden Service" },
		]);
	});

	it("has its tables and columns in order", () => {
		deepEqual(
			result.schema.tables.map(({ logicalName }) => logicalName),
			["cgn_gardener", "cgn_plot", "cgn_plotgardener", "cgn_tool"],
		);
		const names = table("cgn_plotgardener").columns.map(({ logicalName }) => logicalName);
		deepEqual(names, ["cgn_gardenerid", "cgn_plotgardenerid", "cgn_plotid", "linkStatus"]);
	});

	it("has the facts of a table", () => {
		const {
			columns: _c,
			manyToOne: _n,
			oneToMany: _o,
			manyToMany: _m,
			messages: _g,
			events: _e,
			...rest
		} = table("cgn_plot");
		deepEqual(rest, {
			logicalName: "cgn_plot",
			schemaName: "cgn_Plot",
			collectionSchemaName: "cgn_Plots",
			entitySetName: "cgn_plots",
			logicalCollectionName: "cgn_plots",
			displayName: "Garden Plot",
			displayCollectionName: "Garden Plots",
			description: "Ground that the service keeps.",
			primaryIdColumn: "cgn_plotid",
			primaryNameColumn: "cgn_name",
			tableType: "Standard",
			ownership: "UserOwned",
			layer: "platform",
			layers: ["platform", "garden", "service"],
			factLayers: { description: "service" },
		});
		equal(table("cgn_gardener").messages, undefined);
	});

	it("tells writable columns from those that are only read", () => {
		equal(column("cgn_plot", "cgn_rent").access, "writable");
		equal(column("cgn_plot", "cgn_rent_base").access, "readOnly");
		equal(column("cgn_plot", "cgn_shed").layer, "garden");
	});

	it("has relationships from both sides", () => {
		const { manyToOne, oneToMany, manyToMany } = table("cgn_plot");
		deepEqual(
			manyToOne.map(({ schemaName, referencedTable, layer }) => [schemaName, referencedTable, layer]),
			[
				["cgn_NextPlot", "cgn_plot", "platform"],
				["cgn_caretaker", "cgn_gardener", "platform"],
				["cgn_caretaker", "cgn_plot", "platform"],
				["cgn_tool_plot", "cgn_tool", "garden"],
			],
		);
		deepEqual(manyToOne[0], {
			schemaName: "cgn_NextPlot",
			layer: "platform",
			referencedTable: "cgn_plot",
			referencedColumn: "cgn_plotid",
			referencingColumn: "cgn_nextto",
			hierarchical: true,
			cascade: { delete: "Cascade", archive: "RemoveLink" },
			factLayers: { cascade: "garden" },
		});
		deepEqual(oneToMany[0], {
			schemaName: "cgn_NextPlot",
			layer: "platform",
			referencingTable: "cgn_plot",
			referencingColumn: "cgn_nextto",
			navigationProperty: "cgn_NextPlot_Plots",
			customizable: true,
			menu: {
				availableOffline: true,
				behavior: "UseCollectionName",
				group: "Details",
				label: "Neighbours",
				menuId: null,
				order: 10000,
				queryApi: "Garden.Neighbours",
				viewId: "00000000-0000-0000-0000-000000000000",
			},
			factLayers: { menu: "garden" },
		});
		deepEqual(manyToMany, [
			{
				schemaName: "cgn_plot_gardener",
				layer: "platform",
				otherTable: "cgn_gardener",
				intersectTable: "cgn_plotgardener",
				customizable: false,
				intersectColumn: "cgn_plotid",
				navigationProperty: "cgn_plot_gardeners",
				menu: { availableOffline: true, behavior: "DoNotDisplay" },
			},
		]);
	});

	it("takes the other table from the sentence where no row names it", () => {
		const reports = table("cgn_tool").oneToMany.find(({ schemaName }) => schemaName === "cgn_tool_reports");
		equal(reports?.referencingTable, "cgn_report");
		equal(table("cgn_plot").oneToMany.at(-1)?.referencingTable, undefined);
		equal(table("cgn_plotgardener").manyToMany[0]?.otherTable, undefined);
	});

	it("has messages of all layers", () => {
		const { messages = [], events } = table("cgn_plot");
		deepEqual(
			messages.map(({ name, layer }) => `${name} ${layer}`),
			[
				"Assign platform",
				"Associate platform",
				"Create platform",
				"Dig garden",
				"Disassociate platform",
				"GrantAccess platform",
				"Harvest platform",
				"Rake platform",
				"Retrieve platform",
				"cgn_Water platform",
				"cgn_WeightOfHarvest platform",
			],
		);
		deepEqual(
			messages.find(({ name }) => name === "Assign"),
			{
				name: "Assign",
				layer: "platform",
				isEvent: true,
				webApi: { kind: "request", method: "PATCH", path: "/cgn_plots(cgn_plotid)" },
				sdk: { kind: "type", name: "Contoso.Sdk.AssignRequest" },
			},
		);
		deepEqual(messages.find(({ name }) => name === "Harvest")?.webApi, { kind: "operation", name: "Harvest" });
		deepEqual(events, [
			{
				name: "cgn_Frost",
				layer: "platform",
				webApi: { kind: "operation", name: "Contoso.Api.cgn_Frost" },
				sdk: { kind: "article", name: "Use messages" },
			},
		]);
	});
});
