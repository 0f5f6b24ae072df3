import type { SQLOutputValue } from "node:sqlite";
import type { SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { jsonAnswer, nothing } from "./answer.ts";
import { jsonText } from "./jsonText.ts";
import { metadataLevel } from "./metadataLevel.ts";
import { readRows } from "./readRows.ts";
import { columnSql, readableSql } from "./rowColumns.ts";
import { fromTable } from "./rowSource.ts";
import { wireValue } from "./wireValue.ts";

/**
 * The value of one property of a record that is there.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/retrieve-entity-using-web-api
 */
export function readProperty(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	column: SandboxColumn,
): ServiceResponse {
	const value = valueOf(context, table, id, column);
	if (value === null) return nothing();
	const level = metadataLevel(context.request.headers.get("accept"));
	const address = `${context.root}$metadata#${table.entitySetName}(${id})/${column.propertyName}`;
	const head = level === "none" ? "" : `"@odata.context":${jsonText(address)},`;
	return jsonAnswer(`{${head}"value":${wireValue(column.kind)(value)}}`, level);
}

/** The same without JSON around it: `$value`. */
export function readRawValue(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	column: SandboxColumn,
): ServiceResponse {
	const value = valueOf(context, table, id, column);
	if (value === null) return nothing();
	if (value instanceof Uint8Array) {
		return { status: 200, headers: new Map([["content-type", "application/octet-stream"]]), body: value };
	}
	const json = wireValue(column.kind)(value);
	const body = json.startsWith('"') ? String(JSON.parse(json)) : json;
	return { status: 200, headers: new Map([["content-type", "text/plain"]]), body };
}

function valueOf(context: RequestContext, table: SandboxTable, id: string, column: SandboxColumn): SQLOutputValue {
	const sql = `SELECT ${readableSql(column)} AS "0" ${fromTable(context, table)} WHERE ${columnSql(table.primaryId)} = ?`;
	const [row] = readRows(context.database, sql, [id]);
	return row?.[0] ?? null;
}
