import assert from "node:assert/strict";
import { createFormats } from "../../../src/sandbox/read/formats.ts";
import { jsonText } from "../../../src/sandbox/read/jsonText.ts";
import { metadataLevel } from "../../../src/sandbox/read/metadataLevel.ts";
import { decimalText, wireValue } from "../../../src/sandbox/read/wireValue.ts";
import type { StorageKind } from "../../../src/sandbox/schema/sandboxTable.ts";
import { fuzz } from "../../support/fuzz.ts";

/** Language, time zone, a stored moment, and how a user there reads it. */
const moments: readonly (readonly [locale: string, zone: string, stored: string, text: string])[] = [
	["en-US", "America/Los_Angeles", "2023-04-07T21:59:01Z", "4/7/2023 2:59 PM"],
	["en-US", "UTC", "2023-04-07T00:05:00Z", "4/7/2023 12:05 AM"],
	["en-US", "UTC", "2023-04-07T12:00:00Z", "4/7/2023 12:00 PM"],
	["en-US", "Asia/Kolkata", "2023-12-31T18:30:00Z", "1/1/2024 12:00 AM"],
	["de-DE", "Europe/Berlin", "2023-04-07T21:59:01Z", "07.04.2023 23:59"],
	["en-GB", "Europe/London", "2023-04-07T21:59:01Z", "07/04/2023 22:59"],
	["fr-FR", "Europe/Paris", "2023-01-02T03:04:05Z", "02/01/2023 04:04"],
	// The clocks go forward at one o'clock UTC, and back
	["de-DE", "Europe/Berlin", "2026-03-29T00:59:59Z", "29.03.2026 01:59"],
	["de-DE", "Europe/Berlin", "2026-03-29T01:00:00Z", "29.03.2026 03:00"],
	["de-DE", "Europe/Berlin", "2026-10-25T00:59:00Z", "25.10.2026 02:59"],
	["de-DE", "Europe/Berlin", "2026-10-25T01:00:00Z", "25.10.2026 02:00"],
	["en-US", "UTC", "no date", "no date"],
];

/** Language, a number, its digits behind the point, and its text. */
const numbers: readonly (readonly [locale: string, value: number, digits: number, text: string])[] = [
	["en-US", 0, 0, "0"],
	["en-US", 999, 0, "999"],
	["en-US", 1000, 0, "1,000"],
	["en-US", -1234567.891, 2, "-1,234,567.89"],
	["en-US", 0.5, 3, "0.500"],
	["de-DE", 1234567.891, 2, "1.234.567,89"],
	["fr-FR", 1234567, 0, "1 234 567"],
];

const amounts: readonly (readonly [locale: string, value: number, symbol: string, text: string])[] = [
	["en-US", 20000, "$", "$20,000.00"],
	["en-US", -5.5, "€", "(€5.50)"],
	["de-DE", 20000, "€", "20.000,00 €"],
	["de-DE", -5.5, "kr", "-5,50 kr"],
	["en-US", 1, "", "1.00"],
];

describe("The formats of a user", () => {
	for (const [locale, zone, stored, text] of moments) {
		it(`show ${stored} as ${text} in ${zone}`, () => {
			assert.equal(createFormats(locale, zone).dates.localDateTime(stored), text);
		});
	}
	for (const [locale, value, digits, text] of numbers) {
		it(`show ${value} as ${text} in ${locale}`, () => {
			assert.equal(createFormats(locale, "UTC").numbers.number(value, digits), text);
		});
	}
	for (const [locale, value, symbol, text] of amounts) {
		it(`show ${value} ${symbol} as ${text} in ${locale}`, () => {
			assert.equal(createFormats(locale, "UTC").numbers.money(value, 2, symbol), text);
		});
	}

	it("leave a date without time where it is, in every zone", () => {
		const { dates } = createFormats("en-US", "America/Los_Angeles");
		assert.deepEqual([dates.date("2026-01-31"), dates.localDate("2026-01-31T01:00:00Z")], ["1/31/2026", "1/30/2026"]);
		assert.equal(dates.dateTime("2026-01-31T13:00:00Z"), "1/31/2026 1:00 PM");
	});

	it("show whole numbers that are longer than a number can hold", () => {
		const { numbers: format } = createFormats("en-US", "UTC");
		assert.equal(format.whole("-9223372036854775808"), "-9,223,372,036,854,775,808");
	});
});

describe("The JSON of a text", () => {
	it("is what JSON.stringify writes, whatever is in it", () => {
		const { runs, below, pick } = fuzz(500);
		const pieces = [
			"a",
			"ö",
			'"',
			"\\",
			"\n",
			"\u0000",
			"\u001f",
			"\u007f",
			"\u2028",
			"\ud83d\ude00",
			"\ud800",
			"\udc00",
			"/",
		];
		for (let run = 0; run < runs; run += 1) {
			const text = Array.from({ length: below(8) }, () => pick(pieces)).join("");
			assert.equal(jsonText(text), JSON.stringify(text));
		}
	});
});

/** A kind, what storage holds, and its JSON. */
const wired: readonly (readonly [kind: StorageKind, stored: string | number | Uint8Array, json: string])[] = [
	["text", 'a"b', '"a\\"b"'],
	["guid", "00000000-0000-4000-8000-000000000001", '"00000000-0000-4000-8000-000000000001"'],
	["integer", -3, "-3"],
	["long", "9223372036854775807", "9223372036854775807"],
	["decimal", 20000, "20000.0"],
	["decimal", 0.1, "0.1"],
	["double", 1e21, "1e+21"],
	["boolean", 1, "true"],
	["boolean", 0, "false"],
	["dateTime", "2026-01-31T13:45:00Z", '"2026-01-31T13:45:00Z"'],
	["date", "2026-01-31", '"2026-01-31"'],
	["choices", "1,2", '"1,2"'],
	["binary", Uint8Array.of(1, 2, 3), '"AQID"'],
	["any", '"text"', '"text"'],
	["any", "12.5", "12.5"],
	["any", "true", "true"],
];

describe("A stored value", () => {
	for (const [kind, stored, json] of wired) {
		it(`of ${kind} ${String(stored)} is written ${json}`, () => {
			assert.equal(wireValue(kind)(stored), json);
			assert.doesNotThrow(() => JSON.parse(json) as unknown);
		});
	}

	it("that is a number stays the same number in JSON", () => {
		const { runs, random } = fuzz(500);
		for (let run = 0; run < runs; run += 1) {
			const value = (random() - 0.5) * 10 ** Math.floor(random() * 40 - 10);
			assert.equal(JSON.parse(decimalText(value)), value);
		}
	});
});

const accepted: readonly (readonly [accept: string | undefined, level: string])[] = [
	[undefined, "minimal"],
	["*/*", "minimal"],
	["application/json", "minimal"],
	["application/json;odata.metadata=full", "full"],
	["application/json; ODATA.METADATA=None; charset=utf-8", "none"],
	["application/json;odata.metadata=everything", "minimal"],
];

describe("The level of metadata", () => {
	for (const [accept, level] of accepted) {
		it(`is ${level} for ${accept}`, () => {
			assert.equal(metadataLevel(accept), level);
		});
	}
});
