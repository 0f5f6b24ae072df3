import type { TableNotes } from "./tableNotes.ts";

/** How far the setup of a channel has come; base table of Dynamics 365, channels added by Customer Service. */
export const provisioningState: TableNotes = {
	table:
		"How far setting up a channel has come, or why it failed. Which channel is told by its lookups, all of them optional.",
	columns: {
		msdyn_automatedcallingstatus:
			"0 not tested, 1 success, 2 failure, 3 in progress; required by the application, 0 on new forms.",
		msdyn_communicationprovidersettingid:
			"Optional lookup for a communication provider; cleared when that setting is deleted.",
		msdyn_errormessage:
			"Read this one for errors: msdyn_exceptiondetails is labelled deprecated. Up to 8192 characters.",
		msdyn_exceptiondetails: "Labelled deprecated yet required by the application: forms ask for it, code should not.",
		msdyn_gatekeeperstatus: "715240000 active, 715240001 inactive: not the 0 and 1 of statecode.",
		msdyn_gatekeeperstatusreason: "0 running, 1 error, 2 deprovisioned: small numbers, unlike the status beside it.",
		msdyn_name: "Primary name, required: what lists and lookups show.",
		msdyn_ocfbapplicationid: "Optional lookup for a Facebook application; cleared when that is deleted.",
		msdyn_ocfbpageid: "Optional lookup for one page of Facebook; cleared when that is deleted.",
		msdyn_oclinechannelconfigid: "Optional lookup for a LINE channel; cleared when that is deleted.",
		msdyn_ocprovisioningstateid: "Primary id; schema name ends in a capital Id, the logical name does not.",
		msdyn_octeamschannelconfigid: "Optional lookup for a Teams channel; cleared when that is deleted.",
		msdyn_ocwhatsappchannelaccountid:
			"Optional lookup for WhatsApp. Its schema name ends in a capital Id, the logical name does not.",
		msdyn_phonenumberid: "Optional lookup for a phone number; the table it points to is msdyn_ocphonenumber.",
		msdyn_provisioningresponse: "Free text of up to 2000 characters; no format is documented, so do not parse it.",
		msdyn_voicechannelsettingid:
			"The one lookup that cascades: deleting the voice setting deletes this record, the others only clear.",
		statuscode:
			"Send it with statecode: the default of inactive, 192350003 Running, is itself listed under the active state.",
	},
};
