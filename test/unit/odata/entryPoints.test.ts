import assert from "node:assert/strict";
import type { Parsed } from "../../../src/core/odata/nodes.ts";
import {
	parseApply,
	parseCompute,
	parseExpand,
	parseFilter,
	parseLiteral,
	parseOrderBy,
	parsePath,
	parseQueryOptions,
	parseSearch,
	parseSelect,
} from "../../../src/core/odata/parse.ts";

/** Each entry point reads the whole text and nothing else; `|` marks where what does not belong to it begins. */
const cases: readonly (readonly [parse: (text: string) => Parsed<unknown>, marked: string])[] = [
	[parseFilter, "a eq 1| , b"],
	[parseOrderBy, "a desc,b|)"],
	[parseSelect, "a,b/c($top=1)| d"],
	[parseExpand, "a($select=b;$top=1)|;c"],
	[parseCompute, "a add 1 as b|(c)"],
	[parseSearch, "a OR b|)"],
	[parseApply, "filter(a)/top(1)| /skip(2)"],
	[parsePath, "a(1)/b(2)|c"],
	[parseLiteral, "'a'| eq 1"],
	[parseQueryOptions, "$top=1|x&$skip=2"],
];

describe("entry points of the OData parser", () => {
	for (const [parse, marked] of cases)
		it(`${parse.name} ${marked}`, () => {
			const [whole = "", rest = ""] = marked.split("|");
			assert.deepEqual(parse(whole).problems, []);
			assert.equal(parse(whole + rest).problems[0]?.start, whole.length);
			assert.equal(parse(whole + rest).text, whole + rest);
		});
});
