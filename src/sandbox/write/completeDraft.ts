import type { RequestContext } from "../service/requestContext.ts";
import { checkHierarchy } from "./checkHierarchy.ts";
import { checkKeys } from "./checkKeys.ts";
import { checkRequired } from "./checkRequired.ts";
import { setFullName } from "./setFullName.ts";
import { setMoney } from "./setMoney.ts";
import { setOwner } from "./setOwner.ts";
import { setStatus } from "./setStatus.ts";
import { setSystemColumns } from "./setSystemColumns.ts";
import type { RowDraft } from "./rowDraft.ts";

/**
 * Sets what the service keeps itself in a new or changed row, then checks the row as it would be stored. The order
 * matters: a check that came earlier would not see what the service sets.
 */
export function completeDraft(context: RequestContext, draft: RowDraft): void {
	setOwner(context, draft);
	setStatus(draft);
	setMoney(context, draft);
	setFullName(draft);
	setSystemColumns(context, draft);
	checkRequired(draft);
	checkHierarchy(context, draft);
	checkKeys(context.database, draft);
}
