import type { Navigation } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { toSql } from "../values/toSql.ts";
import type { Payload } from "./payload.ts";
import type { UnderstoodPayload } from "./readPayload.ts";
import { setInRefusal } from "./writeRefusals.ts";
import { resolveReference } from "./references.ts";
import type { RecordReference, RowDraft } from "./rowDraft.ts";

/**
 * Puts what a payload says of the row itself into its draft.
 *
 * @param make makes the record that stands in the place of a reference, and answers its id.
 */
export function applyPayload(
	context: RequestContext,
	draft: RowDraft,
	{ values, links }: UnderstoodPayload,
	make: (navigation: Navigation, payload: Payload) => RecordReference,
): void {
	for (const [column, value] of values) {
		if (column.logicalName !== draft.table.primaryId)
			draft.set(column, toSql(column, value, setInRefusal(context.request, draft.table)));
	}
	// A lookup with several navigation properties may be cleared by one and set by another.
	const clearedFirst = [...links].sort(([, left], [, right]) => Number(left !== null) - Number(right !== null));
	for (const [navigation, value] of clearedFirst) {
		const column = draft.kept(navigation.column);
		if (column === undefined) continue;
		if (value === null) draft.link(column, null);
		else if (typeof value === "string") draft.link(column, resolveReference(context, draft.table, navigation, value));
		else draft.link(column, make(navigation, value));
	}
}
