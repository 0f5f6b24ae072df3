import type { TableNotes } from "./tableNotes.ts";

/** Sign-in of a handle for the Twitter channel of Omnichannel. */
export const twitterHandleProvisioningStatus: TableNotes = {
	table: "How signing in one Twitter handle went: look here when the Twitter channel of Omnichannel stays silent.",
	columns: {
		msdyn_name: "Primary name, required: what lists and lookups show.",
		msdyn_octwitterapplicationid:
			"Required lookup. Deleting the Twitter application deletes its status records with it (cascade).",
		msdyn_octwitterhandleid: "Text here, while msdyn_octwitterhandlesecret has a lookup of the same name: no $expand.",
		msdyn_octwitterhandleprovisioningstatusid:
			"Primary id; schema name ends in a capital Id, the logical name does not.",
		msdyn_octwitterscreenname: "The handle as text; nothing ties it to msdyn_octwitterhandle, so do not join on it.",
		msdyn_octwittersigninerror:
			"Error text when msdyn_octwittersigninstatus is 1; at most 100 characters, so it may be cut.",
		msdyn_octwittersigninstatus:
			"0 is success and 1 is failure: a truthiness test reads it the wrong way round. Required by the system.",
	},
};

/** The tokens of a handle. */
export const twitterHandleSecret: TableNotes = {
	table: "Access tokens of Twitter handles in plain text columns: give few roles read access, never export or log it.",
	columns: {
		msdyn_name: "Primary name, required; lists show it, so keep tokens out of it.",
		msdyn_octwitterapplicationid:
			"Optional here, required in msdyn_octwitterhandleprovisioningstatus; cascade delete in both.",
		msdyn_octwitterhandleid:
			"Lookup to msdyn_octwitterhandle, with cascade delete: when the handle goes, its secret goes.",
		msdyn_octwitterhandlesecretid: "Primary id; schema name ends in a capital Id, the logical name does not.",
		msdyn_octwitteruniquehandleid:
			"A handle id as text of up to 100 characters, beside the lookup; its exact meaning is not documented.",
		msdyn_useraccesstoken:
			"A credential in a text column (600 characters). Nothing documents encryption: check column security.",
		msdyn_useraccesstokensecret:
			"The other half of the credential (600 characters): leave it out of every $select that does not need it.",
	},
};
