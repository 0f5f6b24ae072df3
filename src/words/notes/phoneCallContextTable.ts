import type { TableNotes } from "./tableNotes.ts";

/** The call that a conversation is about. */
export const phoneCallEngagementContext: TableNotes = {
	table:
		"Facts of one voice call for the conversation it belongs to: who called, from where, to where, by which provider.",
	columns: {
		msdyn_callername: "Also the primary name, so lists and lookups show it: personal data, and empty when not known.",
		msdyn_callsid: "The provider's id of the call, as text: the key to find the call in the provider's own logs.",
		msdyn_fromphone:
			"Labelled Customer phone number though its name says from: for outbound calls check which one it holds.",
		msdyn_ismicrosoftteamsphonenumber: "False unless set; tells whether the number is one of Microsoft Teams.",
		msdyn_liveworkitemid: "Lookup to msdyn_ocliveworkitem, an activity: the referenced id column is activityid.",
		msdyn_ocphonecallengagementctxid: "Primary id; schema name ends in a capital Id, the logical name does not.",
		msdyn_providername: "Free text, not a choice: compare loosely, no list of providers is documented.",
		msdyn_tophone: "Labelled as the organization's number; free text, so one number may occur in several spellings.",
	},
};
