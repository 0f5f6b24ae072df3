import assert from "node:assert/strict";
import { detached, nowhere } from "../../../src/core/odata/change.ts";
import type { Expression, QueryOption, RequestUri } from "../../../src/core/odata/nodes.ts";
import { parseExpression, parseRequest } from "../../../src/core/odata/parse.ts";
import { printExpressionText, printRequest } from "../../../src/core/odata/print.ts";
import { odataQueries } from "../../support/odataQueries.ts";

/** Requests with everything that the grammar has, beside those that people write. */
const requests: readonly string[] = [
	...odataQueries.slice(0, 10),
	"",
	"?",
	"accounts?",
	"https://host/api/data/v9.2/accounts(1)?$top=1",
	"$metadata#accounts",
	"$crossjoin(a,b)/$query?x",
	"a('x%2Fy%3Fz')/text%20key/-1",
	"a/$filter(b gt 3)(c='x')/Model.Fn(d=@e)/$count?@e=[1,\"x\\u00e9\"]",
	'a?$filter=b/any() or not c/all(d:d/e eq {"f":null}) and -(5) lt -g&$search=NOT (a OR "b c") d',
	"a?$filter=case(b:1,true:INF) has M.E'x,1' or c in () or d in ('x',-1.5) and e in (f)",
	"a?$filter=duration'PT1S' eq g and h eq 23:59:59.5 and i eq binary'Zg==' and j eq 1e-7 and k eq 12345678901234567890",
	"a?$select=*,b/c($top=1;$orderby=d desc),M.*,M.F(x,y)&$expand=e($expand=*($levels=2);@x=$it),f/$ref,g/$count",
	"a?$compute=b add 1 as c&$apply=groupby((rollup(a,b),rolluprecursive($root/c,d,e/f)),aggregate($count as g))",
	"a?$apply=aggregate(a with sum from b with max as c,d)/concat(identity,topcount(2,e))/nest(skip(1) as f)",
	"a?$apply=addnested(b,filter(c) as d)/join(e as f,compute(g as h))/traverse($root/i,j,k,preorder,l desc)",
	"a?$apply=descendants($root/i,j,k,search(x OR y),2,keep start)/orderby(m,n desc)/C.f(o=1)",
	"a?$filter=b/@M.Currency%23q eq c/aggregate(d with sum) and geo.distance(e,geography'SRID=0;Point(1 2)') lt 2",
	"a?$top=1&$skip=2&$count=true&$index=-1&$format=json&$skiptoken=%26x&$id=urn:x&$schemaversion=*&$deltatoken=t",
	"a?fetchXml=%3Cfetch%3E%26&@p='%C3%A9 %23%25%2B'",
];

/** What has no node is kept as well. */
const onlyCopied: readonly string[] = [
	"a?$top=1&",
	"a?&&$top=1",
	"a?$top=1#b",
	"a.('b')?$filter= c )",
	"a?$filter=(b&$top=x",
];

function treeOf({ path, options }: RequestUri): unknown {
	return detached({ path, options });
}

describe("printing OData URLs", () => {
	for (const text of requests) {
		it(`copies ${text}`, () => {
			assert.equal(printRequest(parseRequest(text)), text);
		});

		it(`writes ${text}`, () => {
			const uri = parseRequest(text);
			for (const style of ["readable", "wire"] as const) {
				const printed = printRequest(detachedUri(uri), style);
				const again = parseRequest(printed);
				assert.deepEqual(again.problems, [], printed);
				assert.deepEqual(treeOf(again), treeOf(uri));
				assert.equal(printRequest(detachedUri(again), style), printed);
			}
		});
	}

	for (const text of onlyCopied)
		it(`copies ${text}`, () => {
			assert.equal(printRequest(parseRequest(text)), text);
		});

	it("keeps what was not changed", () => {
		const uri = parseRequest("accounts?$select=a, b&$filter=(a  eq 1)&$top=5&x");
		const [select, filter, top, custom] = uri.options as readonly [QueryOption, QueryOption, QueryOption, QueryOption];
		const print = (...options: readonly QueryOption[]): string => printRequest({ ...uri, options });
		assert.equal(print(), "accounts");
		assert.equal(print(filter), "accounts?$filter=(a  eq 1)");
		assert.equal(print(select, top, custom), "accounts?$select=a, b&$top=5&x");
		assert.equal(print(custom, select), "accounts?x&$select=a, b");
		const more: QueryOption = { ...top, ...nowhere, kind: "top", written: "$top", value: 7 };
		assert.equal(print(select, more, filter), "accounts?$select=a, b&$top=7&$filter=(a  eq 1)");
		if (filter.kind !== "filter") throw new Error("the second option is a filter");
		const not: Expression = { kind: "unary", ...nowhere, operator: "not", operand: filter.expression };
		assert.equal(print({ ...filter, ...nowhere, expression: not }), "accounts?$filter=not (a  eq 1)");
	});

	const made: readonly (readonly [outer: string, inner: string, expected: string])[] = [
		["x and b", "c or d", "(c or d) and b"],
		["x or b", "c and d", "c and d or b"],
		["a sub x", "b sub c", "a sub (b sub c)"],
		["x sub a", "b sub c", "b sub c sub a"],
		["not x", "a eq b", "not (a eq b)"],
		["-x", "5", "-(5)"],
		["-x", "-5", "--5"],
		["x in (1,2)", "a add b", "(a add b) in (1,2)"],
		["x eq 1", "contains(a,'b')", "contains(a,'b') eq 1"],
	];
	for (const [outer, inner, expected] of made)
		it(`${inner} in ${outer}`, () => {
			const replacement = detached(parseExpression(inner).tree);
			const printed = printExpressionText(replaced(detached(parseExpression(outer).tree), replacement), "");
			assert.equal(printed, expected);
			assert.deepEqual(parseExpression(printed).problems, []);
		});

	it("encodes what would end a value", () => {
		const tree: Expression = {
			kind: "literal",
			...nowhere,
			type: "string",
			value: "a&b#c%d+e'f é\ud800",
			doubleQuoted: false,
		};
		assert.equal(printExpressionText(tree, ""), "'a%26b%23c%25d%2Be''f é\ud800'");
		assert.equal(printExpressionText(tree, "", "wire"), "'a%26b%23c%25d%2Be''f%20%C3%A9%EF%BF%BD'");
	});
});

/** Root and fragment have no nodes, so they stay places of the text. */
function detachedUri(uri: RequestUri): RequestUri {
	return { ...uri, path: detached(uri.path), options: detached(uri.options) };
}

/** The tree with that one in the place of the path `x`. */
function replaced(tree: Expression, replacement: Expression): Expression {
	const swap = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(swap);
		if (typeof value !== "object" || value === null) return value;
		const { kind, segments } = value as { kind?: unknown; segments?: readonly { name?: unknown }[] };
		if (kind === "path" && segments?.length === 1 && segments[0]?.name === "x") return replacement;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]));
	};
	return swap(tree) as Expression;
}
