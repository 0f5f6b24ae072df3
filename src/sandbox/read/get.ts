import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { jsonAnswer, nothing } from "./answer.ts";
import { countRows, mostCounted } from "./countRows.ts";
import { metadataLevel } from "./metadataLevel.ts";
import { readOptions, readRecordOptions } from "./queryOptions.ts";
import { readPage } from "./readPage.ts";
import { readProperty, readRawValue } from "./readProperty.ts";
import { readRecord } from "./readRecord.ts";
import { recordNotFound } from "./readRefusals.ts";
import { readReference, readReferences } from "./readReferences.ts";
import { resolvePath } from "./resourcePath.ts";
import { filterOf, type RowSource } from "./rowSource.ts";

/** GET on everything that is made of rows: sets, records, properties, `$value`, `$ref`, `$count`, navigation paths. */
export function get(context: RequestContext): ServiceResponse {
	const resource = resolvePath(context);
	const { options } = context.uri;
	switch (resource.kind) {
		case "rows":
			return readPage(context, resource.source, readOptions(options));
		case "record":
			return recordAnswer(context, resource.table, resource.id);
		case "nothing":
			return nothing();
		case "property":
			readRecordOptions(options);
			return readProperty(context, resource.table, resource.id, resource.column);
		case "rawValue":
			readRecordOptions(options);
			return readRawValue(context, resource.table, resource.id, resource.column);
		case "count":
			return countAnswer(context, resource.source);
		case "references":
			return readReferences(context, resource.source, readOptions(options));
		case "reference":
			return readReference(context, resource.table, resource.id);
	}
}

function recordAnswer(context: RequestContext, table: SandboxTable, id: string): ServiceResponse {
	const record = readRecord(context, table, id, context.uri.options);
	if (record === undefined) throw recordNotFound(table.logicalName, id);
	const level = metadataLevel(context.request.headers.get("accept"));
	if (table.optimisticConcurrency !== false && isKnownVersion(context, record.etag)) {
		return { status: 304, headers: new Map() };
	}
	return jsonAnswer(record.body, level, record.etag === undefined ? [] : [["etag", record.etag]]);
}

/**
 * Whether the client has this version already. Never with `$expand` or annotations, whose content may change without
 * the record.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api
 */
function isKnownVersion({ request, uri, preferences }: RequestContext, etag: string | undefined): boolean {
	const known = request.headers.get("if-none-match");
	if (known === undefined || etag === undefined || preferences.annotations.length > 0) return false;
	if (uri.options.some(({ kind }) => kind === "expand")) return false;
	return known.split(",").some((one) => one.trim() === etag);
}

/** A number as text. The service puts a byte order mark before it. */
function countAnswer(context: RequestContext, source: RowSource): ServiceResponse {
	const { filter } = readOptions(context.uri.options);
	const count = countRows(context, source, filterOf(context, source.table, filter, "known"));
	const headers = new Map([["content-type", "text/plain"]]);
	return { status: 200, headers, body: `\ufeff${Math.min(count, mostCounted)}` };
}
