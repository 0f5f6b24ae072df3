import { deepEqual } from "node:assert/strict";
import { readOnlyReason } from "../../../src/core/records/readOnlyReason.ts";
import { readTyped } from "../../../src/core/records/readTyped.ts";
import type { RowValue } from "../../../src/core/client/row.ts";
import type { Column, Option } from "../../../src/core/schema/model.ts";
import { valueProblemMessage } from "../../../src/words/records.ts";
import { english } from "../../../src/words/message.ts";
import { sampleColumn } from "../../support/sampleSchema.ts";

const option = (value: number, label?: string, state?: number): Option => ({
	value,
	layer: "dataverse",
	...(label !== undefined && { label }),
	...(state !== undefined && { state }),
});

const columns = {
	text: sampleColumn("name", { type: "String", maxLength: 5 }),
	memo: sampleColumn("description", { type: "Memo", maxLength: 100 }),
	needed: sampleColumn("subject", { type: "String", requiredLevel: "SystemRequired" }),
	business: sampleColumn("title", { type: "String", requiredLevel: "ApplicationRequired" }),
	whole: sampleColumn("employees", { type: "Integer", minValue: "0", maxValue: "1000000000" }),
	anyWhole: sampleColumn("number", { type: "Integer" }),
	long: sampleColumn("big", { type: "BigInt", minValue: "-9223372036854775808", maxValue: "9223372036854775807" }),
	decimal: sampleColumn("rate", { type: "Decimal", precision: 2, minValue: "-100", maxValue: "100" }),
	exact: sampleColumn("exact", { type: "Decimal", precision: 12, maxValue: "100000000000" }),
	money: sampleColumn("revenue", { type: "Money", precision: 2, precisionSource: 2, maxValue: "922337203685477" }),
	ownMoney: sampleColumn("fee", { type: "Money", precision: 2, precisionSource: 0 }),
	float: sampleColumn("latitude", { type: "Double", precision: 5, minValue: "-90", maxValue: "90" }),
	yesNo: sampleColumn("hold", { type: "Boolean", choice: { options: [option(0, "Open"), option(1, "On Hold")] } }),
	date: sampleColumn("birthdate", { type: "DateTime", dateTimeBehavior: "DateOnly" }),
	time: sampleColumn("due", { type: "DateTime", format: "DateAndTime", dateTimeBehavior: "UserLocal" }),
	choice: sampleColumn("industry", {
		type: "Picklist",
		choice: { options: [option(1, "Accounting"), option(2, "Retail, large"), option(3, "Same"), option(4, " same ")] },
	}),
	anyChoice: sampleColumn("undocumented", { type: "Picklist", choice: { options: [] } }),
	several: sampleColumn("days", {
		type: "MultiSelectPicklist",
		choice: { options: [option(1, "Monday"), option(2, "Tuesday"), option(10, "Sun, Moon")] },
	}),
	status: sampleColumn("statuscode", { type: "Status", choice: { options: [option(1, "Active", 0)] } }),
	id: sampleColumn("processid", { type: "Uniqueidentifier" }),
	untyped: sampleColumn("unknown"),
} as const satisfies Readonly<Record<string, Column>>;

type Name = keyof typeof columns;

describe("a typed text as the value of a column", () => {
	const values: readonly (readonly [Name, string, RowValue])[] = [
		["text", "Größe", "Größe"],
		["text", " a ", " a "],
		["text", "", null],
		["memo", "one\ntwo", "one\ntwo"],
		["business", "", null],
		["whole", "72000", 72000],
		["whole", " 1 234 567 ", 1234567],
		["whole", "1,234,567", 1234567],
		["whole", "1.234.567", 1234567],
		["whole", "12.0", 12],
		["whole", "  ", null],
		["anyWhole", "-0", 0],
		["anyWhole", "+7", 7],
		["anyWhole", "-2147483648", -2147483648],
		["long", "9007199254740993", { exactNumber: "9007199254740993" }],
		["long", "-9223372036854775808", { exactNumber: "-9223372036854775808" }],
		["long", "9007199254740992", 9007199254740992],
		["decimal", "007.50", 7.5],
		["decimal", "1,5", 1.5],
		["decimal", "-.5", -0.5],
		["exact", "12345678901.123456789", { exactNumber: "12345678901.123456789" }],
		["money", "€72,000.00", 72000],
		["money", "72.000,50 €", 72000.5],
		["money", "$ 5", 5],
		["money", "0.123456", 0.123456],
		["money", "1’000’000", 1000000],
		["float", "47.54321", 47.54321],
		["yesNo", "on hold", true],
		["yesNo", "OPEN", false],
		["yesNo", "yes", true],
		["yesNo", "0", false],
		["yesNo", "", null],
		["date", "2024-02-29", "2024-02-29"],
		["date", "2026-3-5", "2026-03-05"],
		["time", "2026-03-15T10:30:00Z", "2026-03-15T10:30:00Z"],
		["time", "2026-03-15 7:05", "2026-03-15T07:05:00Z"],
		["time", "2026-03-15", "2026-03-15T00:00:00Z"],
		["time", "2026-03-15T10:30:15.999Z", "2026-03-15T10:30:15Z"],
		["choice", "1", 1],
		["choice", "accounting ", 1],
		["choice", "Retail, large", 2],
		["anyChoice", "17", 17],
		["several", "Tuesday; monday", "1,2"],
		["several", "2,1,2", "1,2"],
		["several", "Sun, Moon", "10"],
		["several", "Sun, Moon; 1", "1,10"],
		["status", "Active", 1],
		["id", "0C3F2E11-0000-4000-8000-00000000000A", "0c3f2e11-0000-4000-8000-00000000000a"],
		["untyped", "as it is", "as it is"],
	];
	for (const [name, text, value] of values) {
		it(`takes ${JSON.stringify(text)} for ${name}`, () => {
			deepEqual(readTyped({ primaryIdColumn: "id" }, columns[name], text), { ok: true, value });
		});
	}

	const problems: readonly (readonly [Name, string, string])[] = [
		["text", "six six", "The text has 7 characters; the column takes 5."],
		["text", "a\0b", "The text has a null character in it, which no column takes."],
		["needed", "", "This column may not be empty."],
		["whole", "many", "This is no number. Write it like 72000 or 72000.50."],
		["whole", "1 5", "This is no number. Write it like 72000 or 72000.50."],
		["whole", "9".repeat(200), "This is no number. Write it like 72000 or 72000.50."],
		["whole", "0x10", "This is no number. Write it like 72000 or 72000.50."],
		["whole", "1e3", "This is no number. Write it like 72000 or 72000.50."],
		["whole", "-", "This is no number. Write it like 72000 or 72000.50."],
		["whole", "1.5", "The column takes whole numbers only."],
		["whole", "-1", "The column takes numbers from 0 to 1000000000."],
		["anyWhole", "2147483648", "The column takes numbers from -2147483648 to 2147483647."],
		["long", "9223372036854775808", "The column takes numbers from -9223372036854775808 to 9223372036854775807."],
		[
			"money",
			"1,500",
			"1,500 could be a thousand and more, or a decimal. Write it without the comma, or with a point.",
		],
		["money", "922337203685478", "The column takes numbers up to 922337203685477."],
		["ownMoney", "1.234", "The column keeps 2 decimal places."],
		["decimal", "1.005", "The column keeps 2 decimal places."],
		["decimal", "100.01", "The column takes numbers from -100 to 100."],
		["yesNo", "perhaps", "Write yes or no."],
		["date", "15.3.2026", "Write the date like 2026-03-15."],
		["date", "2023-02-29", "Write the date like 2026-03-15."],
		["date", "1752-12-31", "The service keeps no dates before 1753."],
		["time", "2026-03-15T10:30:00+02:00", "Write date and time in UTC, like 2026-03-15 10:30."],
		["time", "2026-03-15 24:00", "Write date and time in UTC, like 2026-03-15 10:30."],
		["time", "1700-01-01 10:00", "The service keeps no dates before 1753."],
		["choice", "Farming", "Farming is none of the options, neither a label nor a value."],
		["choice", "99", "99 is none of the options, neither a label nor a value."],
		["choice", "same", "Several options are called same: write one of the values 3, 4."],
		["several", "Monday; Someday", "Someday is none of the options, neither a label nor a value."],
		["id", "nobody", "Write an id like 00000000-0000-0000-0000-000000000000."],
	];
	for (const [name, text, sentence] of problems) {
		it(`refuses ${JSON.stringify(text.slice(0, 40))} for ${name}`, () => {
			const read = readTyped({ primaryIdColumn: "id" }, columns[name], text);
			deepEqual(read.ok ? read : english(valueProblemMessage(read.problem)), sentence);
		});
	}
});

describe("why a column cannot be edited in a cell", () => {
	const table = { primaryIdColumn: "accountid" };
	it("cannot be said of a record without an id", () => {
		deepEqual(readOnlyReason({}, sampleColumn("name", { type: "String" })), "noId");
	});

	const cases: readonly (readonly [Column, ReturnType<typeof readOnlyReason>])[] = [
		[sampleColumn("accountid", { type: "Uniqueidentifier" }), "primaryId"],
		[sampleColumn("revenue_base", { type: "Money", access: "readOnly" }), "notWritable"],
		[sampleColumn("total", { type: "Decimal", sourceTypeMask: 2 }), "calculated"],
		[sampleColumn("sum", { type: "Decimal", sourceTypeMask: 4, access: "readOnly" }), "rollup"],
		[sampleColumn("statecode", { type: "State" }), "state"],
		[sampleColumn("ownerid", { type: "Owner" }), "lookup"],
		[sampleColumn("parentcustomerid", { type: "Customer" }), "lookup"],
		[sampleColumn("primarycontactid", { type: "Lookup" }), "lookup"],
		[sampleColumn("entityimage", { type: "Image" }), "otherKind"],
		[sampleColumn("name", { type: "String", access: "writable" }), undefined],
		[sampleColumn("somewhere", {}), undefined],
		[sampleColumn("simple", { type: "Decimal", sourceTypeMask: 0 }), undefined],
	];
	for (const [column, reason] of cases) {
		it(`${column.logicalName}: ${reason ?? "it can"}`, () => {
			deepEqual(readOnlyReason(table, column), reason);
			if (reason === undefined) return;
			deepEqual(readTyped(table, column, "x"), { ok: false, problem: { code: "readOnly", reason } });
		});
	}
});
