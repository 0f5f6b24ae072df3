/** A new account, Contoso, beside one account, one contact and one task that are there already. */
import type { SandboxInMemory } from "./sandboxInMemory.ts";
import { guid, type WriteCase } from "./writeCases.ts";

const [one, two] = [guid("1"), guid("2")];

/** The rows that are there, all with the id guid("1"). */
export function prepare(sandbox: SandboxInMemory): void {
	sandbox.ok("POST", "accounts", { body: { accountid: one, name: "Fabrikam", accountnumber: "F-1" } });
	sandbox.ok("POST", "contacts", { body: { contactid: one, firstname: "Ada", lastname: "Lind" } });
	sandbox.ok("POST", "tasks", { body: { activityid: one, subject: "Call back" } });
}

/** Posts the account guid("2"). */
export const account = (fields: Readonly<Record<string, unknown>>): Pick<WriteCase, "request" | "body"> => ({
	request: "POST accounts",
	body: { accountid: two, name: "Contoso", ...fields },
});

/** It is there then, with these columns. */
export const created = (columns: Readonly<Record<string, unknown>>): Pick<WriteCase, "status" | "after"> => ({
	status: 204,
	after: { [`account ${two}`]: columns },
});

/** It is not there then. */
export const absent = { [`account ${two}`]: null };
