import type { RequestContext } from "../service/requestContext.ts";
import { expandCollection } from "./expandCollection.ts";
import { expandLookup, expandPrincipal, expandReference } from "./expandLookup.ts";
import type { ExpandPlan } from "./expandPlan.ts";
import type { Page } from "./page.ts";
import type { ReadRow } from "./readRows.ts";
import type { RowPlan } from "./rowPlan.ts";

/** One answer while its rows are written. */
export interface RowRun {
	readonly context: RequestContext;
	readonly page: Page;
	/** The answer to a record that was asked for by key has no links to go on. */
	readonly byKey: boolean;
	/** Rows of each expanded collection, where these are paged. */
	readonly pageSize?: number;
}

/** Appends to a row what was expanded: `,"primarycontactid":{...}`. */
export type Expansion = (row: ReadRow) => string;

/** The JSON of rows with everything expanded in them: one more query for each item of `$expand`, whatever the rows. */
export function writeRows(
	run: RowRun,
	plan: RowPlan,
	expands: readonly ExpandPlan[],
	rows: readonly ReadRow[],
): readonly string[] {
	const { page } = run;
	if (plan.named.length > 0) page.names.prepare(rows, plan.named);
	const expansions = expands.map((expand) => expansionOf(run, plan, expand, rows));
	return rows.map((row) => {
		let out = plan.write(row, page);
		for (const expansion of expansions) out += expansion(row);
		return `${out}}`;
	});
}

function expansionOf(run: RowRun, parent: RowPlan, expand: ExpandPlan, rows: readonly ReadRow[]): Expansion {
	switch (expand.kind) {
		case "lookup":
			return expandLookup(run, parent, expand, rows);
		case "principal":
			return expandPrincipal(run, parent, expand);
		case "reference":
			return expandReference(run, parent, expand);
		case "collection":
			return expandCollection(run, parent, expand, rows);
	}
}
