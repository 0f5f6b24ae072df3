import type { TableNotes } from "./tableNotes.ts";

/** The log of Omnichannel sessions. */
export const sessionEvent: TableNotes = {
	table: "Log of what happened in an Omnichannel session, one record for each event. Filter by session or time.",
	columns: {
		msdyn_eventinfo: "A choice with the single option Default: it tells nothing yet.",
		msdyn_eventreason:
			"Why the event came. Numbers overlap with msdyn_eventtype and mean other things: never mix the two.",
		msdyn_eventtime:
			"Shown as a date only but holds a time (user local): order by it, not by createdon, for the story.",
		msdyn_eventtype:
			"What happened. Two options are spelled Transfered, with one r: compare values rather than labels.",
		msdyn_name: "Primary name, required: what lists and lookups show; query by msdyn_eventtype instead.",
		msdyn_omnichannelsession:
			"Lookup to msdyn_ocsession, an activity; no Id at the end, so read _msdyn_omnichannelsession_value.",
		msdyn_sessioneventid: "Primary id; schema name ends in a capital Id, the logical name does not.",
	},
};
