import type { RequestContext } from "../service/requestContext.ts";
import type { RowDraft } from "./rowDraft.ts";
import { businessUnitOf } from "./setOwner.ts";

/**
 * What a new row begins with where the write does not say: choices and yes/no columns their documented default, a team
 * or user the business unit of the acting user, a team this user as its administrator.
 */
export function setDefaults(context: RequestContext, draft: RowDraft): void {
	for (const column of draft.table.columns.values()) {
		if (column.type !== "Picklist" && column.type !== "Boolean") continue;
		const value = column.column.choice?.defaultValue;
		if (typeof value !== "number" || value < 0) continue;
		const { logicalName } = column;
		if (!draft.sets(logicalName)) draft.setKept(logicalName, value);
	}
	const user = { table: "systemuser", id: context.session.userId };
	if (needs(draft, "businessunitid")) draft.linkKept("businessunitid", businessUnitOf(context, user));
	if (needs(draft, "administratorid")) draft.linkKept("administratorid", user);
}

function needs(draft: RowDraft, lookup: string): boolean {
	const column = draft.kept(lookup);
	if (column === undefined || column.targets.length === 0 || draft.sets(lookup)) return false;
	return column.column.requiredLevel === "SystemRequired";
}
