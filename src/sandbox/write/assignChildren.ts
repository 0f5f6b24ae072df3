import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { SqlRow, SqlValue } from "../storage/database.ts";
import { listActivity } from "./activityList.ts";
import { type ChildRelationship, childrenOf, relationshipsBelow } from "./related.ts";
import { changeRow, storedRow } from "./rows.ts";
import { type RecordReference, RowDraft } from "./rowDraft.ts";
import { setOwner } from "./setOwner.ts";
import { setSystemColumns } from "./setSystemColumns.ts";

/** A record that has got a new owner just now. */
export interface AssignedRecord {
	readonly table: SandboxTable;
	readonly id: string;
	readonly formerOwner: SqlValue;
}

/**
 * Gives the records below an assigned one to the new owner, as their relationships say, and theirs in turn. What has
 * this owner already stays, and ends the way down: so a circle of records ends as well. Reparenting changes inherited
 * access only, of which the sandbox has none.
 * https://learn.microsoft.com/power-apps/developer/data-platform/configure-entity-relationship-cascading-behavior
 */
export function assignChildren(context: RequestContext, first: AssignedRecord, owner: RecordReference): void {
	const below = relationshipsBelow(context);
	const waiting: AssignedRecord[] = [first];
	for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
		for (const relationship of below(parent.table)) {
			const action = relationship.cascade?.assign ?? "NoCascade";
			if (action === "NoCascade") continue;
			for (const id of childrenOf(context, relationship, parent.table, parent.id)) {
				const assigned = assignChild(context, relationship, id, parent, owner);
				if (assigned !== undefined) waiting.push(assigned);
			}
		}
	}
}

function assignChild(
	context: RequestContext,
	{ cascade, child }: ChildRelationship,
	id: string,
	parent: AssignedRecord,
	owner: RecordReference,
): AssignedRecord | undefined {
	const before = storedRow(context.database, child, id);
	const column = child.columns.get("ownerid");
	if (before === undefined || column?.type !== "Owner" || before.ownerid === owner.id) return undefined;
	if (!isMeant(cascade?.assign, before, parent)) return undefined;
	const draft = new RowDraft(child, id, before);
	draft.link(column, owner);
	setOwner(context, draft);
	setSystemColumns(context, draft);
	changeRow(context.database, child, id, draft.cells);
	listActivity(context, child, id);
	return { table: child, id, formerOwner: before.ownerid ?? null };
}

/** "Active": records in their first state. "UserOwned": records of the owner that the parent had. */
function isMeant(action: string | undefined, row: SqlRow, parent: AssignedRecord): boolean {
	if (action === "Active") return row.statecode === 0;
	if (action === "UserOwned") return row.ownerid === parent.formerOwner;
	return action === "Cascade";
}
