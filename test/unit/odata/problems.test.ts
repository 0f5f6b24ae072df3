import assert from "node:assert/strict";
import { parseRequest } from "../../../src/core/odata/parse.ts";
import { isHarmless } from "../../../src/core/odata/problem.ts";
import { english } from "../../../src/words/message.ts";
import { odataProblem } from "../../../src/words/odataProblem.ts";

/** `|` marks where each problem begins; then code and what was expected of each. */
const cases: readonly (readonly [marked: string, ...problems: string[]])[] = [
	["a?$filter=|", "expectedExpression"],
	["a?$filter=b eq |", "expectedExpression"],
	["a?$filter=b eq|", "expectedExpression"],
	["a?$filter=b |equals 1", "unexpectedText"],
	["a?$filter=(b eq 1|", "expectedToken )"],
	["a?$filter=b eq 1|)", "unexpectedText"],
	["a?$filter=b eq 'x|&$top=1", "unclosedString '"],
	["a?$filter=b eq 'O'|Neil'", "unexpectedText"],
	["a?$filter=b eq guid|'01234567-89ab-cdef-0123-456789abcdef'", "unknownPrefix"],
	["a?$filter=b eq 01234567-89ab-cdef-0123-456789abcde|", "badLiteral guid"],
	["a?$filter=b eq 2024-1|3-01", "badLiteral date"],
	["a?$filter=b eq 2024-01-01T2|4:00Z", "badLiteral dateTimeOffset"],
	["a?$filter=b eq 2024-01-01T23:00|+01:00", "unencodedCharacter %2B"],
	["a?$filter=b eq 12|abc", "badLiteral number"],
	["a?$filter=b eq 1.|", "badLiteral number"],
	['a?$filter=b eq |"x"', "expectedExpression"],
	["a?$filter=(b)|and (c)", "missingBlank"],
	["a?$filter=(b) and|(c)", "missingBlank"],
	["a?$filter=b eq|'c'", "expectedBlank"],
	["a?$filter='b'|eq c", "expectedBlank"],
	["a?$filter=| b eq 1|  ", "unexpectedBlank", "unexpectedBlank"],
	["a?$filter=contains(b|)", "expectedToken ,"],
	["a?$filter=contains(b |'x') and c |zz 1", "expectedToken ,", "unexpectedText"],
	["a?$filter=contains(b,'x'|,1)", "expectedToken )"],
	["a?$filter=now(|1)", "expectedToken )"],
	["a?$filter=fn(name|)", "expectedLiteral"],
	["a?$filter=fn(a=1,|2)", "mixedArguments"],
	["a?$filter=Model.Fn|", "expectedToken ("],
	["a?$filter=b in (c|,d|)", "expectedLiteral", "expectedLiteral"],
	["a?$filter=b/|", "expectedName"],
	["a?$filter=b/|$value eq 1", "unknownSegment"],
	["a?$filter=|$foo eq 1", "unknownSegment"],
	["a?$filter=$root|", "expectedToken /"],
	["a?@p={|'@odata.id':'b(1)'}", "singleQuotedName"],
	["$entity?$format=json|", "expectedToken $id"],
	["a?@p={|b:1}", 'expectedToken "'],
	["a?$filter=$these/b| gt 1", "expectedToken ("],
	["a?$filter=b/all()|", "expectedExpression"],
	["a?$filter=b/any(x|)", "expectedToken :"],
	["a?$filter=b/any(|1:x)", "expectedName"],
	["a?$filter=||%zz eq 1", "unencodedPercent", "expectedExpression"],
	["a?$filter=b eq '|%'", "unencodedPercent"],
	["a?$filter=b eq '|%ff'", "badPercentEncoding"],
	["a?$filter=b eq 1|#x", "unencodedCharacter %23"],
	["a?|$foo=1", "unknownOption"],
	["a?$filter|", "expectedToken ="],
	["a?$filter| =true", "expectedToken ="],
	["a?b=1&|&c=2&|", "emptyOption", "emptyOption"],
	["a?$top=|x", "expectedNumber"],
	["a?$top=5|x", "unexpectedText"],
	["a?$count=|yes", "expectedValue true"],
	["a?|$levels=1", "unexpectedOption"],
	["a?$select=|", "expectedName"],
	["a?$select=b,|", "expectedName"],
	["a?$select=b(|$expand=c)", "unexpectedOption"],
	["a?$expand=b($select=c|", "expectedToken )"],
	["a?$expand=b($select=c|&$top=1", "expectedToken )"],
	["a?$expand=b/$ref(|$select=c)", "unexpectedOption"],
	["a?$expand=b(|x=c)", "unexpectedOption"],
	["a?$expand=Model.B|", "expectedToken /"],
	["a?$orderby=b |up", "unexpectedText"],
	["a?$format=foo|", "expectedToken /"],
	["a?$apply=frob|(b)", "expectedTransformation"],
	["a?$apply=|", "expectedTransformation"],
	["a?$apply=aggregate($count |with sum as b)", "expectedToken as"],
	["a?$search=|", "expectedSearch"],
	["a('b|/c')", "unencodedCharacter %2F"],
	["a(b|)", "expectedLiteral"],
	["a(1|,2)", "expectedToken )"],
	["a|.('foo')", "unexpectedText"],
	["a/|/b/|", "emptySegment", "emptySegment"],
	["a/$count|/b", "unexpectedSegment"],
	["|$count", "unexpectedSegment"],
	["a/|$foo", "unknownSegment"],
	["https://|/a", "expectedName"],
];

function unmarked(marked: string): { readonly text: string; readonly starts: readonly number[] } {
	const parts = marked.split("|");
	let length = 0;
	const starts = parts.slice(0, -1).map((part) => (length += part.length));
	return { text: parts.join(""), starts };
}

describe("problems of OData URLs", () => {
	for (const [marked, ...expected] of cases)
		it(marked, () => {
			const { text, starts } = unmarked(marked);
			const { problems } = parseRequest(text);
			const told = problems.map(({ code, expected: what }) => (what === undefined ? code : `${code} ${what}`));
			assert.deepEqual(told, expected);
			assert.deepEqual(
				problems.map(({ start }) => start),
				starts,
			);
			for (const problem of problems) {
				assert.ok(problem.end >= problem.start && problem.end <= text.length);
				assert.doesNotMatch(english(odataProblem(problem)), /[{}]/);
			}
		});

	it("are harmless only where services pass over them", () => {
		const harmless = parseRequest("a?$filter= b").problems.map(isHarmless);
		assert.deepEqual([...harmless, ...parseRequest("a?$filter=b)").problems.map(isHarmless)], [true, false]);
	});
});
