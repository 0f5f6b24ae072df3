import type { RequestContext } from "../service/requestContext.ts";
import { methodNotSupported } from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { createRecord } from "./createRecord.ts";
import { linkTarget } from "./linkTarget.ts";
import { readBody } from "./readBody.ts";
import { addressOf, noContent, writtenRecord } from "./respond.ts";
import { writeTarget } from "./target.ts";

/** POST to a set creates; POST to a collection's `$ref` associates. */
export function post(context: RequestContext): ServiceResponse {
	const target = writeTarget(context);
	if (target?.kind === "set") {
		const { table } = target;
		const payload = readBody(context.request, table);
		// A record that cannot be shown as asked is not made either.
		return context.database.transaction(() => {
			const id = createRecord(context, table, payload);
			return writtenRecord(context, table, id, { created: true, address: addressOf(table, id) });
		});
	}
	if (target?.kind !== "link" || target.navigation.kind === "lookup" || target.memberKey !== undefined) {
		throw methodNotSupported("POST");
	}
	linkTarget(context, target);
	return noContent();
}
