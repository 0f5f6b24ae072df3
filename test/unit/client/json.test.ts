import assert from "node:assert/strict";
import fc from "fast-check";
import { decimalValue } from "../../../src/core/client/json/decimalValue.ts";
import { parseJson } from "../../../src/core/client/json/parseJson.ts";
import { printJson } from "../../../src/core/client/json/printJson.ts";
import type { RowValue } from "../../../src/core/client/row.ts";
import { fuzz } from "../../support/fuzz.ts";

/** A number, or the text of one that a double would round. */
const numbers: readonly (readonly [text: string, read: number | string])[] = [
	["0", 0],
	["-0", -0],
	["1.0", 1],
	["1.50", 1.5],
	["1e3", 1000],
	["1E+2", 100],
	["9007199254740991", 9007199254740991],
	["9007199254740993", "9007199254740993"],
	["-9007199254740993", "-9007199254740993"],
	["9007199254740994", 9007199254740994],
	["9223372036854775807", "9223372036854775807"],
	["1000000000000000000000000", 1e24],
	["0.1", 0.1],
	["0.30000000000000004", 0.30000000000000004],
	["0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
	["12345678901.1000000001", "12345678901.1000000001"],
	["12345678901.1000000000", 12345678901.1],
	["123456789012345.6789", "123456789012345.6789"],
	["9007199254740993.0", "9007199254740993.0"],
	["9007199254740993e-3", "9007199254740993e-3"],
	["1e300", 1e300],
	["1e400", "1e400"],
	["-1E400", "-1E400"],
	["1e-400", "1e-400"],
	["3e-324", "3e-324"],
	["1.7976931348623157e308", 1.7976931348623157e308],
	["5e-324", 5e-324],
	["0.0000000000000001e-400", "0.0000000000000001e-400"],
	["0e999", 0],
];

/** What stands around a number in JSON. */
const places: readonly (readonly [before: string, after: string, pick: (value: RowValue) => unknown])[] = [
	["", "", (value) => value],
	[" \n", "\r\n ", (value) => value],
	["[", "]", (value) => (value as readonly unknown[])[0]],
	['["12345678901234567890", ', ' ,"1e400"]', (value) => (value as readonly unknown[])[1]],
	['{"a\\"1e400,":"\\\\","b":', "}", (value) => (value as Readonly<Record<string, unknown>>).b],
	['{"x":[{"y":[1,', "\t]}]}", (value) => (value as { x: [{ y: [1, unknown] }] }).x[0].y[1]],
];

function valueOf(text: string): RowValue {
	const read = parseJson(text);
	assert.ok(read.ok, text);
	return read.value;
}

describe("JSON of the client", () => {
	for (const [text, read] of numbers) {
		it(`reads ${text} and writes it back`, () => {
			for (const [before, after, pick] of places) {
				const value = valueOf(before + text + after);
				assert.deepEqual(pick(value), typeof read === "string" ? { exactNumber: read } : read, before);
				assert.equal(printJson(valueOf(printJson(value))), printJson(value));
			}
			const printed = printJson(valueOf(text));
			if (typeof read === "string") assert.equal(printed, text);
			else assert.equal(decimalValue(printed), decimalValue(text));
		});
	}

	it("keeps digits in texts of any size, and looks for exponents in those of ordinary size", () => {
		const filling = " ".repeat(300_000);
		assert.deepEqual(valueOf(`${filling}[9007199254740993]`), [{ exactNumber: "9007199254740993" }]);
		assert.deepEqual(valueOf(`${filling}[1e400,1e-400]`), [Infinity, 0]);
	});

	it("leaves what only looks like a number alone", () => {
		const row = {
			a: "12345678901234567890",
			b: ": 12345678901234567890,",
			c: '\\",9007199254740993]',
			'1e400 "': "1e400 ",
		};
		assert.deepEqual(valueOf(JSON.stringify(row)), row);
	});

	it("refuses what JSON.parse refuses", () => {
		const texts = [
			"",
			"{",
			"nul",
			"01234567890123456789",
			"1.",
			"[1e400",
			"12345678901234567890x",
			'"12345678901234567890',
		];
		const more = [
			"12345678901234567890.5.5",
			"{12345678901234567890:1}",
			"1-12345678901234567890",
			"+9007199254740993",
		];
		for (const text of [...texts, ...more])
			assert.deepEqual(parseJson(text), { ok: false, problem: { code: "notJson" } });
	});

	it("is JSON.parse but for exact numbers, whatever the text", () => {
		const { seed, runs } = fuzz(2000);
		const token = fc.oneof(
			fc.stringMatching(/^[{}[\]:,"\\ \n\-.eE]$/),
			fc.constantFrom("null", '"a":', '"e123', "1e309", "9007199254740993"),
			fc.stringMatching(/^-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,4})?$/),
			fc.json(),
		);
		const anyText = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(""));
		fc.assert(
			fc.property(fc.oneof(anyText, fc.json()), (text) => {
				const read = parseJson(text);
				const expected = parsed(text);
				assert.equal(read.ok, expected !== undefined);
				// As text, because -0 is printed as 0.
				const back = read.ok ? (JSON.parse(printJson(read.value)) as unknown) : undefined;
				assert.equal(JSON.stringify(back), JSON.stringify(expected?.value));
			}),
			{ seed, numRuns: runs },
		);
	});

	it("keeps the value of every number", () => {
		const { seed, runs } = fuzz(2000);
		const integer = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map(String);
		const decimal = fc.stringMatching(/^-?(?:0|[1-9]\d{0,24})\.\d{1,30}$/);
		const power = fc.stringMatching(/^-?[1-9](?:\.\d{1,20})?[eE][+-]?\d{1,3}$/);
		fc.assert(
			fc.property(fc.array(fc.oneof(integer, decimal, power)), (texts) => {
				const list = valueOf(`[${texts.join(",")}]`) as readonly RowValue[];
				assert.deepEqual(list.map(printJson).map(decimalValue), texts.map(decimalValue));
				for (const [index, text] of texts.entries()) {
					if (typeof list[index] === "number" && /^-?\d+$/.test(text)) assert.equal(BigInt(list[index]), BigInt(text));
				}
			}),
			{ seed, numRuns: runs },
		);
	});

	it("prints as JSON.stringify does where no number is exact", () => {
		const { seed, runs } = fuzz(500);
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				assert.equal(printJson(value as RowValue), JSON.stringify(value));
			}),
			{ seed, numRuns: runs },
		);
	});

	it("takes no text for a number that is none", () => {
		const value = { exactNumber: '1,"other":2' };
		assert.equal(printJson(value), JSON.stringify(value));
		assert.equal(printJson({ exactNumber: "1", more: 2 }), '{"exactNumber":"1","more":2}');
	});

	it("reads and prints what is deeper than the stack", () => {
		const depth = 200_000;
		const text = `${"[".repeat(depth)}9007199254740993${"]".repeat(depth)}`;
		assert.equal(printJson(valueOf(text)), text);
	});

	// What took the square of the time would run into the time limit of the test.
	it("takes time in proportion to texts that are made to slow it down", () => {
		const size = 240_000;
		const texts = ["1".repeat(size), "1e000".repeat(size / 5), `"${'\\"'.repeat(size / 2)}", 9007199254740993`];
		for (const text of [...texts, "-".repeat(size), `["${"1".repeat(size)}"]`, "1234567890123456,".repeat(size / 17)]) {
			parseJson(text);
		}
	});
});

function parsed(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}
