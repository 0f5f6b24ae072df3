import * as words from "../../words/sandboxWrite.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { methodNotSupported } from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { detach } from "./association.ts";
import { checkPresent, readConditions } from "./conditions.ts";
import { deleteRecord } from "./deleteRecord.ts";
import { resolveReference } from "./references.ts";
import { noContent } from "./respond.ts";
import type { RecordReference } from "./rowDraft.ts";
import { rowIdOfKey } from "./rowKey.ts";
import { type NavigationTarget, type WriteTarget, writeTarget } from "./target.ts";
import { updateRecord } from "./updateRecord.ts";
import { badPayload, lookupValueDeleted } from "./writeRefusals.ts";

/** DELETE of a record, of a property's value, or of a link. */
export function remove(context: RequestContext): ServiceResponse {
	const target = writeTarget(context);
	switch (target?.kind) {
		case "record":
			removeRecord(context, target);
			return noContent();
		case "property":
			removeValue(context, target);
			return noContent();
		case "link":
			unlink(context, target);
			return noContent();
		case "navigation":
			if (target.navigation.kind !== "lookup") throw methodNotSupported("DELETE");
			throw lookupValueDeleted(target.navigation.name);
		case "set":
		case undefined:
			throw methodNotSupported("DELETE");
	}
}

function removeRecord(context: RequestContext, { table, key }: WriteTarget & { readonly kind: "record" }): void {
	const id = rowIdOfKey(context, table, key);
	checkPresent(context, table, id, { ...readConditions(context), mustBeNew: false });
	deleteRecord(context, table, id);
}

function removeValue(
	context: RequestContext,
	{ table, key, column }: WriteTarget & { readonly kind: "property" },
): void {
	if (column.targets.length > 0) throw lookupValueDeleted(column.logicalName);
	const id = rowIdOfKey(context, table, key);
	checkPresent(context, table, id, { ...readConditions(context), mustBeNew: false });
	updateRecord(context, table, id, { [column.propertyName]: null });
}

/** `nav(id)/$ref`, `nav/$ref?$id=...`; for a lookup neither is needed. */
function unlink(context: RequestContext, target: Omit<NavigationTarget, "kind">): void {
	const { table, key, navigation } = target;
	context.database.transaction(() => {
		const row = { table: table.logicalName, id: rowIdOfKey(context, table, key) };
		const other = otherEnd(context, target);
		if (other === undefined && navigation.kind !== "lookup") {
			throw badPayload(context.request, table, words.referenceMissing());
		}
		detach(context, row, navigation, other);
	});
}

function otherEnd(
	context: RequestContext,
	{ table, navigation, memberKey }: Omit<NavigationTarget, "kind">,
): RecordReference | undefined {
	const related = context.schema.table(navigation.table);
	if (memberKey !== undefined && related !== undefined) {
		return { table: related.logicalName, id: rowIdOfKey(context, related, memberKey) };
	}
	const option = context.uri.options.find(({ kind }) => kind === "id");
	if (option?.kind !== "id") return undefined;
	return resolveReference(context, table, navigation, option.value);
}
