import assert from "node:assert/strict";
import { detached } from "../../../src/core/odata/change.ts";
import { parseApply } from "../../../src/core/odata/parse.ts";

/** What a tree says, without places. */
function shape(text: string): unknown {
	const { tree, problems } = parseApply(text);
	assert.deepEqual(problems, []);
	return JSON.parse(
		JSON.stringify(detached(tree), (key, value: unknown) => (key === "start" || key === "end" ? undefined : value)),
	);
}

const path = (...names: readonly string[]): unknown => ({
	kind: "path",
	segments: names.map((name) => ({ kind: "name", name })),
});
const identifier = (name: string): unknown => ({ kind: "identifier", name });
const count = { kind: "path", segments: [{ kind: "system", name: "$count" }] };

describe("OData aggregation", () => {
	it("groups and aggregates", () => {
		assert.deepEqual(shape("groupby((statuscode,customerid/name),aggregate(revenue with sum as total,$count as n))"), [
			{
				kind: "groupby",
				keys: [path("statuscode"), path("customerid", "name")],
				then: [
					{
						kind: "aggregate",
						items: [
							{
								kind: "aggregateItem",
								expression: path("revenue"),
								method: identifier("sum"),
								from: [],
								alias: identifier("total"),
							},
							{ kind: "aggregateItem", expression: count, from: [], alias: identifier("n") },
						],
					},
				],
			},
		]);
	});

	it("aggregates step by step", () => {
		assert.deepEqual(shape("aggregate(Amount with sum from Time,Place with average as Daily)"), [
			{
				kind: "aggregate",
				items: [
					{
						kind: "aggregateItem",
						expression: path("Amount"),
						method: identifier("sum"),
						from: [{ kind: "aggregateFrom", paths: [path("Time"), path("Place")], method: identifier("average") }],
						alias: identifier("Daily"),
					},
				],
			},
		]);
	});

	it("knows custom aggregates and functions by their form", () => {
		assert.deepEqual(shape("aggregate(Forecast)/Custom.condense()/identity"), [
			{ kind: "aggregate", items: [{ kind: "aggregateItem", expression: path("Forecast"), from: [] }] },
			{ kind: "customTransformation", name: "Custom.condense", arguments: { kind: "arguments", items: [] } },
			{ kind: "identity" },
		]);
	});

	it("nests sequences", () => {
		assert.deepEqual(shape("concat(identity,top(2)/skip(1))"), [
			{
				kind: "concat",
				sequences: [
					{ kind: "sequence", transformations: [{ kind: "identity" }] },
					{
						kind: "sequence",
						transformations: ["top", "skip"].map((name, index) => ({
							kind: "limit",
							name,
							count: { kind: "literal", type: "integer", value: 2 - index },
						})),
					},
				],
			},
		]);
	});

	it("walks hierarchies", () => {
		assert.deepEqual(shape("descendants($root/Orgs,Hierarchy,ID,filter(true),3,keep start)"), [
			{
				kind: "hierarchy",
				name: "descendants",
				parameters: [
					{
						kind: "path",
						segments: [
							{ kind: "system", name: "$root" },
							{ kind: "name", name: "Orgs" },
						],
					},
					path("Hierarchy"),
					path("ID"),
					{
						kind: "sequence",
						transformations: [{ kind: "filterBy", expression: { kind: "literal", type: "boolean", value: true } }],
					},
					{ kind: "literal", type: "integer", value: 3 },
					{ kind: "keyWord", word: "keep start" },
				],
			},
		]);
	});
});
