import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { noteOf, tableNotes } from "../../src/words/notes/noteOf.ts";
import { systemColumnNotes } from "../../src/words/notes/systemColumns.ts";
import { sharedPath } from "../support/sharedFolder.ts";

/** The five original pages, and the base page of the one that extends another. */
const pages: readonly (readonly [table: string, ...files: string[]])[] = [
	["msdyn_octwitterhandleprovisioningstatus", "customer-service/msdyn_octwitterhandleprovisioningstatus.md"],
	["msdyn_octwitterhandlesecret", "customer-service/msdyn_octwitterhandlesecret.md"],
	[
		"msdyn_ocprovisioningstate",
		"customer-service/msdyn_ocprovisioningstate.md",
		"dynamics365/msdyn_ocprovisioningstate.md",
	],
	["msdyn_ocphonecallengagementctx", "customer-service/msdyn_ocphonecallengagementctx.md"],
	["msdyn_sessionevent", "dynamics365/msdyn_sessionevent.md"],
];

const runLength = 5;

/** All runs of five words in a text, without case and punctuation. */
function runs(text: string): readonly string[] {
	const words = text.toLowerCase().match(/[a-z0-9_]+/g) ?? [];
	return words.slice(runLength - 1).map((_, start) => words.slice(start, start + runLength).join(" "));
}

describe("notes beside the published pages", function () {
	const folder = sharedPath("reference/pages");
	before(function () {
		if (folder !== undefined) return;
		console.log("      skipped: the shared reference pages are not on this machine");
		this.skip();
	});
	const read = (file: string): string => readFileSync(join(folder ?? "", file), "utf8");

	for (const [table, ...files] of pages) {
		it(`${table}: a note on the table and on every column`, () => {
			assert.ok(noteOf(table));
			const columns = files.flatMap((file) =>
				[...read(file).matchAll(/^\|LogicalName\|`([^`]+)`\|/gm)].map(([, name]) => name ?? ""),
			);
			assert.ok(columns.length > 20);
			const without = columns.filter((column) => noteOf(table, column) === undefined);
			assert.deepEqual(without, []);
			const gone = Object.keys(tableNotes.get(table)?.columns ?? {}).filter((column) => !columns.includes(column));
			assert.deepEqual(gone, [], "notes on columns that the pages do not have");
		});
	}

	it(`no note shares ${runLength} words in a row with a description`, () => {
		const published = new Set(
			pages
				.flatMap(([, ...files]) => files)
				.flatMap((file) => [
					...read(file).matchAll(/^\|Description\|(.*)\|$/gm),
					...read(file).matchAll(/^# .*\n\n(.+)$/gm),
				])
				.flatMap(([, text]) => runs(text ?? "")),
		);
		assert.ok(published.size > 30);
		const notes = [
			...Object.values(systemColumnNotes),
			...[...tableNotes.values()].flatMap(({ table, columns }) => [table, ...Object.values(columns)]),
		];
		assert.deepEqual(
			notes.flatMap(runs).filter((run) => published.has(run)),
			[],
		);
	});
});
