/** What the page of results says. The page gets `resultsWords` localised and fills the holes itself. */
import type { Progress } from "../core/client/requestOptions.ts";
import { count, counted } from "./count.ts";
import { type Message, message } from "./message.ts";

export const resultsWords = {
	rows: message("Rows of {table}"),
	row: message("Row"),
	version: message("Version"),
	versionName: message("version of the record"),
	staged: message("Staged: {before} → {after}"),
	wasBefore: message("was {before}"),
	kept: message("Kept with your changes; not among the rows that were read since."),
	rawValue: message("Value: {raw}"),
	empty: message("(empty)"),
	utc: message("UTC"),
	edit: message("Edit {column} of {record}"),
	chooseNothing: message("(empty)"),
	more: message("Next page"),
	again: message("Read again"),
	retry: message("Try again"),
	cancel: message("Cancel"),
	details: message("Details"),
	undo: message("Undo"),
	discard: message("Discard"),
	review: message("Review changes…"),
	json: message("JSON of this row"),
	jsonTitle: message("{record} as JSON"),
	close: message("Close"),
	copy: message("Copy"),
	copied: message("Copied"),
	loading: message("Reading rows…"),
	noRows: message("This table has no rows here."),
	noRowsHint: message("Or you have no right to see any."),
	keys: message("Arrows move, Enter or F2 edits, Escape leaves the cell."),
	resultsState: message("State of the results"),
	changes: message("Staged changes"),
	failed: message("The page could not be filled: {reason}"),
} as const satisfies Readonly<Record<string, Message>>;

export type ResultsWord = keyof typeof resultsWords;

/** "50 of about 3,900 rows": others may be writing while one reads. */
export function rowsWords(shown: number, all?: { readonly count: number; readonly exceeded: boolean }): Message {
	if (all === undefined || (!all.exceeded && all.count <= shown)) return counted(shown, "1 row", "{count} rows");
	const values = { shown: count(shown), all: count(all.count) };
	return all.exceeded
		? message("{shown} of more than {all} rows", values)
		: message("{shown} of about {all} rows", values);
}

export function timeWords(milliseconds: number): Message {
	return message("{time} ms", { time: count(Math.round(milliseconds)) });
}

/** What a request that takes its time is waiting for. */
export function progressWords(progress: Progress): Message {
	switch (progress.kind) {
		case "signingIn":
			return message("Signing in…");
		case "rows":
			return counted(progress.rows, "1 row is here…", "{count} rows are here…");
		case "waiting": {
			const values = { seconds: count(Math.ceil(progress.seconds)), attempt: progress.attempt };
			return progress.reason === "limit"
				? message("The service asks to wait {seconds} s. Waiting…", values)
				: message("No answer. Trying again in {seconds} s…", values);
		}
	}
}

export const resultsProblems = {
	noClient: message("There is no connection to this environment."),
	noClientHint: message("Open or choose the environment, and try again."),
	noTable: (table: string): Message => message("There is no table {table} in the schema.", { table }),
	noEntitySet: (table: string): Message =>
		message("The schema documents no entity set of {table}, so its rows cannot be asked for by the Web API.", {
			table,
		}),
	noCatalog: message("The schema could not be read. The log of Dataverse Workbench tells why."),
	noEnvironment: message("The environment that these rows are of is not in your list any more."),
	unknownDocument: message("This address names no table and no environment."),
	newerDraft: message(
		"The changes that were staged here were kept by a newer version of Dataverse Workbench. They are still there: update the extension to see them.",
	),
	damagedDraft: message("What was staged here could not be read back. Nothing of it was sent."),
} as const;

/** "Account (Sandbox)": the tab. */
export function resultsTitle(table: string, environment: string): Message {
	return message("{table} ({environment})", { table, environment });
}

export const browseWords = {
	pickTable: message("Browse the rows of which table?"),
	nothingSent: message("Nothing was sent. Review changes to save them."),
} as const;
