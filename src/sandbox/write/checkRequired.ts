import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { RowDraft } from "./rowDraft.ts";
import { caseWithoutCustomer, columnCleared, columnRequired } from "./writeRefusals.ts";

/**
 * What the system requires cannot be null, and a new row must have it. What an application requires is the business of
 * forms: the Web API takes rows without it.
 * https://learn.microsoft.com/power-apps/developer/data-platform/org-service/entity-operations-update-delete
 */
export function checkRequired(draft: RowDraft): void {
	for (const column of draft.table.columns.values()) {
		const { logicalName } = column;
		if (column.column.requiredLevel !== "SystemRequired" || draft.value(logicalName) !== null) continue;
		const cleared = draft.before !== undefined && draft.sets(logicalName) && column.validForUpdate;
		if (cleared) throw columnCleared(logicalName);
		if (draft.before !== undefined || !mustBeSent(column)) continue;
		const isCase = draft.table.logicalName === "incident" && logicalName === "customerid";
		throw isCase ? caseWithoutCustomer() : columnRequired(logicalName);
	}
}

/** Numbers, choices and yes/no columns without a documented default get a value from the service itself. */
function mustBeSent({ kind, stored, validForCreate, targets, logicalName }: SandboxColumn): boolean {
	if (!stored || !validForCreate || serverFills.has(logicalName)) return false;
	return kind === "text" || targets.length > 0;
}

/** Required by the schema and yet left out by the documentation's own requests that create users and teams. */
const serverFills: ReadonlySet<string> = new Set(["administratorid", "businessunitid", "domainname"]);
