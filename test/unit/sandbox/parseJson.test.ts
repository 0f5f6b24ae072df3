import assert from "node:assert/strict";
import { parseJson } from "../../../src/sandbox/values/parseJson.ts";

describe("reading JSON with whole numbers of 64 bits", () => {
	const cases: readonly (readonly [string, unknown])[] = [
		["1", 1],
		["9007199254740991", 9007199254740991],
		["9007199254740992", 9007199254740992n],
		["-9223372036854775808", -9223372036854775808n],
		["12345678901234567890123", 12345678901234567890123n],
		["9007199254740993.0", 9007199254740992],
		["9007199254740993e0", 9007199254740992],
		['"9007199254740993"', "9007199254740993"],
		['{"a":[9007199254740993,1],"b":null}', { a: [9007199254740993n, 1], b: null }],
		["0.1234567890123456789", 0.12345678901234568],
	];
	for (const [text, value] of cases) {
		it(text, () => {
			assert.deepEqual(parseJson(text), value);
		});
	}

	it("refuses what is none, as JSON.parse does", () => {
		for (const text of ["", "{", "01", "[9007199254740993"]) assert.throws(() => parseJson(text), SyntaxError);
	});
});
