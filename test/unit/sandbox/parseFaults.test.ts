import assert from "node:assert/strict";
import { parseFaults } from "../../../src/sandbox/faults/parseFaults.ts";
import { english } from "../../../src/words/message.ts";

describe("the specification of faults", () => {
	const read: readonly (readonly [string, readonly object[]])[] = [
		["", []],
		[" ; ;", []],
		["500", [{ kind: "500" }]],
		["429 limit=time retry-after=0", [{ kind: "429", limit: "time", retryAfter: 0 }]],
		["latency ms=5", [{ kind: "latency", ms: [5, 5] }]],
		["latency ms=5-20 rate=0.5", [{ kind: "latency", ms: [5, 20], rate: 0.5 }]],
		[
			"reset when=after on=accounts method=post,PATCH",
			[{ kind: "reset", when: "after", on: "accounts", methods: new Set(["POST", "PATCH"]) }],
		],
		["cut bytes=0 skip=0 every=2 times=1", [{ kind: "cut", bytes: 0, skip: 0, every: 2, times: 1 }]],
		["403 table=accounts column=revenue", [{ kind: "403", table: "accounts", column: "revenue" }]],
		["403 row=AB", [{ kind: "403", row: "ab" }]],
		[
			"412; expired\t times=1;503 retry-after=2",
			[{ kind: "412" }, { kind: "expired", times: 1 }, { kind: "503", retryAfter: 2 }],
		],
	];
	for (const [text, rules] of read)
		it(text || "nothing", () => {
			const parsed = parseFaults(text);
			assert.ok(parsed.ok);
			assert.deepEqual(
				parsed.rules.map(({ text: _text, ...rule }) => rule),
				rules,
			);
		});

	const wrong: readonly (readonly [string, string])[] = [
		["501", "There is no fault of the kind '501'."],
		["toString", "There is no fault of the kind 'toString'."],
		["500; 429 every", "'every' is no setting: write name=value."],
		["500 =1", "'=1' is no setting: write name=value."],
		["500 retry-after=1", "A fault of the kind 500 has no setting 'retry-after'."],
		["500 constructor=1", "A fault of the kind 500 has no setting 'constructor'."],
		["500 every=0", "'0' is no value for every."],
		["500 every=", "'' is no value for every."],
		["500 rate=1.5", "'1.5' is no value for rate."],
		["500 rate=often", "'often' is no value for rate."],
		["500 method=a1", "'a1' is no value for method."],
		["429 limit=all", "'all' is no value for limit."],
		["latency", "A fault of the kind latency needs ms."],
		["latency ms=20-5", "'20-5' is no value for ms."],
		["403", "A fault of the kind 403 needs table, row, column."],
	];
	for (const [text, problem] of wrong)
		it(`${text}: refused`, () => {
			const parsed = parseFaults(text);
			assert.ok(!parsed.ok);
			assert.equal(english(parsed.problem), problem);
		});
});
