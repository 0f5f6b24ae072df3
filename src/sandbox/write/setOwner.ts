import type { RequestContext } from "../service/requestContext.ts";
import { storedRow } from "./rows.ts";
import type { RecordReference, RowDraft } from "./rowDraft.ts";
import { columnCleared } from "./writeRefusals.ts";

/**
 * The owner of a new row is the acting user where none was named; it is never nobody. The columns beside it, for reading
 * only, follow: user or team, and the business unit that the owner belongs to.
 */
export function setOwner(context: RequestContext, draft: RowDraft): void {
	const column = draft.kept("ownerid");
	if (column?.type !== "Owner") return;
	if (draft.before === undefined && draft.target("ownerid") === undefined) {
		draft.link(column, { table: "systemuser", id: context.session.userId });
	}
	if (!draft.sets("ownerid")) return;
	const owner = draft.target("ownerid");
	if (owner === undefined) throw columnCleared("ownerid");
	draft.linkKept("owninguser", owner.table === "systemuser" ? owner : null);
	draft.linkKept("owningteam", owner.table === "team" ? owner : null);
	draft.linkKept("owningbusinessunit", businessUnitOf(context, owner));
}

/** The business unit of a user or team; null where it is not known. */
export function businessUnitOf(context: RequestContext, owner: RecordReference): RecordReference | null {
	const table = context.schema.table(owner.table);
	if (table === undefined) return null;
	context.store.ensure(table);
	const id = storedRow(context.database, table, owner.id)?.businessunitid;
	return typeof id === "string" ? { table: "businessunit", id } : null;
}
