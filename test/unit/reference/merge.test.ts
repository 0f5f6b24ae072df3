import { deepEqual, ok } from "node:assert/strict";
import type { Table } from "../../../src/core/schema/model.ts";
import { columnLines, compilePages, itemLines, smallPage } from "../../support/smallPage.ts";

const writable = "## Writable columns/attributes";
const choices = ["#### cgn_a Choices/Options", "", "|Value|Label|", "|---|---|"];

/** The table of a base page and of a page of a second layer over it. */
function merge(base: readonly string[], over: readonly string[]): Table {
	const { schema } = compilePages(
		smallPage(base),
		smallPage(over, { layer: "garden", product: "Contoso Garden", over: "Contoso Platform" }),
	);
	const [table] = schema.tables;
	ok(table);
	return table;
}

describe("a page laid over another", () => {
	it("keeps what the base says and does not repeat it", () => {
		const column = [writable, ...columnLines("cgn_a", "|MaxLength|5|")];
		deepEqual(merge(column, column).columns, [
			{ schemaName: "cgn_a", logicalName: "cgn_a", layer: "platform", access: "writable", maxLength: 5 },
		]);
	});

	it("gives a column the choice that its base page does not have", () => {
		const over = [writable, ...columnLines("cgn_a", "|GlobalChoiceName|`g`|"), ...choices, "|1|**One**|"];
		const [column] = merge([writable, ...columnLines("cgn_a")], over).columns;
		deepEqual(column?.choice, { globalName: "g", options: [{ value: 1, label: "One", layer: "garden" }] });
		deepEqual(column.factLayers, { choice: "garden" });
	});

	it("fills in what the base leaves open and leaves an equal option alone", () => {
		const base = [writable, ...columnLines("cgn_a"), ...choices, "|1|**One**|", "|2||"];
		const over = [writable, ...columnLines("cgn_a"), ...choices, "|1|**One**|", "|2|**Two**|"];
		const [column] = merge(base, over).columns;
		deepEqual(column?.choice?.options, [
			{ value: 1, label: "One", layer: "platform" },
			{ value: 2, label: "Two", layer: "garden" },
		]);
		deepEqual(column.factLayers, undefined);
	});

	it("gives a lookup its first targets", () => {
		const [column] = merge(
			[writable, ...columnLines("cgn_a")],
			["## Customized columns/attributes", ...itemLines("cgn_A", "|Targets|cgn_plot|")],
		).columns;
		deepEqual(column?.targets, [{ table: "cgn_plot", layer: "garden" }]);
	});

	it("changes a column by its logical name where the page gives it", () => {
		const base = [writable, ...columnLines("cgn_a")];
		const over = ["## Customized columns/attributes", ...itemLines("Other", "|LogicalName|`cgn_a`|", "|MaxLength|7|")];
		const [column] = merge(base, over).columns;
		deepEqual([column?.schemaName, column?.maxLength, column?.factLayers], ["cgn_a", 7, { maxLength: "garden" }]);
	});

	it("tells the access of a column that was known by its changes only", () => {
		const { schema } = compilePages(
			smallPage(["## Customized columns/attributes", ...itemLines("cgn_a", "|MaxLength|7|")]),
			smallPage([writable, ...columnLines("cgn_a")], {
				layer: "garden",
				product: "Contoso Garden",
				over: "Contoso Platform",
			}),
		);
		deepEqual(schema.tables[0]?.columns, [
			{ schemaName: "cgn_a", logicalName: "cgn_a", layer: "platform", access: "writable", maxLength: 7 },
		]);
	});

	it("unites what both say of a relationship", () => {
		const table = merge(
			["## One-to-Many relationships", ...itemLines("r", "|ReferencingEntity|`cgn_b`|", "|IsCustomizable|`True`|")],
			["## One-to-Many relationships", ...itemLines("r", "|ReferencingEntity|`cgn_b`|", "|ReferencingAttribute|`c`|")],
		);
		deepEqual(table.oneToMany, [
			{
				schemaName: "r",
				layer: "platform",
				referencingTable: "cgn_b",
				referencingColumn: "c",
				customizable: true,
				factLayers: { referencingColumn: "garden" },
			},
		]);
	});

	it("keeps a changed relationship whose base is not known", () => {
		const table = merge(
			[],
			[
				"## Customized relationships",
				"### Customized Many-to-One relationships",
				'#### <a name="BKMK_r"></a> r',
				"|Property|Value|",
				"|---|---|",
				"|IsHierarchical|True|",
			],
		);
		deepEqual(table.manyToOne, [{ schemaName: "r", layer: "garden", hierarchical: true }]);
	});

	it("has the schema name of the first page that gives one", () => {
		const base = smallPage([], { properties: ["| **LogicalName** | `cgn_plot` |"] });
		const over = smallPage([], { layer: "zoo", product: "Zoo" });
		deepEqual(compilePages(base, over).schema.tables[0]?.schemaName, "cgn_plot");
	});
});
