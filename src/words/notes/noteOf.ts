import { type Message, message } from "../message.ts";
import { phoneCallEngagementContext } from "./phoneCallContextTable.ts";
import { provisioningState } from "./provisioningStateTable.ts";
import { sessionEvent } from "./sessionEventTable.ts";
import { systemColumnNotes } from "./systemColumns.ts";
import type { TableNotes } from "./tableNotes.ts";
import { twitterHandleProvisioningStatus, twitterHandleSecret } from "./twitterTables.ts";

/** The tables that have notes of their own. */
export const tableNotes: ReadonlyMap<string, TableNotes> = new Map([
	["msdyn_ocphonecallengagementctx", phoneCallEngagementContext],
	["msdyn_ocprovisioningstate", provisioningState],
	["msdyn_octwitterhandleprovisioningstatus", twitterHandleProvisioningStatus],
	["msdyn_octwitterhandlesecret", twitterHandleSecret],
	["msdyn_sessionevent", sessionEvent],
]);

/** Columns that only share their name with a system column. */
const otherMeaning: ReadonlySet<string> = new Set([
	"solution.ismanaged",
	"solutionhistorydata.activityid",
	"tracelog.canbedeleted",
]);

/**
 * The project's own one-line note on a table, or on one of its columns; both by logical name. A table's own note comes
 * before the one for system columns. Where the column is the table's own id ("solutionid" of `solution`) the system
 * note, which tells of a reference to that table, does not hold and there is none.
 */
export function noteOf(table: string, column?: string): Message | undefined {
	const own = tableNotes.get(table);
	const text = column === undefined ? own?.table : (entry(own?.columns, column) ?? systemNote(table, column));
	return text === undefined ? undefined : message(text);
}

function systemNote(table: string, column: string): string | undefined {
	if (column === `${table}id` || otherMeaning.has(`${table}.${column}`)) return undefined;
	return entry(systemColumnNotes, column);
}

/** Own entries only: a column may be called "constructor". */
function entry(notes: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
	return notes !== undefined && Object.hasOwn(notes, name) ? notes[name] : undefined;
}
