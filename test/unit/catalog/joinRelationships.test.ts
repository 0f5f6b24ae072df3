import assert from "node:assert/strict";
import type { Relationship } from "../../../src/core/schema/catalog.ts";
import { joinRelationships } from "../../../src/core/schema/joinRelationships.ts";
import type { Table } from "../../../src/core/schema/model.ts";
import { RelationshipRows, relationshipRowsOf } from "../../../src/core/schema/names/relationshipRows.ts";
import { collectionOf, lookupTo, manyTo, sampleTable } from "../../support/sampleSchema.ts";

/** "name: from.column/navigation > to.column/navigation"; a usual navigation property has a mark. */
function shown({ schemaName, kind, from, to }: Relationship): string {
	const side = ({ table, column, navigationProperty, navigationPropertyIsUsual }: Relationship["from"]): string =>
		`${table ?? "?"}${column === undefined ? "" : `.${column}`}${navigationProperty === undefined ? "" : `/${navigationProperty}${navigationPropertyIsUsual ? "~" : ""}`}`;
	return `${schemaName}: ${side(from)} ${kind === "oneToMany" ? ">" : "<>"} ${side(to)}`;
}

const intersect = { intersectTable: "ab" };

const cases: readonly (readonly [string, readonly Table[], readonly string[]])[] = [
	["nothing", [], []],
	[
		"both sides",
		[
			sampleTable("a", { manyToOne: [lookupTo("r", "b", { referencingColumn: "bid", navigationProperty: "bid" })] }),
			sampleTable("b", { oneToMany: [collectionOf("r", "a", { navigationProperty: "r_known" })] }),
		],
		["r: a.bid/bid > b/r_known"],
	],
	[
		"the column from the other side",
		[
			sampleTable("a", { manyToOne: [lookupTo("r", "b")] }),
			sampleTable("b", { oneToMany: [collectionOf("r", "a", { referencingColumn: "bid" })] }),
		],
		["r: a.bid > b/r~"],
	],
	["the lookup side alone", [sampleTable("a", { manyToOne: [lookupTo("r", "b")] })], ["r: a > b/r~"]],
	["the collection side alone", [sampleTable("b", { oneToMany: [collectionOf("r", "a")] })], ["r: a > b/r~"]],
	[
		"a collection that does not know its lookup",
		[sampleTable("b", { oneToMany: [collectionOf("r", undefined)] })],
		["r: ? > b/r~"],
	],
	[
		"a collection without its table, joined by name and target",
		[
			sampleTable("a", { manyToOne: [lookupTo("r", "b")] }),
			sampleTable("b", { oneToMany: [collectionOf("r", undefined, { navigationProperty: "known" })] }),
		],
		["r: a > b/known"],
	],
	[
		"a lookup without its target",
		[sampleTable("a", { manyToOne: [{ schemaName: "r", layer: "dataverse", navigationProperty: "x" }] })],
		["r: a/x > ?"],
	],
	[
		"one name with several targets",
		[
			sampleTable("a", { manyToOne: [lookupTo("r", "c"), lookupTo("r", "b")] }),
			sampleTable("b", { oneToMany: [collectionOf("r", "a", { navigationProperty: "of_b" })] }),
			sampleTable("c", { oneToMany: [collectionOf("r", "a")] }),
		],
		["r: a > b/of_b", "r: a > c/r~"],
	],
	[
		"a table that points to itself",
		[sampleTable("a", { manyToOne: [lookupTo("r", "a")], oneToMany: [collectionOf("r", "a")] })],
		["r: a > a/r~"],
	],
	[
		"the same row twice",
		[
			sampleTable("a", { manyToOne: [lookupTo("r", "b"), lookupTo("r", "b")] }),
			sampleTable("b", { oneToMany: [collectionOf("r", "a", { navigationProperty: "n" })] }),
		],
		["r: a > b/n", "r: a > b/r~"],
	],
	[
		"many-to-many with both sides",
		[
			sampleTable("a", { manyToMany: [manyTo("m", "b", { intersectColumn: "aid", navigationProperty: "m_a" })] }),
			sampleTable("b", { manyToMany: [manyTo("m", "a", { intersectColumn: "bid" })] }),
		],
		["m: a.aid/m_a <> b.bid"],
	],
	["many-to-many with one side", [sampleTable("a", { manyToMany: [manyTo("m", "b")] })], ["m: a <> b"]],
	["many-to-many of unknown other side", [sampleTable("a", { manyToMany: [manyTo("m", undefined)] })], ["m: a <> ?"]],
	[
		"many-to-many where one side does not know the other",
		[
			sampleTable("a", { manyToMany: [manyTo("m", undefined, intersect)] }),
			sampleTable("b", { manyToMany: [manyTo("m", "a", intersect)] }),
		],
		["m: a <> b"],
	],
	[
		"many-to-many and its intersect table",
		[
			sampleTable("a", { manyToMany: [manyTo("m", "b", intersect)] }),
			sampleTable("ab", { manyToMany: [manyTo("m", undefined, intersect)] }),
			sampleTable("b", { manyToMany: [manyTo("m", "a", intersect)] }),
		],
		["m: a <> b"],
	],
	["an intersect table alone", [sampleTable("ab", { manyToMany: [manyTo("m", undefined, intersect)] })], ["m: ? <> ?"]],
	[
		"many-to-many of a table with itself",
		[
			sampleTable("a", {
				manyToMany: [manyTo("m", "a", { intersectColumn: "one" }), manyTo("m", "a", { intersectColumn: "two" })],
			}),
		],
		["m: a.one <> a.two"],
	],
	[
		"one name between two pairs of tables",
		[
			sampleTable("a", { manyToMany: [manyTo("m", "b")] }),
			sampleTable("b", { manyToMany: [manyTo("m", "a")] }),
			sampleTable("c", { manyToMany: [manyTo("m", "d")] }),
		],
		["m: a <> b", "m: c <> d"],
	],
	[
		"names in code unit order",
		[sampleTable("a", { manyToOne: [lookupTo("b", "x"), lookupTo("B", "x"), lookupTo("ä", "x")] })],
		["B: a > x/B~", "b: a > x/b~", "ä: a > x/ä~"],
	],
];

describe("joining relationships", () => {
	for (const [name, tables, expected] of cases) {
		it(name, () => {
			const joined = joinRelationships(tables);
			assert.deepEqual(joined.map(shown), expected);
			const rows = new RelationshipRows(relationshipRowsOf(joined));
			assert.deepEqual(
				rows.schemaNames.map((_, index) => rows.at(index)),
				joined,
				"packed and read again",
			);
		});
	}

	it("keeps what each side says", () => {
		const menu = { behavior: "UseLabel", order: 10 };
		const cascade = { delete: "Cascade" } as const;
		const facts = { intersectTable: "ab", customizable: true, menu };
		const tables = [
			sampleTable("a", {
				manyToOne: [lookupTo("r", "b", { cascade, hierarchical: true, layer: "dynamics365" })],
				manyToMany: [manyTo("m", "b")],
			}),
			sampleTable("b", {
				oneToMany: [collectionOf("r", "a", { menu, customizable: false })],
				manyToMany: [manyTo("m", "a", facts)],
			}),
		];
		assert.deepEqual(joinRelationships(tables), [
			{ schemaName: "m", kind: "manyToMany", from: { table: "a" }, to: { table: "b" }, layer: "dataverse", ...facts },
			{
				schemaName: "r",
				kind: "oneToMany",
				from: { table: "a" },
				to: { table: "b", navigationProperty: "r", navigationPropertyIsUsual: true },
				layer: "dynamics365",
				cascade,
				menu,
				customizable: false,
				hierarchical: true,
			},
		]);
	});
});
