import { deepEqual, equal } from "node:assert/strict";
import type { RowValue } from "../../../src/core/client/row.ts";
import type { Column } from "../../../src/core/schema/model.ts";
import { indentedJson } from "../../../src/words/indentedJson.ts";
import { english } from "../../../src/words/message.ts";
import { cellChange, recordChangeWords, stagedWords } from "../../../src/words/records.ts";
import { formattedLike, valueText } from "../../../src/words/recordValue.ts";
import { sampleColumn } from "../../support/sampleSchema.ts";

const choice = {
	options: [
		{ value: 0, label: "Allow", layer: "dataverse" },
		{ value: 1, label: "Do Not Allow ", layer: "dataverse" },
		{ value: 2, layer: "dataverse" },
	],
};

describe("a staged value as people read it", () => {
	const cases: readonly (readonly [Partial<Column>, RowValue, string | undefined, string])[] = [
		[{ type: "Money" }, 72000, "€60,000.00", "€72,000.00"],
		[{ type: "Money" }, 72000, undefined, "72000"],
		[{ type: "Decimal" }, { exactNumber: "12345678901.123456789" }, "1.00", "12,345,678,901.123456789"],
		[{ type: "Integer" }, 1234567, "12", "1,234,567"],
		[{ type: "String" }, "72000", "€60,000.00", "72000"],
		[{ type: "String" }, null, "Fabrikam", "(empty)"],
		[{ type: "Picklist", choice }, 1, undefined, "Do Not Allow"],
		[{ type: "Picklist", choice }, 2, undefined, "2"],
		[{ type: "Picklist", choice }, 7, undefined, "7"],
		[{ type: "MultiSelectPicklist", choice }, "0,1", undefined, "Allow; Do Not Allow"],
		[{ type: "Boolean", choice }, false, undefined, "Allow"],
		[{ type: "Boolean" }, true, undefined, "yes"],
		[{}, { exactNumber: "9007199254740993" }, undefined, "9007199254740993"],
	];
	for (const [facts, value, like, text] of cases) {
		it(`${JSON.stringify(value)} of ${facts.type ?? "no type"} is ${text}`, () => {
			equal(english(valueText(sampleColumn("column", facts), value, like)), text);
		});
	}

	const numbers: readonly (readonly [number: string, like: string, text: string])[] = [
		["72000", "€60,000.00", "€72,000.00"],
		["72000.5", "60.000,00 €", "72.000,50 €"],
		["5", "CHF1,244,008.37", "CHF5.00"],
		["1000000", "1’244’008.37", "1’000’000.00"],
		["1234567", "¥3,452", "¥1,234,567"],
		["-5.5", "$1.00", "-$5.50"],
		["1234.567", "$1.00", "$1,234.567"],
		["72000", "($5.00)", "72000"],
		["72000", "5.00-", "72000"],
		["72000", "-€5.00", "72000"],
		["72000", "none", "72000"],
		["1e21", "€60,000.00", "1e21"],
	];
	for (const [number, like, text] of numbers) {
		it(`${number} like ${like} is ${text}`, () => {
			equal(formattedLike(number, like), text);
		});
	}

	it("makes a sentence of a change", () => {
		const cell = english(cellChange("Revenue", "€60,000.00", "€72,000.00"));
		equal(english(recordChangeWords("Fabrikam", cell)), "Fabrikam: Revenue €60,000.00 → €72,000.00");
	});

	it("counts changes and rows", () => {
		const words = [stagedWords(1, 1), stagedWords(2, 1), stagedWords(1234, 2)].map(english);
		deepEqual(words, ["1 change staged in 1 row", "2 changes staged in 1 row", "1,234 changes staged in 2 rows"]);
	});
});

describe("JSON in lines", () => {
	const cases = ["{}", "[]", '{"a":1}', '{"a":[1,{"b":"},{\\"[:"}],"c":{}}', "9007199254740993", '"a:b"', "null"];
	for (const json of cases) {
		it(`keeps ${json}`, () => {
			const lines = indentedJson(json);
			equal(
				lines.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (part) => (part.startsWith('"') ? part : "")),
				json,
			);
			if (!/\d{16}/.test(json)) equal(lines, JSON.stringify(JSON.parse(json), null, 2));
		});
	}
});
