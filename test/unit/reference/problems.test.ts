import { deepEqual, equal } from "node:assert/strict";
import { columnLines, compilePages, item, itemLines, smallPage, told } from "../../support/smallPage.ts";

const writable = "## Writable columns/attributes";
const choices = (...rows: readonly string[]): readonly string[] => [
	"#### cgn_a Choices/Options",
	"",
	"|Value|Label|",
	"|---|---|",
	...rows,
];
const details = (...rows: readonly string[]): readonly string[] => [
	"#### cgn_a Choices/Options",
	"",
	"|Value|Details|",
	"|---|---|",
	...rows,
];
const picklist = columnLines("cgn_a", "|Type|Picklist|");

/** The lines of the sections begin with line 10. */
const cases: readonly (readonly [name: string, sections: readonly string[], problems: readonly string[]])[] = [
	["nothing is wrong", [writable, ...columnLines("cgn_a", "|Type|Integer|", "|MaxValue|7|")], []],
	["a line of text", [writable, "What is this?"], ["11 unknownLine What is this?"]],
	["a bullet among the items", [writable, ...columnLines("cgn_a"), "- [cgn_a](#x)"], ["17 unknownLine - [cgn_a](#x)"]],
	["a bullet without items", ["## Messages", "- a"], ["11 unknownLine - a"]],
	["a quote below the head", [writable, "> [!NOTE]"], ["11 unknownLine > [!NOTE]"]],
	["a fence below the head", [writable, "---"], ["11 unknownLine ---"]],
	["a section", ["## Keys", "|Name|"], ["10 unknownSection ## Keys", "11 unknownLine |Name|"]],
	["a heading of an item elsewhere", ["## Messages", item("a")], [`11 unknownSection ${item("a")}`]],
	["a heading of items in Properties", ["### Sub"], ["10 unknownSection ### Sub"]],
	["a row", [writable, ...columnLines("cgn_a", "|Colour|Red|")], ["16 unknownRow |Colour|Red|"]],
	["a value of one of the words", [writable, ...columnLines("cgn_a", "|Type|Text|")], ["16 unknownCell |Type|Text|"]],
	["a number", [writable, ...columnLines("cgn_a", "|MaxLength|many|")], ["16 unknownCell |MaxLength|many|"]],
	[
		"a precision source",
		[writable, ...columnLines("cgn_a", "|PrecisionSource|2 (none)|")],
		["16 unknownCell |PrecisionSource|2 (none)|"],
	],
	["targets with a hole", [writable, ...columnLines("cgn_a", "|Targets|a,,b|")], ["16 unknownCell |Targets|a,,b|"]],
	["targets in words", [writable, ...columnLines("cgn_a", "|Targets|a b|")], ["16 unknownCell |Targets|a b|"]],
	[
		"a default of a Boolean",
		[writable, ...columnLines("cgn_a", "|Type|Boolean|", "|DefaultValue|2|")],
		["17 unknownCell |DefaultValue|2|"],
	],
	["a row without its end", [writable, ...columnLines("cgn_a", "|MaxLength|10")], ["16 unclosedRow |MaxLength|10"]],
	["a row with one cell", [writable, ...columnLines("cgn_a", "|MaxLength|")], ["16 unclosedRow |MaxLength|"]],
	[
		"a row for the second time",
		[writable, ...columnLines("cgn_a", "|MaxLength|1|", "|MaxLength|2|")],
		["17 repeatedRow |MaxLength|2|"],
	],
	[
		"a second table of one item",
		[writable, ...columnLines("cgn_a"), "|Property|Value|"],
		["17 unknownTable |Property|Value|"],
	],
	[
		"a table of another kind",
		[writable, item("cgn_a"), "|A|B|C|"],
		["11 itemWithoutTable cgn_a", "12 unknownTable |A|B|C|"],
	],
	[
		"a very long header",
		[writable, ...columnLines("cgn_a"), `|${"x".repeat(300)}|`],
		[`17 unknownTable |${"x".repeat(199)}…`],
	],
	[
		"a row older pages have",
		[writable, ...columnLines("cgn_a", "|IsValidForUpdate|True|")],
		["16 notInModel |IsValidForUpdate|True|"],
	],
	["a column without logical name", [writable, ...itemLines("cgn_a", "|Type|Virtual|")], ["11 noLogicalName cgn_a"]],
	["an item without table", [writable, item("cgn_a")], ["11 itemWithoutTable cgn_a"]],
	[
		"an anchor of another name",
		[writable, '### <a name="BKMK_b"></a> cgn_a', "|Property|Value|", "|---|---|", "|LogicalName|`cgn_a`|"],
		["11 anchorDiffers cgn_a"],
	],
	[
		"a heading without a name",
		[writable, '### <a name="BKMK_"></a> '],
		['11 unknownSection ### <a name="BKMK_"></a> '],
	],
	["a half heading", [writable, '### <a name="BKMK_a'], ['11 unknownSection ### <a name="BKMK_a']],
	[
		"two columns of one name",
		[writable, ...columnLines("cgn_a"), ...columnLines("CGN_A")],
		["17 repeatedColumn cgn_a"],
	],
	[
		"options of no column",
		[writable, ...choices("|1|**A**|")],
		[
			"11 unknownSection #### cgn_a Choices/Options",
			"13 unknownTable |Value|Label|",
			"14 unknownTable |---|---|",
			"15 unknownTable |1|**A**|",
		],
	],
	[
		"options of another column",
		[writable, ...columnLines("cgn_b"), ...choices("|1|**A**|")],
		["17 sentenceDiffers #### cgn_a Choices/Options"],
	],
	[
		"options a second time",
		[writable, ...picklist, ...choices("|1|**A**|"), "", ...choices()],
		["24 unknownSection #### cgn_a Choices/Options", "26 unknownTable |Value|Label|", "27 unknownTable |---|---|"],
	],
	["an option without value", [writable, ...picklist, ...choices("|one|**A**|")], ["22 unknownRow |one|**A**|"]],
	["an option without end", [writable, ...picklist, ...choices("|1|**A**")], ["22 unclosedRow |1|**A**"]],
	["an option twice", [writable, ...picklist, ...choices("|1|**A**|", "|1|**A**|")], ["23 repeatedRow |1|**A**|"]],
	[
		"an option with two labels",
		[writable, ...picklist, ...choices("|1|**A**|", "|1|**B**|")],
		["23 optionTwice |1|**B**|"],
	],
	[
		"a part of an option",
		[writable, ...picklist, ...details("|1|Colour: Red<br />nothing|")],
		["22 unknownCell Colour: Red", "22 unknownCell nothing"],
	],
	[
		"a part with another value",
		[writable, ...picklist, ...details("|1|State:0<br />State:1|")],
		["22 partTwice State:1"],
	],
	[
		"parts that are no values",
		[writable, ...picklist, ...details("|1|State:<br />TransitionData: <br />Label: |")],
		["22 unknownCell Label: ", "22 unknownCell State:", "22 unknownCell TransitionData: "],
	],
	[
		"too many cells",
		[writable, ...picklist, "#### cgn_a Choices/Options", "", "|Value|Label|State|", "|-|-|-|", "|1|A|0|x|"],
		["22 unknownRow |1|A|0|x|"],
	],
	[
		"a header with a cell twice",
		[writable, ...picklist, "#### cgn_a Choices/Options", "", "|Value|Label|Label|"],
		["20 unknownTable |Value|Label|Label|"],
	],
	[
		"a default that is no option",
		[writable, ...columnLines("cgn_a", "|Type|Picklist|", "|DefaultFormValue|9|"), ...choices("|1|**A**|")],
		["11 defaultMissing cgn_a: 9"],
	],
	[
		"limits in the wrong order",
		[writable, ...columnLines("cgn_a", "|MaxValue|-9223372036854775808|", "|MinValue|1|")],
		["11 limitsReversed cgn_a: 1, -9223372036854775808"],
	],
	[
		"a status of no state",
		[
			writable,
			...columnLines("statecode"),
			"#### statecode Choices/Options",
			"|Value|Details|",
			"|---|---|",
			"|0|Label: **A**|",
			"",
			...columnLines("cgn_a"),
			...details("|1|Label: **B**<br />State:0|", "|2|Label: **C**<br />State:1|"),
		],
		["22 stateMissing cgn_a: 2, 1"],
	],
	[
		"a lookup to nowhere",
		[writable, ...columnLines("cgn_a", "|Targets|cgn_plot, cgn_gone|")],
		["11 targetTableMissing cgn_a: cgn_gone"],
	],
	[
		"a message",
		[
			"## Messages",
			"|Name|Web API Operation|SDK for .NET|",
			"|-|-|-|",
			"|no name|||",
			"|`A`||",
			"|`A`|||",
			"|`B`",
			"|`C`<br />Event: Maybe|||",
		],
		[
			"13 unknownRow |no name|||",
			"15 repeatedRow |`A`|||",
			"16 unclosedRow |`B`",
			"17 unknownRow |`C`<br />Event: Maybe|||",
		],
	],
	[
		"an operation",
		[
			"## Events",
			"|Name|Web API Operation|SDK for .NET|",
			"|-|-|-|",
			"|`A`|<b>x</b>|[a](b) c|",
			'|`B`|<xref href="x|**Two words**|',
		],
		[
			"13 unknownCell <b>x</b>",
			"13 unknownCell [a](b) c",
			"14 unknownCell **Two words**",
			'14 unknownCell <xref href="x',
		],
	],
	[
		"a second table of messages",
		["## Events", "|Name|Web API Operation|SDK for .NET|", "", "|Name|Web API Operation|SDK for .NET|"],
		["13 unknownTable |Name|Web API Operation|SDK for .NET|"],
	],
	[
		"a relationship without facts",
		["## Many-to-One relationships", item("r"), "", "See nothing."],
		["11 itemWithoutTable r", "13 unknownLine See nothing."],
	],
	[
		"a sentence that names another table",
		[
			"## Many-to-One relationships",
			item("r"),
			"",
			"One-To-Many Relationship: [cgn_b r](cgn_b.md#BKMK_r)",
			"",
			"|Property|Value|",
			"|---|---|",
			"|ReferencedEntity|`cgn_c`|",
		],
		["11 relatedTableMissing r: cgn_c", "11 sentenceDiffers r: cgn_b, cgn_c"],
	],
	[
		"a sentence that names another relationship",
		[
			"## Many-to-One relationships",
			item("r"),
			"",
			"One-To-Many Relationship: [cgn_b s](cgn_b.md#BKMK_s)",
			"",
			"|Property|Value|",
		],
		["13 unknownLine One-To-Many Relationship: [cgn_b s](cgn_b.md#BKMK_s)"],
	],
	[
		"a cascade",
		["## Many-to-One relationships", ...itemLines("r", "|CascadeConfiguration|Delete: `Perhaps`|")],
		["15 unknownCell |CascadeConfiguration|Delete: `Perhaps`|"],
	],
	[
		"a cascade part twice",
		[
			"## Many-to-One relationships",
			...itemLines("r", "|CascadeConfiguration|Delete: `Cascade`<br />Delete: `Cascade`|"),
		],
		["15 unknownCell |CascadeConfiguration|Delete: `Cascade`<br />Delete: `Cascade`|"],
	],
	[
		"a menu",
		["## One-to-Many relationships", ...itemLines("r", "|AssociatedMenuConfiguration|Behavior|")],
		["15 unknownCell |AssociatedMenuConfiguration|Behavior|"],
	],
	[
		"a relationship twice",
		[
			"## One-to-Many relationships",
			...itemLines("r", "|ReferencingAttribute|`a`|"),
			...itemLines("r", "|ReferencingAttribute|`b`|"),
		],
		["17 repeatedRelationship r"],
	],
	[
		"no other side",
		[
			"## Many-to-One relationships",
			...itemLines(
				"r",
				"|ReferencedEntity|`cgn_plot`|",
				"|ReferencedAttribute|`cgn_no`|",
				"|ReferencingAttribute|`cgn_none`|",
			),
		],
		[
			"11 mirrorMissing r: cgn_plot",
			"11 relationshipColumnMissing r: cgn_plot.cgn_no",
			"11 relationshipColumnMissing r: cgn_plot.cgn_none",
		],
	],
	[
		"no lookup on the other side",
		["## One-to-Many relationships", ...itemLines("r", "|ReferencingEntity|`cgn_plot`|")],
		["11 mirrorMissing r: cgn_plot"],
	],
	[
		"no other half of a many-to-many",
		[
			"## Many-to-Many relationships",
			item("r"),
			"",
			"See [cgn_plot s Many-To-Many Relationship](x)",
			"",
			"|Property|Value|",
			"|---|---|",
			"|SchemaName|`r`|",
		],
		["13 unknownLine See [cgn_plot s Many-To-Many Relationship](x)"],
	],
	[
		"two sides with two columns",
		[
			writable,
			...columnLines("cgn_a"),
			...columnLines("cgn_b"),
			"## Many-to-One relationships",
			...itemLines("r", "|ReferencedEntity|`cgn_plot`|", "|ReferencingAttribute|`cgn_a`|"),
			"## One-to-Many relationships",
			...itemLines("r", "|ReferencingEntity|`cgn_plot`|", "|ReferencingAttribute|`cgn_b`|"),
		],
		["24 mirrorDiffers r: cgn_a, cgn_b"],
	],
	[
		"a section for the second time, which adds to the first",
		[writable, ...columnLines("cgn_a"), "## Events", "", "## Events", writable, ...columnLines("cgn_a")],
		["19 repeatedSection ## Events", "20 repeatedSection ## Writable columns/attributes", "21 repeatedColumn cgn_a"],
	],
	["a line under See also", ["### See also", "and so on"], ["11 unknownLine and so on"]],
	[
		"a change of nothing",
		["## Customized columns/attributes", item("cgn_a"), "Changes from [cgn_a](/x)"],
		["11 baseItemMissing cgn_a", "12 unknownLine Changes from [cgn_a](/x)"],
	],
];

describe("problems of one page", () => {
	for (const [name, sections, problems] of cases) {
		it(name, () => {
			deepEqual(told(compilePages(smallPage(sections))), problems);
		});
	}

	const properties: readonly (readonly [row: string, problems: readonly string[]])[] = [
		["| **Colour** | `red` |", ["7 unknownRow | **Colour** | `red` |"]],
		["| **TableType** | `Round` |", ["7 unknownCell | **TableType** | `Round` |"]],
		["| **PrimaryNameAttribute** | |", ["7 notInModel | **PrimaryNameAttribute** | |"]],
		["| **LogicalName** | `cgn_plot`", ["7 unclosedRow | **LogicalName** | `cgn_plot`"]],
		["| **PrimaryIdAttribute** | `cgn_id` |", ["3 primaryColumnMissing cgn_id"]],
	];
	for (const [row, problems] of properties) {
		it(`Properties: ${row}`, () => {
			deepEqual(told(compilePages(smallPage([], { properties: [row] }))), problems);
		});
	}

	it("a property for the second time", () => {
		const rows = ["| **SchemaName** | `a` |", "| **SchemaName** | `b` |"];
		const { problems, schema } = compilePages(smallPage([], { properties: rows }));
		deepEqual(
			problems.map(({ line, code }) => [line, code]),
			[[8, "repeatedRow"]],
		);
		equal(schema.tables[0]?.schemaName, "a");
	});

	it("title and properties with two names", () => {
		const page = smallPage([], { properties: ["| **LogicalName** | `cgn_other` |"] });
		deepEqual(told(compilePages(page)), ["1 logicalNameDiffers cgn_plot, cgn_other"]);
	});
});
