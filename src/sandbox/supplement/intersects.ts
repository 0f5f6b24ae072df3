import type { Supplement } from "./supplement.ts";

/** Columns of intersect tables that the reference pages of the relationship leave out or give for the other side. */
export const intersects: Supplement["intersects"] = {
	// https://learn.microsoft.com/dynamics365/developer/reference/entities/accountleads
	accountleads_association: { account: "accountid", lead: "leadid" },
	// https://learn.microsoft.com/dynamics365/developer/reference/entities/listmember
	listaccount_association: { account: "entityid", list: "listid" },
	// https://learn.microsoft.com/dynamics365/developer/reference/entities/listmember
	listcontact_association: { contact: "entityid", list: "listid" },
	// https://learn.microsoft.com/dynamics365/developer/reference/entities/listmember
	listlead_association: { lead: "entityid", list: "listid" },
};
