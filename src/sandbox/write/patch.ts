import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { methodNotSupported, notInSandboxYet } from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { findByKey } from "../storage/findRow.ts";
import { readKey } from "../storage/readKey.ts";
import { checkPresent, readConditions } from "./conditions.ts";
import { readBody } from "./readBody.ts";
import { writtenRecord } from "./respond.ts";
import { absentRow } from "./rowKey.ts";
import { writeTarget } from "./target.ts";
import { upsertRecord } from "./upsertRecord.ts";

/** PATCH of a record updates or creates it, as its conditional headers allow. */
export function patch(context: RequestContext): ServiceResponse {
	const target = writeTarget(context);
	if (target?.kind === "property" && isUploaded(target.column)) throw notInSandboxYet("Uploading a file");
	if (target?.kind !== "record") throw methodNotSupported("PATCH");
	const { table, key, address } = target;
	const payload = readBody(context.request, table);
	const conditions = readConditions(context);
	const understood = readKey(context, table, key);
	const present = findByKey(context, table, understood);
	if (present !== undefined) checkPresent(context, table, present, conditions);
	else if (conditions.mustExist) throw absentRow(table, understood);
	return context.database.transaction(() => {
		const { id, created } = upsertRecord(context, table, { key }, payload);
		return writtenRecord(context, table, id, { created, address });
	});
}

/** A file or an image has a PATCH of its own, with its bytes or in blocks. */
function isUploaded({ type }: SandboxColumn): boolean {
	return type === "File" || type === "Image";
}
