import assert from "node:assert/strict";
import { parseSearch } from "../../../src/core/odata/parse.ts";
import { searchOutline } from "../../support/odataOutline.ts";

const cases: readonly (readonly [text: string, outline: string])[] = [
	["blue", "blue"],
	["blue green", "(AND blue green)"],
	["blue AND green red", "(AND blue green red)"],
	["a b OR c AND d", "(OR (AND a b) (AND c d))"],
	["NOT a b", "(AND (NOT a) b)"],
	["NOT NOT a", "(NOT (NOT a))"],
	["NOT (a OR b)", "(NOT <(OR a b)>)"],
	["OR AND", "(AND OR AND)"],
	["NOT", "NOT"],
	["a OR", "(AND a OR)"],
	["and or not", "(AND and or not)"],
	['"blue green" red', '(AND "blue green" red)'],
	['"a\\"b"', '"a"b"'],
	["'so far (typ'", "'so far (typ'"],
	["a%3Bb", "a;b"],
	["O'Neil", "O'Neil"],
];

describe("OData search expressions", () => {
	for (const [text, outline] of cases)
		it(text, () => {
			const { tree, problems } = parseSearch(text);
			assert.deepEqual(problems, []);
			assert.equal(searchOutline(tree), outline);
		});
});
