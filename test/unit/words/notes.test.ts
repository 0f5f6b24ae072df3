import assert from "node:assert/strict";
import { english } from "../../../src/words/message.ts";
import { noteOf, tableNotes } from "../../../src/words/notes/noteOf.ts";
import { systemColumnNotes } from "../../../src/words/notes/systemColumns.ts";

const allNotes = (): ReadonlyMap<string, string> =>
	new Map([
		...Object.entries(systemColumnNotes),
		...[...tableNotes].flatMap(([table, notes]) => [
			[table, notes.table] as const,
			...Object.entries(notes.columns).map(([column, text]) => [`${table}.${column}`, text] as const),
		]),
	]);

describe("notes", () => {
	it("cover at least 45 system columns and the five tables", () => {
		assert.ok(Object.keys(systemColumnNotes).length >= 45);
		assert.equal(tableNotes.size, 5);
	});

	it("are one finished line each that fits a hover and has no hole", () => {
		const bad = [...allNotes()].filter(([, text]) => !/^[A-Z0-9][^\n\r{}]{20,125}\.$/.test(text));
		assert.deepEqual(bad, []);
	});

	const cases: readonly (readonly [table: string, column: string | undefined, start: string | undefined])[] = [
		["account", "createdon", "Set by the platform"],
		["msdyn_sessionevent", undefined, "Log of what happened"],
		["msdyn_sessionevent", "msdyn_eventtype", "What happened."],
		["msdyn_sessionevent", "ownerid", "A user or a team"],
		["msdyn_ocprovisioningstate", "statuscode", "Send it with statecode"],
		["account", "statuscode", "Each value belongs"],
		["workflow", "solutionid", "The solution layer"],
		["solution", "solutionid", undefined],
		["role", "canbedeleted", "A managed property"],
		["tracelog", "canbedeleted", undefined],
		["task", "activityid", "Id of an activity"],
		["account", undefined, undefined],
		["account", "name", undefined],
		["account", "constructor", undefined],
		["msdyn_sessionevent", "constructor", undefined],
	];
	for (const [table, column, start] of cases) {
		it(`${table}${column === undefined ? "" : `.${column}`}: ${start ?? "none"}`, () => {
			const note = noteOf(table, column);
			if (start === undefined) assert.equal(note, undefined);
			else assert.ok(note && english(note).startsWith(start), note && english(note));
		});
	}
});
