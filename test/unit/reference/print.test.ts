import { equal, match, ok } from "node:assert/strict";
import type { Page, PageColumn } from "../../../src/core/schema/reference/page.ts";
import { printPage } from "../../../src/core/schema/reference/print.ts";
import { columnLines, compilePages, itemLines, smallPage } from "../../support/smallPage.ts";

const sections = [
	"## Writable columns/attributes",
	"",
	...columnLines("cgn_A", "|Type|String|", "|MaxLength|100|"),
	"## Many-to-One relationships",
	"",
	...itemLines("r", "|ReferencedEntity|`cgn_b`|"),
];

function readSmall(): Page {
	const [page] = compilePages(smallPage(sections)).pages;
	ok(page);
	return page;
}

/** The lines that only one of two texts has. */
function changes(before: string, after: string): string {
	const old = before.split("\n");
	const now = after.split("\n");
	const only = (lines: readonly string[], others: readonly string[]): readonly string[] =>
		lines.filter((line) => !others.includes(line));
	return [...only(old, now).map((line) => `- ${line}`), ...only(now, old).map((line) => `+ ${line}`)].join("\n");
}

describe("printPage prints the model", () => {
	const page = readSmall();
	const printed = printPage(page);
	const column = (facts: Partial<PageColumn>): Page => ({
		...page,
		columns: page.columns.map((each) => ({ ...each, ...facts })),
	});
	const cases: readonly (readonly [name: string, changed: Page, changes: string])[] = [
		["nothing", page, ""],
		["a length", column({ maxLength: 7 }), "- |MaxLength|100|\n+ |MaxLength|7|"],
		["a type", column({ type: "Memo" }), "- |Type|String|\n+ |Type|Memo|"],
		["a new fact", column({ displayName: "A" }), "+ |DisplayName|**A**|"],
		["a logical name", column({ logicalName: "b" }), "- |LogicalName|`cgn_a`|\n+ |LogicalName|`b`|"],
		[
			"a schema name",
			column({ schemaName: "B" }),
			'- ### <a name="BKMK_cgn_A"></a> cgn_A\n+ ### <a name="BKMK_B"></a> B',
		],
		[
			"another section",
			column({ access: "readOnly" }),
			'- ### <a name="BKMK_cgn_A"></a> cgn_A\n- |LogicalName|`cgn_a`|',
		],
		["a property", { ...page, facts: { ...page.facts, entitySetName: "plots" } }, "+ | **EntitySetName** | `plots`|"],
		[
			"a product",
			{ ...page, product: "New" },
			"- # Plot (cgn_plot) table/entity reference (Contoso Platform)\n+ # Plot (cgn_plot) table/entity reference (New)",
		],
		[
			"a relationship",
			{ ...page, manyToOne: [{ schemaName: "r", layer: "platform", referencedTable: "cgn_c" }] },
			"- |ReferencedEntity|`cgn_b`|\n+ |ReferencedEntity|`cgn_c`|",
		],
	];
	for (const [name, changed, expected] of cases) {
		it(`with ${name}`, () => {
			const text = changes(printed, printPage(changed));
			if (name === "another section") ok(text.startsWith("+ ## Read-only columns/attributes"), text);
			else equal(text, expected);
		});
	}

	it("gives sections and facts that the page did not have their place", () => {
		const { layer } = page;
		const more: Page = {
			...page,
			messages: [{ name: "Create", layer, isEvent: true, webApi: { kind: "request", method: "POST", path: "/plots" } }],
			events: [],
			manyToMany: [{ schemaName: "m", layer, otherTable: "cgn_b" }],
			oneToMany: [{ schemaName: "o", layer }],
			changedColumns: [{ schemaName: "c", layer, targets: [{ table: "x", layer }] }],
			changedManyToOne: [{ schemaName: "p", layer, hierarchical: true }],
			changedOneToMany: [{ schemaName: "q", layer, customizable: false }],
		};
		const headings = printPage(more)
			.split("\n")
			.filter((line) => /^##+ (?!<)/.test(line))
			.map((line) => line.replace(/^#+ /, ""));
		equal(
			headings.join(", "),
			"Messages, Properties, Writable columns/attributes, Customized columns/attributes, Many-to-One relationships, One-to-Many relationships, Many-to-Many relationships, Customized relationships, Customized One-to-Many relationships, Customized Many-to-One relationships",
		);
		match(printPage(more), /\| `Create`<br \/>Event: True \|`POST` \/plots \| \|/);
		match(printPage(more), /See \[cgn_b m Many-To-Many Relationship\]\(cgn_b\.md#BKMK_m\)/);
	});

	it("prints a page that was never read", () => {
		const made: Page = {
			path: "x/a.md",
			layer: "x",
			logicalName: "a",
			bases: [],
			facts: { schemaName: "A", displayName: "An A", description: "First letter." },
			columns: [],
			changedColumns: [],
			manyToOne: [],
			oneToMany: [],
			manyToMany: [],
			changedManyToOne: [],
			changedOneToMany: [],
			lines: new Map(),
			source: { sections: [] },
		};
		equal(
			printPage(made),
			[
				"# An A (a) table/entity reference",
				"",
				"First letter.",
				"",
				"## Properties",
				"",
				"The following table lists selected properties for the An A (a) table.",
				"",
				"|Property|Value|",
				"| --- | --- |",
				"| **DisplayName** | **An A** |",
				"| **SchemaName** | `A` |",
				"| **LogicalName** | `a` |",
				"",
			].join("\n"),
		);
	});
});
