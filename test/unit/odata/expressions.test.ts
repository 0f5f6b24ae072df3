import assert from "node:assert/strict";
import { parseExpression } from "../../../src/core/odata/parse.ts";
import { expressionOutline } from "../../support/odataOutline.ts";

const guid = "01234567-89ab-cdef-0123-456789abcdef";

/** Well-formed expressions: operators stand first in the outline, calls of the service begin with `fn:`, casts with `q:`. */
const cases: readonly (readonly [text: string, outline: string])[] = [
	// Precedence
	["a or b and c eq d add e mul f", "(or a (and b (eq c (add d (mul e f)))))"],
	["a and b or c and d", "(or (and a b) (and c d))"],
	["a and b and c and d", "(and a b c d)"],
	["a eq b and not c", "(and (eq a b) (not c))"],
	["not a eq b", "(eq (not a) b)"],
	["not a in (1,2)", "(not (in a (list 1 2)))"],
	["not(a)", "(not <a>)"],
	["not contains(a,'b')", "(not contains(a, 'b'))"],
	["-a add b", "(add (- a) b)"],
	["- 5", "(- 5)"],
	["a sub b sub c", "(sub (sub a b) c)"],
	["a gt b eq c lt d", "(eq (gt a b) (lt c d))"],
	["(a or b) and c", "(and <(or a b)> c)"],
	["a EQ 1 AND b Ne 2", "(and (eq a 1) (ne b 2))"],
	["a divby 2 mod 3 div 4", "(div (mod (divby a 2) 3) 4)"],
	["a\teq%20b", "(eq a b)"],
	["order eq android", "(eq order android)"],
	// in, has
	["a in ('x', 'y')", "(in a (list 'x' 'y'))"],
	["a in ()", "(in a (list))"],
	["a in ('x')", "(in a (list 'x'))"],
	["a in (b)", "(in a <b>)"],
	["a in [\"x\",'y']", "(in a [\"x\" 'y'])"],
	["a in b/c", "(in a b/c)"],
	["a has Sales.Pattern'Yellow,Red'", "(has a Sales.Pattern:Yellow,Red)"],
	// Literals
	["null", "null"],
	["TRUE eq False", "(eq true false)"],
	["nullable eq trueish", "(eq nullable trueish)"],
	["null/x eq true/y", "(eq null/x true/y)"],
	["'O''Neil'", "'O'Neil'"],
	["''", "''"],
	["'%C3%A9 & %26'", "'é & &'"],
	["'a+b'", "'a+b'"],
	["12", "12"],
	["-12", "-12"],
	["%2B12", "12"],
	["9007199254740993", "9007199254740993n"],
	["-9223372036854775808", "-9223372036854775808n"],
	["9007199254740991", "9007199254740991"],
	["1.50", "decimal:1.5"],
	["1e3", "double:1000"],
	["-1.5E-2", "double:-0.015"],
	["NaN eq INF", "(eq double:NaN double:Infinity)"],
	["-INF", "double:-Infinity"],
	[guid, `guid:${guid}`],
	["ABCDEF01-89ab-cdef-0123-456789abcdef", "guid:ABCDEF01-89ab-cdef-0123-456789abcdef"],
	["abcdef01 eq 1", "(eq abcdef01 1)"],
	["2024-02-29", "date:2024-02-29"],
	["20240101-02-29", "date:20240101-02-29"],
	["2024-02-29T23:59:59.123Z", "dateTimeOffset:2024-02-29T23:59:59.123Z"],
	["2024-02-29T23:59%2B01:00", "dateTimeOffset:2024-02-29T23:59+01:00"],
	["23:59", "timeOfDay:23:59"],
	["duration'-P1DT2H3.5S'", "duration:-P1DT2H3.5S"],
	["binary'Zm9v'", "binary:Zm9v"],
	["geography'SRID=0;Point(142.1 64.1)'", "geography:SRID=0;Point(142.1 64.1)"],
	// Paths and calls
	["a/b/c", "a/b/c"],
	["primarycontactid/Model.Vip/name", "primarycontactid/q:Model.Vip/name"],
	["$it/a eq $root/b('x')/c", "(eq $it/a $root/b('x')/c)"],
	["$this", "$this"],
	["a/$count gt 1", "(gt a/$count 1)"],
	["a/$count($filter=b eq 1;$search=c)", "a/$count(filter (eq b 1); search c)"],
	["a/$filter(b gt 3)(c='x')/d", "a/$filter((gt b 3))(c='x')/d"],
	["a/any()", "a/any()"],
	["a/any(x:x/b eq 1 or x/c/all(y:y eq x/d))", "a/any(x: (or (eq x/b 1) x/c/all(y: (eq y x/d))))"],
	["a/ANY( x : true )", "a/any(x: true)"],
	["anyone/name eq 1", "(eq anyone/name 1)"],
	["@p1 eq @Core.Messages", "(eq @p1 @Core.Messages)"],
	["@p1/a", "@p1/a"],
	["a/@Measures.Currency%23x", "a/@Measures.Currency#x"],
	["now()", "now()"],
	["Contains( a , 'b' )", "contains(a, 'b')"],
	["matchespattern(a,'x')", "matchesPattern(a, 'x')"],
	["geo.length(a)", "geo.length(a)"],
	["cast(a,Edm.String)", "cast(a, q:Edm.String)"],
	["isof(a,Collection(Edm.String))", "isof(a, fn:Collection(q:Edm.String))"],
	["case(a gt 0:1,true:0)", "case((gt a 0):1 true:0)"],
	["Items(1)", "fn:Items(1)"],
	["Items(1)/name", "Items(1)/name"],
	["fn(a=1)(2)/b", "fn(a=1)(2)/b"],
	[
		"Microsoft.Dynamics.CRM.In(PropertyName='a',PropertyValues=['x','y'])",
		"fn:Microsoft.Dynamics.CRM.In(PropertyName='a', PropertyValues=['x' 'y'])",
	],
	['Model.Fn(p=@x,q={"a":[1,null]})', "fn:Model.Fn(p=@x, q={a:[1 null]})"],
	["x/Model.Fn(p=5 add 3)/y", "x/q:Model.Fn(p=(add 5 3))/y"],
	["[]", "[]"],
	['{"a b":"c\\"\\u0041\\n","d":e}', '{a b:"c"A\n" d:e}'],
	["Sales/aggregate(Amount with sum) gt 1", "(gt Sales/aggregate(1) 1)"],
	["größe eq 1", "(eq größe 1)"],
	["gr%C3%B6%C3%9Fe eq 1", "(eq größe 1)"],
];

describe("OData expressions", () => {
	for (const [text, outline] of cases)
		it(text, () => {
			const { tree, problems } = parseExpression(text);
			assert.deepEqual(problems, []);
			assert.equal(expressionOutline(tree), outline);
		});

	it("keeps a long chain of one operator flat", () => {
		const { tree, problems } = parseExpression(Array.from({ length: 20_000 }, () => "a eq 1").join(" or "));
		assert.deepEqual(problems, []);
		assert.equal(tree.kind === "logical" && tree.operands.length, 20_000);
	});
});
