import assert from "node:assert/strict";
import type { Column, ColumnType } from "../../../src/core/schema/model.ts";
import { Refusal } from "../../../src/sandbox/service/refusal.ts";
import { roundTo } from "../../../src/sandbox/values/roundTo.ts";
import { toSql } from "../../../src/sandbox/values/toSql.ts";
import { fuzz } from "../../support/fuzz.ts";
import { columnOf, optionsOf } from "../../support/sandbox/columnOf.ts";

const wrapper =
	"Error identified in Payload provided by the user for Entity :'things', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : Microsoft.OData.ODataException: ";
const notConvertible = (literal: string, type: string): string =>
	`${wrapper}Cannot convert the literal '${literal}' to the expected type '${type}'.`;
const outOfRange = (value: string, type: string, range: string): string =>
	`A validation error occurred for thing.x. The value ${value} of type ${type} is outside the valid range(${range}).`;

const kinds: readonly (ColumnType | undefined)[] = [
	"BigInt",
	"Boolean",
	"DateTime",
	"Decimal",
	"Double",
	"Image",
	"Integer",
	"ManagedProperty",
	"Memo",
	"Money",
	"MultiSelectPicklist",
	"Picklist",
	"Status",
	"String",
	"Uniqueidentifier",
	undefined,
];

/** Values that a reader may trip over. */
const oddValues: readonly unknown[] = [
	...[null, true, false, {}, [], [1], { a: 1 }, { Value: 9007199254740993n }],
	...[
		0,
		-0,
		1,
		-1,
		-6,
		0.1,
		1e21,
		-1e-7,
		1e308,
		2 ** 31,
		-(2 ** 31),
		2 ** 53,
		9007199254740993n,
		-(2n ** 63n),
		2n ** 64n,
	],
	...[
		"",
		" ",
		"0",
		"1",
		"-6",
		"1.5",
		"1e3",
		"INF",
		"NaN",
		"true",
		"null",
		"\u0000",
		"\ud800",
		"🙂".repeat(11),
		"x".repeat(99),
	],
	...["2026-01-31T10:00:00Z", "2026-01-31", "0000-00-00", "9999-12-31T23:59:59-14:00", "1753-01-01T00:00:00+14:00"],
	...["1,2", ",", "1,,2", "aGk=", "====", "{0f8fad5b-d9cb-469f-a165-70867728950e}", "0f8fad5bd9cb469fa16570867728950e"],
	...["'; DROP TABLE account; --", '"', "%", "__proto__", "constructor"],
];

function keptOrRefused(attempt: () => unknown, what: string): unknown {
	try {
		return attempt();
	} catch (error) {
		assert.ok(error instanceof Refusal, `${what}: ${String(error)}`);
		assert.equal(error.status, 400);
		return undefined;
	}
}

describe("values that a column takes", () => {
	const taken: readonly (readonly [string, Partial<Column>, unknown, unknown])[] = [
		["null", { type: "Integer" }, null, null],
		["nothing", { type: "Integer" }, undefined, null],
		["an empty text", { type: "String" }, "", null],
		["an empty multi-select", { type: "MultiSelectPicklist", ...optionsOf(1) }, "", null],
		["a text of full length", { type: "String", maxLength: 3 }, "äöü", "äöü"],
		["the lowest number", { type: "Integer", minValue: "0", maxValue: "10" }, 0, 0],
		["the highest number", { type: "Integer", minValue: "0", maxValue: "10" }, 10, 10],
		["a limit with exponent", { type: "Decimal", minValue: "1E-12", maxValue: "1" }, 1e-12, 1e-12],
		["an exact long", { type: "BigInt", maxValue: "9223372036854775807" }, 9223372036854775807n, 9223372036854775807n],
		["a decimal, rounded", { type: "Decimal", precision: 2 }, 1.005, 1.01],
		["a negative decimal, rounded", { type: "Decimal", precision: 2 }, -1.005, -1.01],
		["a double, rounded", { type: "Double", precision: 5 }, 48.1234567, 48.12346],
		["money, not rounded here", { type: "Money", precision: 2 }, 1.00005, 1.00005],
		["an option", { type: "Picklist", ...optionsOf(1, 2) }, 2, 2],
		["any number where options are not documented", { type: "Picklist" }, 77, 77],
		["options in any order", { type: "MultiSelectPicklist", ...optionsOf(1, 2, 10) }, "10,1", "1,10"],
		["a status, which others check", { type: "Status", ...optionsOf(1) }, 99, 99],
		["the first day", { type: "DateTime", dateTimeBehavior: "DateOnly" }, "1753-01-01", "1753-01-01"],
		["a managed property", { type: "ManagedProperty" }, { Value: true }, '{"Value":true}'],
		["a scalar of undocumented type", {}, 1, "1"],
	];
	for (const [name, facts, value, kept] of taken) {
		it(name, () => {
			assert.equal(toSql(columnOf(facts), value, "things"), kept);
		});
	}

	const refused: readonly (readonly [string, Partial<Column>, unknown, string, string])[] = [
		["a text for a number", { type: "Integer" }, "Charity", "0x80048d19", notConvertible("Charity", "Edm.Int32")],
		["a number for a text", { type: "String" }, 5, "0x80048d19", notConvertible("5", "Edm.String")],
		["a truth value for a text", { type: "Memo" }, true, "0x80048d19", notConvertible("True", "Edm.String")],
		["a text for an amount", { type: "Money" }, "5", "0x80048d19", notConvertible("5", "Edm.Decimal")],
		[
			"a time without a zone",
			{ type: "DateTime" },
			"2026-01-31T10:00:00",
			"0x80048d19",
			notConvertible("2026-01-31T10:00:00", "Edm.DateTimeOffset"),
		],
		[
			"a time for a date",
			{ type: "DateTime", dateTimeBehavior: "DateOnly" },
			"2026-01-31T10:00:00Z",
			"0x80048d19",
			notConvertible("2026-01-31T10:00:00Z", "Edm.Date"),
		],
		[
			"an object",
			{ type: "String" },
			{},
			"0x80048d19",
			`${wrapper}An unexpected 'StartObject' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.`,
		],
		[
			"a list",
			{},
			[],
			"0x80048d19",
			`${wrapper}An unexpected 'StartArray' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.`,
		],
		[
			"a long text",
			{ type: "String", maxLength: 3 },
			"abcd",
			"0x80044331",
			"A validation error occurred. The length of the 'x' attribute of the 'thing' entity exceeded the maximum allowed length of '3'.",
		],
		[
			"two units in one sign",
			{ type: "Memo", maxLength: 1 },
			"🙂",
			"0x80044331",
			"A validation error occurred. The length of the 'x' attribute of the 'thing' entity exceeded the maximum allowed length of '1'.",
		],
		[
			"a small number",
			{ type: "Integer", minValue: "0", maxValue: "10" },
			-1,
			"0x8004432f",
			outOfRange("-1", "System.Int32", "0 to 10"),
		],
		[
			"a large amount",
			{ type: "Money", minValue: "0", maxValue: "100" },
			100.01,
			"0x80044330",
			outOfRange("100.01", "Microsoft.Xrm.Sdk.Money", "0 to 100"),
		],
		[
			"a long beyond 2^53",
			{ type: "BigInt", minValue: "0", maxValue: "9007199254740993" },
			9007199254740994n,
			"0x8004432f",
			outOfRange("9007199254740994", "System.Int64", "0 to 9007199254740993"),
		],
		[
			"no option",
			{ type: "Picklist", ...optionsOf(10, 2, 1) },
			3,
			"0x8004431a",
			"A validation error occurred. The value 3 of 'x' on record of type 'thing' is outside the valid range. Accepted Values: 1,2,10",
		],
		[
			"one of several is no option",
			{ type: "MultiSelectPicklist", ...optionsOf(1, 2) },
			"2,3",
			"0x8004431a",
			"A validation error occurred. The value 2,3 of 'x' on record of type 'thing' is outside the valid range. Accepted Values: 1,2",
		],
		[
			"a day of the Julian calendar",
			{ type: "DateTime" },
			"1752-12-31T23:59:59Z",
			"0x80040239",
			"DateTime is less than minimum value supported by CrmDateTime. Actual value: 12/31/1752 23:59:59, Minimum value supported: 01/01/1753 00:00:00",
		],
	];
	for (const [name, facts, value, code, sentence] of refused) {
		it(`refuses ${name}`, () => {
			const attempt = (): unknown => toSql(columnOf(facts), value, "things");
			assert.throws(attempt, (error) => {
				assert.ok(error instanceof Refusal);
				assert.deepEqual([error.status, error.code, error.message], [400, code, sentence]);
				return true;
			});
		});
	}

	it("keeps or refuses whatever JSON sends, and keeps what it kept before", () => {
		const { runs, pick } = fuzz(4000);
		const columns = kinds.map((type) =>
			columnOf({ ...(type !== undefined && { type }), minValue: "-5", maxLength: 20 }),
		);
		for (let run = 0; run < runs; run += 1) {
			const column = pick(columns);
			const value = pick(oddValues);
			const shown = `${column.type ?? "any"} ${String(value)}`;
			const kept = keptOrRefused(() => toSql(column, value), shown);
			if (kept === undefined || kept === null) continue;
			assert.ok(["string", "number", "bigint"].includes(typeof kept) || kept instanceof Uint8Array, shown);
			if (typeof kept === "number") assert.ok(Number.isFinite(kept), shown);
			const isReadBack = column.kind !== "any" && column.kind !== "binary" && column.kind !== "boolean";
			if (isReadBack) assert.equal(toSql(column, kept), kept, shown);
		}
	});

	const roundings: readonly (readonly [number, number, number])[] = [
		[1.005, 2, 1.01],
		[2.5, 0, 3],
		[-2.5, 0, -3],
		[1e-7, 6, 0],
		[5e-7, 6, 0.000001],
		[123456789.987654, 3, 123456789.988],
		[922337203685477, 4, 922337203685477],
		[0, 4, 0],
	];
	for (const [value, places, expected] of roundings) {
		it(`rounds ${value} to ${places} places`, () => {
			assert.equal(roundTo(value, places), expected);
		});
	}
});
