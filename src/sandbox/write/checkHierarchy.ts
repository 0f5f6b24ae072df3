import type { RequestContext } from "../service/requestContext.ts";
import { quoted } from "../storage/sqlNames.ts";
import type { RowDraft } from "./rowDraft.ts";
import { loopInHierarchy } from "./writeRefusals.ts";

/** Lookups to the own table that may not run in a circle, with the code and the plural of the service's sentence. */
const hierarchies: Readonly<
	Record<string, { readonly parent: string; readonly code: string; readonly plural: string }>
> = {
	account: { parent: "parentaccountid", code: "0x80040507", plural: "Accounts" },
};

/**
 * Refuses a parent that is the row itself or below it. A row that is being made has nothing below it yet. (`UNION` keeps
 * what it has seen, so circles that are there already end.)
 */
export function checkHierarchy({ database }: RequestContext, draft: RowDraft): void {
	const { table, id, before } = draft;
	const hierarchy = hierarchies[table.logicalName];
	if (hierarchy === undefined || before === undefined || !draft.sets(hierarchy.parent)) return;
	const { code, plural } = hierarchy;
	const [rows, key, parent] = [table.logicalName, table.primaryId, hierarchy.parent].map(quoted);
	const found = database.get(
		`WITH RECURSIVE above (id) AS (SELECT ? UNION SELECT ${parent} FROM ${rows} JOIN above ON ${key} = above.id)
		SELECT 1 FROM above WHERE id = ?`,
		draft.value(hierarchy.parent),
		id,
	);
	if (found !== undefined) throw loopInHierarchy(code, plural);
}
