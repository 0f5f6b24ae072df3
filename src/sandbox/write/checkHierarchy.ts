import type { RequestContext } from "../service/requestContext.ts";
import { storedRow } from "./rows.ts";
import type { RowDraft } from "./rowDraft.ts";
import { loopInHierarchy } from "./writeRefusals.ts";

/** Lookups to the own table that may not run in a circle, with the code and the plural of the service's sentence. */
const hierarchies: Readonly<
	Record<string, { readonly parent: string; readonly code: string; readonly plural: string }>
> = {
	account: { parent: "parentaccountid", code: "0x80040507", plural: "Accounts" },
};

/** Refuses a parent that is the row itself or below it. Circles that are there already end the search. */
export function checkHierarchy({ database }: RequestContext, draft: RowDraft): void {
	const { table, id } = draft;
	const hierarchy = hierarchies[table.logicalName];
	if (hierarchy === undefined || !draft.sets(hierarchy.parent)) return;
	const { parent, code, plural } = hierarchy;
	const seen = new Set<string>();
	let above = draft.value(parent);
	while (typeof above === "string" && !seen.has(above)) {
		if (above === id) throw loopInHierarchy(code, plural);
		seen.add(above);
		above = storedRow(database, table, above)?.[parent] ?? null;
	}
}
