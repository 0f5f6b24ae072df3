import { readRecord } from "../read/readRecord.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** Done, and nothing to say about it. */
export function noContent(headers: Iterable<readonly [string, string]> = []): ServiceResponse {
	return { status: 204, headers: new Map(headers) };
}

/**
 * Answers a write of a record: 204 with its address, or the record itself where the client prefers that. An update
 * passes `$expand` over.
 *
 * @param address path of the record behind the service root, as it is to be told: "accounts(00aa...)".
 */
export function writtenRecord(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	{ created, address }: { readonly created: boolean; readonly address: string },
): ServiceResponse {
	const { preferences, uri, request } = context;
	if (!preferences.returnRepresentation) return noContent([["odata-entityid", `${context.root}${address}`]]);
	const options = request.method === "PATCH" ? uri.options.filter(({ kind }) => kind !== "expand") : uri.options;
	const record = readRecord(context, table, id, options);
	if (record === undefined) throw new Error(`a row of ${table.logicalName} is not there right after it was written`);
	const headers = new Map(record.etag === undefined ? [] : [["etag", record.etag]]);
	if (created) headers.set("location", `${context.root}${address}`);
	return { status: created ? 201 : 200, headers, body: record.body };
}

export function addressOf({ entitySetName }: SandboxTable, id: string): string {
	return `${entitySetName}(${id})`;
}
