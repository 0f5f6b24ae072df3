import { equal } from "node:assert/strict";
import type { MentionMode } from "../../src/core/mentions/mention.ts";
import { mentionAt } from "../../src/core/mentions/mentionAt.ts";
import { SchemaNames } from "../../src/core/mentions/schemaNames.ts";
import { mentionCatalog } from "./mentionCatalog.ts";
import { described } from "./mentionSnippets.ts";

const names = new SchemaNames(mentionCatalog);

/** What hover finds at the `|` of a text; `¦` stands for a bar of the code. */
export function foundAt(language: string, marked: string, mode: MentionMode = "context"): string {
	const offset = marked.indexOf("|");
	const text = (marked.slice(0, offset) + marked.slice(offset + 1)).replaceAll("¦", "|");
	const mention = mentionAt(text, offset, language, names, mode);
	if (mention !== undefined) equal(/^\w+$/.test(text.slice(mention.start, mention.end)), true);
	return described(mention);
}

export type MentionRow = readonly [language: string, marked: string, expected: string];

/** One test for each row. */
export function mentionTable(title: string, rows: readonly MentionRow[]): void {
	describe(title, () => {
		for (const [language, marked, expected] of rows) {
			it(`${language}: ${marked.replace(/\s+/g, " ").slice(0, 90)}`, () => {
				equal(foundAt(language, marked), expected);
			});
		}
	});
}
