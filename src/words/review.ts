/** What Review Changes says. The page gets `reviewWords` localised and fills the holes itself. */
import { counted } from "./count.ts";
import { type Message, message } from "./message.ts";

export const reviewWords = {
	title: message("Review Changes"),
	changes: message("Changes"),
	request: message("Request"),
	requests: message("What will be sent"),
	headers: message("Headers"),
	version: message("over version {version}"),
	anyVersion: message("over any version: this table has none"),
	nothing: message("Nothing is staged."),
	nothingHint: message("Edit a cell in the rows, then come back."),
	back: message("Back to the rows"),
	showRow: message("Show {record} in the rows"),
	copy: message("Copy as cURL"),
	copied: message("Copied"),
	cancel: message("Cancel"),
	unlock: message("Unlock…"),
	locked: message("{environment} is read-only. Nothing can be saved before you unlock it."),
	saving: message("Saving"),
	takeNew: message("Read again, keep mine"),
	check: message("Check"),
	details: message("Details"),
	theirs: message("There now"),
	versionNow: message("Version"),
	tokenHint: message("The token and the id of the request are added when it is sent."),
} as const satisfies Readonly<Record<string, Message>>;

export type ReviewWord = keyof typeof reviewWords;

/** "Save 3 changes to Sandbox" */
export function saveWords(changes: number, environment: string): Message {
	return counted(changes, "Save 1 change to {environment}", "Save {count} changes to {environment}", { environment });
}

/** "Saving record 2 of 3…" */
export function savingWords(record: number, records: number): Message {
	return message("Saving record {record} of {records}…", { record, records });
}

/** A version that follows another; the old or the new one may not be known. */
export function savedWords(before: string | undefined, after: string | undefined): Message {
	if (after === undefined || before === after) return message("Saved.");
	return before === undefined
		? message("Saved. Version {after}.", { after })
		: message("Saved. Version {before} → {after}.", { before, after });
}

/** How a saving has ended: 2 of 3 records. */
export function summaryWords(saved: number, all: number, environment: string): Message {
	if (saved === all)
		return counted(all, "1 record was saved to {environment}.", "{count} records were saved to {environment}.", {
			environment,
		});
	return message("{saved} of {all} records were saved to {environment}. What was not saved is still staged.", {
		saved,
		all,
		environment,
	});
}

export const reviewProblems = {
	noDocument: message("These rows are not open any more."),
	foundSaved: message("The record holds your values: it was saved."),
	notSaved: message("The record does not hold your values. They are still staged: review them and save again."),
	newVersion: message("Read again. Your changes are now over the new version: review them before you save."),
	whichDocument: message("Review the changes of which rows?"),
	noChanges: message("No changes are staged."),
	noEnvironment: message("not in your list"),
} as const;
