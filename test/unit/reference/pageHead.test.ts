import { deepEqual } from "node:assert/strict";
import { compilePages, told } from "../../support/smallPage.ts";

describe("the head of a page", () => {
	const heads: readonly (readonly [text: string, problems: readonly string[]])[] = [
		["", ["1 notATable "]],
		["Just words\n", ["1 notATable Just words"]],
		["---\ntitle: Nothing\n---\n", ["1 notATable ---"]],
		["# Plot table/entity reference\n", ["1 notATable # Plot table/entity reference"]],
		[
			"---\ntitle: 'Plot (cgn_plot) table/entity reference (P)'\n",
			["1 openFrontMatter title: 'Plot (cgn_plot) table/entity reference (P)'"],
		],
		["# Plot (cgn_plot) table/entity reference (P)\n\nOne\nTwo\n", ["4 unknownLine Two"]],
		["# Plot (cgn_plot) table/entity reference (P)\n# Again\n", ["2 unknownSection # Again"]],
		["a\n---\n# Plot (cgn_plot) table/entity reference (P)\n", ["1 unknownLine a", "2 unknownLine ---"]],
		[
			"# Plot (cgn_plot) table/entity reference (P)\n- b\n|c|\n> d\n",
			["2 unknownLine - b", "3 unknownLine |c|", "4 unknownLine > d"],
		],
		[
			"# Plot (cgn_plot) table/entity reference (P)\n> [!NOTE]\n> [!NOTE]\n> Words.\n",
			["3 unknownLine > [!NOTE]", "4 unknownLine > Words."],
		],
		[
			"# Plot (cgn_plot) table/entity reference (P)\n> [!NOTE]\n> The table extends nothing.\n",
			["3 unknownLine > The table extends nothing."],
		],
		[
			"# Plot (cgn_plot) table/entity reference (P)\n> [!NOTE]\n> The P Plot (cgn_plot) table extends the [Q Plot (cgn_plot) table](x) too\n",
			["1 baseMissing x", "3 unknownCell  too"],
		],
		[
			"# Plot (cgn_plot) table/entity reference (P)\n> [!NOTE]\n> X table extends the [something](x).\n",
			["3 unknownLine > X table extends the [something](x)."],
		],
	];
	for (const [text, problems] of heads) {
		it(`head ${JSON.stringify(text)}`, () => {
			deepEqual(told(compilePages({ path: "a/cgn_x.md", text })), problems);
		});
	}

	it("a page that is known not to be a table", () => {
		deepEqual(told(compilePages({ path: "a/deprecated-entities.md", text: "# Deprecated" })), [
			"1 otherPage # Deprecated",
		]);
	});

	it("takes the name from the file where the title gives it alone", () => {
		const { schema } = compilePages({ path: "cgn_plot.MD", text: "# CGN_Plot table/entity reference (P)" });
		deepEqual(
			schema.tables.map(({ logicalName, layer }) => [logicalName, layer]),
			[["cgn_plot", ""]],
		);
	});
});
