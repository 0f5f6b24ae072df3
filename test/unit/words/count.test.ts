import assert from "node:assert/strict";
import * as cliReport from "../../../src/words/cliReport.ts";
import { count, counted } from "../../../src/words/count.ts";
import * as hoverWords from "../../../src/words/hoverWords.ts";
import { english, type Message } from "../../../src/words/message.ts";
import { searchWords } from "../../../src/words/schemaBrowser.ts";
import { targetsWords, usedByWords } from "../../../src/words/schemaTree.ts";
import { tablesWords } from "../../../src/words/tableFilter.ts";

/** A sentence about a number, for one and for many. */
const cases: readonly (readonly [words: (number: number) => Message, one: string, many: string])[] = [
	[searchWords.places, "in 1 table", "in 1,348 tables"],
	[searchWords.columnPlaces, "in 1 column", "in 1,348 columns"],
	[usedByWords, "used by 1 column", "used by 1,348 columns"],
	[targetsWords, "lookup to 1 table", "lookup to 1,348 tables"],
	[tablesWords, "1 table", "1,348 tables"],
	[hoverWords.tablesWords, "1 table:", "1,348 tables:"],
	[hoverWords.columnCountWords, "1 column", "1,348 columns"],
	[hoverWords.keyCountWords, "1 key", "1,348 keys"],
	[hoverWords.lengthWords, "up to 1 character", "up to 1,348 characters"],
	[hoverWords.precisionWords, "1 decimal place", "1,348 decimal places"],
	[cliReport.inPlaces, "1 place", "1,348 places"],
	[(tables) => cliReport.layerTables("A", tables), "A: 1 table", "A: 1,348 tables"],
];

describe("sentences about a number", () => {
	for (const [words, one, many] of cases) {
		it(many, () => {
			assert.deepEqual([english(words(1)), english(words(1348))], [one, many]);
		});
	}

	it("are in the plural for none", () => {
		assert.equal(english(counted(0, "1 row", "{count} rows")), "0 rows");
	});

	it("group the digits", () => {
		assert.deepEqual([0, 999, 1000, 1348711].map(count), ["0", "999", "1,000", "1,348,711"]);
	});
});
