import assert from "node:assert/strict";
import type { StorageKind } from "../../../src/sandbox/schema/sandboxTable.ts";
import { convertValue } from "../../../src/sandbox/values/convertValue.ts";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
type Plain = string | number | bigint | boolean;
type Case = readonly [value: Plain, kept: string | number | bigint | undefined];

const cases: Readonly<Record<Exclude<StorageKind, "binary">, readonly Case[]>> = {
	guid: [
		[id, id],
		[id.toUpperCase(), id],
		[`{${id}}`, id],
		[`(${id})`, id],
		[` ${id} `, id],
		[id.replaceAll("-", ""), id],
		[`{${id}`, undefined],
		[id.slice(1), undefined],
		[id.replace("-", ""), undefined],
		["", undefined],
		[1, undefined],
	],
	text: [
		["x", "x"],
		["", ""],
		[" \u0000'\"", " \u0000'\""],
		[1, undefined],
		[true, undefined],
	],
	integer: [
		[0, 0],
		[-2147483648, -2147483648],
		[2147483647, 2147483647],
		[2147483648, undefined],
		[-2147483649, undefined],
		[1.5, undefined],
		["12", 12],
		[" -3 ", -3],
		["1.0", undefined],
		["Charity", undefined],
		["", undefined],
		["1e3", undefined],
		["0x10", undefined],
		[true, undefined],
		[5n, 5],
	],
	long: [
		[1, 1],
		[9223372036854775807n, 9223372036854775807n],
		[-9223372036854775808n, -9223372036854775808n],
		[9223372036854775808n, undefined],
		[1e300, undefined],
		[1.5, undefined],
		["1", undefined],
		[false, undefined],
	],
	decimal: [
		[1.25, 1.25],
		[-0.0001, -0.0001],
		["1.25", undefined],
		[true, undefined],
		[10n, 10],
	],
	double: [
		[1.5, 1.5],
		["1.5", 1.5],
		["1e3", 1000],
		["INF", undefined],
		["NaN", undefined],
		["", undefined],
		[".5", 0.5],
		["1,5", undefined],
		["1e999", undefined],
	],
	boolean: [
		[true, 1],
		[false, 0],
		["true", 1],
		["False", 0],
		["yes", undefined],
		["1", undefined],
		[1, undefined],
		[0, undefined],
	],
	dateTime: [
		["2026-01-31T13:45:00Z", "2026-01-31T13:45:00Z"],
		["2026-01-31T13:45Z", "2026-01-31T13:45:00Z"],
		["2026-01-31T13:45:30.999Z", "2026-01-31T13:45:30Z"],
		["2026-01-31T00:30:00+02:00", "2026-01-30T22:30:00Z"],
		["2024-02-29T23:59:59-00:01", "2024-03-01T00:00:59Z"],
		["2026-01-31T13:45:00", undefined],
		["2026-01-31", undefined],
		["2026-02-30T00:00:00Z", undefined],
		["2026-01-31T24:00:00Z", undefined],
		["31/01/2026", undefined],
		["1754470054", undefined],
		[1754470054, undefined],
		["", undefined],
	],
	date: [
		["2026-01-31", "2026-01-31"],
		["2024-02-29", "2024-02-29"],
		["2025-02-29", undefined],
		["2026-01-31T00:00:00Z", undefined],
		["2026-1-31", undefined],
		[20260131, undefined],
	],
	choices: [
		["1,2,10", "1,2,10"],
		["10, 2,1,2", "1,2,10"],
		["-1", "-1"],
		["", ""],
		["1,,2", undefined],
		["1;2", undefined],
		["one", undefined],
		[1, undefined],
	],
	any: [
		["x", '"x"'],
		[1.5, "1.5"],
		[true, "true"],
		["", '""'],
		[9007199254740993n, "9007199254740993"],
	],
};

describe("what a JSON value becomes in storage", () => {
	for (const [kind, list] of Object.entries(cases) as [StorageKind, readonly Case[]][]) {
		for (const [value, kept] of list) {
			const shown = typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
			it(`${kind} ${shown} -> ${typeof kept === "string" ? JSON.stringify(kept) : String(kept)}`, () => {
				assert.equal(convertValue(kind, value), kept);
			});
		}
	}

	const bytes: readonly (readonly [Plain, readonly number[] | undefined])[] = [
		["aGk=", [104, 105]],
		["aGk", undefined],
		["aG k=\n", [104, 105]],
		["a-_=", undefined],
		["", []],
		[1, undefined],
	];
	for (const [value, kept] of bytes) {
		it(`binary ${JSON.stringify(value)}`, () => {
			const actual = convertValue("binary", value);
			assert.deepEqual(actual instanceof Uint8Array ? [...actual] : actual, kept);
		});
	}
});
