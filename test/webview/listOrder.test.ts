import assert from "node:assert/strict";
import { isSort, matchesFilter, nextSort, sorted } from "../../webview/listOrder.ts";

describe("the order of lists", () => {
	const orders: readonly (readonly [string, readonly string[], boolean, readonly string[]])[] = [
		["is by value of numbers, whatever the case", ["r10", "R2", "r1"], false, ["r1", "R2", "r10"]],
		["turns round", ["r10", "R2", "r1"], true, ["r10", "R2", "r1"]],
		["keeps equal rows as they were", ["b", "B", "a"], false, ["a", "b", "B"]],
		["has the empty ones last", ["", "b", "", "a"], false, ["a", "b", "", ""]],
		["has the empty ones last when turned round", ["", "b", "", "a"], true, ["b", "a", "", ""]],
	];
	for (const [title, rows, descending, expected] of orders) {
		it(title, () => {
			assert.deepEqual(
				sorted(rows, (row) => row, descending, "en"),
				expected,
			);
		});
	}

	it("goes up, down and away with clicks on one header, and starts again on another", () => {
		const up = nextSort(null, "type");
		const down = nextSort(up, "type");
		assert.deepEqual(
			[up, down, nextSort(down, "type"), nextSort(down, "name")],
			[{ by: "type", descending: false }, { by: "type", descending: true }, null, { by: "name", descending: false }],
		);
	});

	for (const value of [undefined, 3, "name", {}, { by: 1, descending: true }, { by: "name" }]) {
		it(`is not read from ${JSON.stringify(value)}`, () => {
			assert.equal(isSort(value), false);
		});
	}
});

describe("the filter of lists", () => {
	const texts: readonly (readonly [string, string, boolean])[] = [
		["Primary Contact\nprimarycontactid", "contact primary", true],
		["Primary Contact", "PRIM", true],
		["Primary Contact", "", true],
		["Primary Contact", "  contact ", true],
		["Primary Contact", "contact account", false],
	];
	for (const [text, filter, expected] of texts) {
		it(`"${filter}" ${expected ? "finds" : "passes over"} ${JSON.stringify(text)}`, () => {
			assert.equal(matchesFilter(text, filter), expected);
		});
	}
});
