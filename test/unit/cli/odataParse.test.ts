import assert from "node:assert/strict";
import { runOver } from "./fakeProgram.ts";

interface Expected {
	readonly o?: readonly string[];
	readonly e?: readonly string[];
}

const cases: readonly (readonly [args: readonly string[], code: number, expected: Expected])[] = [
	[["accounts(1)?$top=5"], 0, { o: ["resourcePath  accounts(1)", "    arguments  (1)", "top  $top=5"] }],
	[["https://host/api/data/v9.2/WhoAmI()"], 0, { o: ["name  WhoAmI()"] }],
	[["a?$filter=b eq"], 1, { o: ["a?$filter=b eq\n              ^ 14: A value or an expression must stand here."] }],
	[["a?$filter=(b"], 1, { o: ["“)” must stand here."] }],
	[["-INF", "--rule", "date"], 1, { o: ["^^^ 1: "] }],
	[["-INF", "--rule", "decimalValue"], 0, {}],
	[["", "--rule", "commonExpr"], 1, { o: ["^ 0: "] }],
	[["5", "--rule", "ByteValue"], 0, {}],
	[
		["x", "--rule", "comonExpr"],
		2,
		{ e: ["There is no rule “comonExpr” that this program reads. Did you mean “commonExpr”?"] },
	],
	[["x", "--rule", "zzzzzzzzz"], 2, { e: ["There is no rule “zzzzzzzzz” that this program reads."] }],
	[[], 2, { e: ["TEXT is missing."] }],
	[["a", "b"], 2, { e: ["“b” is one argument too many."] }],
	[["--rule", "date"], 2, { e: ["TEXT is missing."] }],
	[["--help"], 0, { o: ["Usage: dvw odata parse TEXT [--rule RULE] [--json]"] }],
];

describe("dvw odata parse", () => {
	for (const [args, code, { o = [], e = [] }] of cases)
		it(args.join(" "), () => {
			const ran = runOver(undefined, ["odata", "parse", ...args]);
			assert.equal(ran.code, code);
			for (const text of o) assert.ok(ran.out.includes(text), ran.out);
			for (const text of e) assert.ok(ran.err.includes(text), ran.err);
		});

	it("prints tree and problems as JSON", () => {
		const { code, out } = runOver(undefined, [
			"odata",
			"parse",
			"12345678901234567890",
			"--rule",
			"commonExpr",
			"--json",
		]);
		assert.equal(code, 0);
		assert.deepEqual(JSON.parse(out), {
			rule: "commonExpr",
			text: "12345678901234567890",
			problems: [],
			tree: { kind: "literal", start: 0, end: 20, type: "integer", value: "12345678901234567890" },
		});
		const broken = runOver(undefined, ["odata", "parse", "$top=x", "--rule", "top", "--json"]);
		assert.equal(broken.code, 1);
		assert.deepEqual((JSON.parse(broken.out) as { problems: unknown }).problems, [
			{ code: "expectedNumber", start: 5, end: 5, message: "A whole number must stand here." },
		]);
	});
});
