import assert from "node:assert/strict";
import type { Column } from "../../../src/core/schema/model.ts";
import { columnTypeSummary } from "../../../src/words/columnType.ts";
import { english } from "../../../src/words/message.ts";
import { sampleColumn } from "../../support/sampleSchema.ts";

const option = { value: 1, layer: "dataverse" };

const cases: readonly (readonly [facts: Partial<Column>, summary: string])[] = [
	[{}, "type not documented"],
	[{ type: "String", maxLength: 100 }, "text 100"],
	[{ type: "String" }, "text"],
	[{ type: "Picklist", choice: { options: [option] } }, "choice, 1 option"],
	[{ type: "Picklist", choice: { options: [option, { ...option, value: 2 }] } }, "choice, 2 options"],
	[{ type: "Picklist", choice: { options: [] } }, "choice"],
	[{ type: "Boolean", choice: { options: [option] } }, "yes/no"],
	[{ type: "DateTime" }, "date and time"],
	[{ type: "DateTime", format: "DateAndTime", dateTimeBehavior: "UserLocal" }, "date and time"],
	[{ type: "DateTime", format: "DateOnly" }, "date only"],
	[{ type: "DateTime", format: "DateOnly", dateTimeBehavior: null }, "date only"],
	[{ type: "DateTime", format: "DateOnly", dateTimeBehavior: "DateOnly" }, "date only"],
	[{ type: "DateTime", dateTimeBehavior: "DateOnly" }, "date only"],
	[{ type: "DateTime", format: "DateOnly", dateTimeBehavior: "UserLocal" }, "date only in forms, holds a time"],
	[
		{ type: "DateTime", format: "DateOnly", dateTimeBehavior: "TimeZoneIndependent" },
		"date only in forms, holds a time",
	],
];

describe("the type of a column", () => {
	for (const [facts, summary] of cases) {
		it(`${JSON.stringify(facts)}: ${summary}`, () => {
			assert.equal(english(columnTypeSummary(sampleColumn("any", { ...facts }))), summary);
		});
	}
});
