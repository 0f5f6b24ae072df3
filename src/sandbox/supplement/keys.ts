import type { TableSupplement } from "./supplement.ts";

/**
 * A new organization has no alternate keys: people define them. The sandbox has one of each kind on the tables that the
 * documentation uses for its examples, and the sample data observes them.
 */
export const keysByTable: Readonly<Record<string, NonNullable<TableSupplement["keys"]>>> = {
	account: [
		// https://learn.microsoft.com/power-apps/developer/data-platform/define-alternate-keys-entity
		{ name: "sandbox_accountnumber", displayName: "Account number", columns: ["accountnumber"] },
		// A lookup in a key: https://learn.microsoft.com/power-apps/developer/data-platform/use-alternate-key-reference-record
		{
			name: "sandbox_parent_number",
			displayName: "Number under a parent",
			columns: ["parentaccountid", "accountnumber"],
		},
	],
	contact: [
		// https://learn.microsoft.com/power-apps/developer/data-platform/use-alternate-key-reference-record
		{ name: "sandbox_email", displayName: "E-mail", columns: ["emailaddress1"] },
		// https://learn.microsoft.com/power-apps/developer/data-platform/use-alternate-key-reference-record
		{ name: "sandbox_name_email", displayName: "First name and e-mail", columns: ["firstname", "emailaddress1"] },
	],
};
