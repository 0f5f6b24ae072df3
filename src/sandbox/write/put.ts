import * as words from "../../words/sandboxWrite.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { methodNotSupported, notInSandboxYet } from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { checkPresent, readConditions } from "./conditions.ts";
import { linkTarget } from "./linkTarget.ts";
import { readBody } from "./readBody.ts";
import { noContent } from "./respond.ts";
import { rowIdOfKey } from "./rowKey.ts";
import { type WriteTarget, writeTarget } from "./target.ts";
import { updateRecord } from "./updateRecord.ts";
import { badPayload, lookupWrittenAsProperty } from "./writeRefusals.ts";

/** PUT of a property sets it; PUT of a navigation property's `$ref` associates. */
export function put(context: RequestContext): ServiceResponse {
	const target = writeTarget(context);
	switch (target?.kind) {
		case "property":
			putProperty(context, target);
			return noContent();
		case "link":
			if (target.memberKey !== undefined) throw methodNotSupported("PUT");
			linkTarget(context, target);
			return noContent();
		case "navigation":
			throw notInSandboxYet(`PUT of the collection '${target.navigation.name}'`);
		case "set":
		case "record":
		case undefined:
			throw methodNotSupported("PUT");
	}
}

/** The body is `{"value": ...}`. */
function putProperty(
	context: RequestContext,
	{ table, key, column }: WriteTarget & { readonly kind: "property" },
): void {
	const body = readBody(context.request, table);
	if (column.targets.length > 0) throw lookupWrittenAsProperty();
	if (!Object.hasOwn(body, "value")) throw badPayload(context.request, table, words.valueMissing());
	const id = rowIdOfKey(context, table, key);
	checkPresent(context, table, id, readConditions(context));
	updateRecord(context, table, id, { [column.propertyName]: body.value });
}
