import assert from "node:assert/strict";
import type { Option } from "../../../src/core/schema/model.ts";
import { isLocalChoice, uniteOptions } from "../../../src/core/schema/names/namedChoice.ts";

/** "1 One, 2": value and label. */
const options = (text: string): readonly Option[] =>
	text.split(", ").map((each) => {
		const [value, label] = each.split(" ");
		return { value: Number(value), ...(label !== undefined && { label }), layer: "dataverse" };
	});

const unions: readonly (readonly [string, readonly string[], string])[] = [
	["one list in order of value", ["2 Two, 1 One, -1 None"], "-1 None, 1 One, 2 Two"],
	["the options of all lists", ["1 One", "2 Two", "3 Three"], "1 One, 2 Two, 3 Three"],
	["the label that most give", ["1 Uno", "1 One", "1 One"], "1 One"],
	["the first of labels that equally many give", ["1 One", "1 Uno"], "1 One"],
	["a label before many without", ["1", "1", "1 One"], "1 One"],
	["no label where nobody gives one", ["1", "1"], "1"],
];

describe("the options of a choice that several columns use", () => {
	for (const [name, lists, union] of unions) {
		it(`are ${name}`, () => {
			assert.deepEqual(uniteOptions(lists.map(options)), options(union));
		});
	}
});

describe("a choice is local", () => {
	const place = { table: "account", column: "industrycode" };
	const cases = [
		["account_industrycode", [place], true],
		["Account_IndustryCode", [place], true],
		["industrycode", [place], false],
		["account_industrycode", [place, { table: "lead", column: "industrycode" }], false],
		["account_industrycode", [], false],
	] as const;
	for (const [name, usedBy, local] of cases) {
		it(`${name} of ${usedBy.length} columns: ${local}`, () => {
			assert.equal(isLocalChoice(name, usedBy), local);
		});
	}
});
