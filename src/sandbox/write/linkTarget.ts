import * as words from "../../words/sandboxWrite.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { attach } from "./association.ts";
import { readBody } from "./readBody.ts";
import { resolveReference } from "./references.ts";
import { rowIdOfKey } from "./rowKey.ts";
import type { NavigationTarget } from "./target.ts";
import { badPayload } from "./writeRefusals.ts";

type LinkTarget = Omit<NavigationTarget, "kind">;

/**
 * Links the record of the path with the one that the body names: `{"@odata.id": "accounts(...)"}`.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/associate-disassociate-entities-using-web-api
 */
export function linkTarget(context: RequestContext, { table, key, navigation }: LinkTarget): void {
	const reference = readBody(context.request, table)["@odata.id"];
	if (typeof reference !== "string") throw badPayload(context.request, table, words.referenceMissing());
	context.database.transaction(() => {
		const row = { table: table.logicalName, id: rowIdOfKey(context, table, key) };
		attach(context, row, navigation, resolveReference(context, table, navigation, reference));
	});
}
