import { completeDraft } from "./completeDraft.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { listActivity } from "./activityList.ts";
import { assignChildren } from "./assignChildren.ts";
import { changeRow, storedRow } from "./rows.ts";
import { RowDraft } from "./rowDraft.ts";

/**
 * Changes one row by all the rules of an update. Inside a transaction of the caller.
 *
 * @param change says in the draft what is written.
 * @returns false where there is no such row.
 */
export function changeRecord(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	change: (draft: RowDraft) => void,
): boolean {
	context.store.ensure(table);
	const before = storedRow(context.database, table, id);
	if (before === undefined) return false;
	const draft = new RowDraft(table, id, before);
	change(draft);
	completeDraft(context, draft);
	changeRow(context.database, table, id, draft.cells);
	listActivity(context, table, id);
	const owner = draft.target("ownerid");
	if (owner !== undefined && draft.sets("ownerid") && owner.id !== before.ownerid) {
		assignChildren(context, { table, id, formerOwner: before.ownerid ?? null }, owner);
	}
	return true;
}
