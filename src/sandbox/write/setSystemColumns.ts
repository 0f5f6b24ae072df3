import { organization } from "../service/identity.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { instant } from "./instant.ts";
import type { RowDraft } from "./rowDraft.ts";

/**
 * Who wrote and when, and the row version. With impersonation the user acted for is the writer, and "on behalf by" names
 * the caller. `overriddencreatedon`, sent when a row is created, becomes its `createdon`, and keeps the true moment.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/impersonate-another-user-web-api
 */
export function setSystemColumns({ session, store }: RequestContext, draft: RowDraft): void {
	const now = instant(session.now);
	const user = { table: "systemuser", id: session.userId };
	const delegate = session.callerId === session.userId ? null : { table: "systemuser", id: session.callerId };
	if (draft.before === undefined) {
		const claimed = draft.value("overriddencreatedon");
		draft.setKept("createdon", claimed ?? now);
		if (claimed !== null) draft.setKept("overriddencreatedon", now);
		draft.linkKept("createdby", user);
		draft.linkKept("createdonbehalfby", delegate);
		setFixedColumns(draft);
	}
	draft.setKept("modifiedon", now);
	draft.linkKept("modifiedby", user);
	draft.linkKept("modifiedonbehalfby", delegate);
	draft.setKept("versionnumber", store.nextVersion());
}

/** What a table says the same of all its rows. */
function setFixedColumns(draft: RowDraft): void {
	draft.setKept("activitytypecode", draft.table.logicalName);
	draft.setKept("isregularactivity", 1);
	const column = draft.kept("organizationid");
	if (column === undefined || column.logicalName === draft.table.primaryId) return;
	if (column.targets.length > 0) draft.link(column, { table: "organization", id: organization.id });
	else draft.set(column, organization.id);
}
