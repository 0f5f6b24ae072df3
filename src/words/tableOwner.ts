import type { Ownership } from "../core/schema/model.ts";
import { type Message, message } from "./message.ts";

const owners: Readonly<Record<Ownership, Message>> = {
	UserOwned: message("owned by user or team"),
	OrganizationOwned: message("owned by the organization"),
	BusinessOwned: message("owned by a business unit"),
	TeamOwned: message("owned by a team"),
	None: message("not owned"),
};

/** Who owns a table's records; undefined where that is not documented. */
export function ownedBy(ownership: Ownership | undefined): Message | undefined {
	return ownership === undefined ? undefined : owners[ownership];
}
