import type { Ownership } from "../core/schema/model.ts";
import { type Message, message } from "./message.ts";

/** Who owns a table's records, under a label that says so. */
export const ownerWords: Readonly<Record<Ownership, Message>> = {
	UserOwned: message("user or team"),
	OrganizationOwned: message("organization"),
	BusinessOwned: message("business unit"),
	TeamOwned: message("team"),
	None: message("none"),
};

/** The same where no label stands before it. */
export const ownedByWords: Readonly<Record<Ownership, Message>> = {
	UserOwned: message("owned by user or team"),
	OrganizationOwned: message("owned by the organization"),
	BusinessOwned: message("owned by a business unit"),
	TeamOwned: message("owned by a team"),
	None: message("not owned"),
};
