import { deepEqual } from "node:assert/strict";
import type { PageFile } from "../../../src/core/schema/reference/page.ts";
import { compilePages, itemLines, smallPage } from "../../support/smallPage.ts";

describe("problems between pages", () => {
	const told2 = (...files: readonly PageFile[]): readonly string[] =>
		compilePages(...files).problems.map(({ file, code, text }) => `${file} ${code} ${text}`);

	it("two pages of one table in one layer", () => {
		const other = { ...smallPage([]), path: "platform/zzz.md" };
		deepEqual(told2(other, smallPage([])), ["platform/zzz.md duplicatePage platform/cgn_plot.md"]);
	});

	it("two tables with one entity set", () => {
		const page = (name: string): PageFile =>
			smallPage([], { name, properties: [`| **LogicalName** | \`${name}\` |`, "| **EntitySetName** | `plots`|"] });
		deepEqual(told2(page("b"), page("a")), ["platform/b.md entitySetTwice plots: a, b"]);
	});

	it("a page of another product", () => {
		const pages = ["a", "b"].map((name) => smallPage([], { name }));
		deepEqual(told2(...pages, smallPage([], { name: "c", product: "Other" })), ["platform/c.md productDiffers Other"]);
	});

	it("an extension without its base", () => {
		const { schema, problems } = compilePages(
			smallPage(["## Customized columns/attributes", ...itemLines("cgn_A", "|MaxLength|5|")], { over: "Nobody" }),
		);
		deepEqual(
			problems.map(({ code }) => code),
			["baseMissing", "baseItemMissing"],
		);
		deepEqual(schema.tables[0]?.columns, [
			{ schemaName: "cgn_A", logicalName: "cgn_a", layer: "platform", maxLength: 5 },
		]);
	});

	it("a page over another that does not say so", () => {
		const over = smallPage([], { layer: "zoo", product: "Zoo" });
		deepEqual(told2(smallPage([]), over), ["zoo/cgn_plot.md twoBases platform/cgn_plot.md"]);
	});

	it("layers in a circle", () => {
		const pages = [
			smallPage([], { name: "a", layer: "x", product: "X", over: "Y" }),
			smallPage([], { name: "b", layer: "y", product: "Y", over: "X" }),
		];
		const { schema, problems } = compilePages(...pages);
		deepEqual(
			schema.layers.map(({ id }) => id),
			["x", "y"],
		);
		deepEqual(
			problems.map(({ code }) => code),
			["layerCycle", "baseMissing", "baseMissing"],
		);
	});
});
