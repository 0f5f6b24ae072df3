import type { QueryOption } from "../../core/odata/nodes.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import { largestPage } from "../service/readPreferences.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { answerStyle, openPage } from "./answer.ts";
import { recordContext } from "./contextUrl.ts";
import { jsonText } from "./jsonText.ts";
import { planAnswer } from "./planExpands.ts";
import { readRecordOptions } from "./queryOptions.ts";
import { positioned, readRows } from "./readRows.ts";
import { columnSql } from "./rowColumns.ts";
import { versionSlot } from "./rowPlan.ts";
import { fromTable } from "./rowSource.ts";
import { writeRows } from "./writeRows.ts";

export interface ReadRecord {
	/** The JSON of the record with its `@odata.context`. */
	readonly body: string;
	/** For the header: `W/"1146626"`. Absent where the table has no versions. */
	readonly etag?: string;
}

/**
 * One record as GET answers it, with the annotations that the request prefers; `options` may hold `$select` and
 * `$expand` (those of the request for `return=representation`). Undefined where there is no such row.
 */
export function readRecord(
	context: RequestContext,
	table: SandboxTable,
	id: string,
	options: readonly QueryOption[],
): ReadRecord | undefined {
	const style = answerStyle(context, true);
	const { plan, expands, context: shape, nested } = planAnswer(style, table, readRecordOptions(options));
	const sql = `SELECT ${positioned(plan.expressions)} ${fromTable(context, table)} WHERE ${columnSql(table.primaryId)} = ?`;
	const [row] = readRows(context.database, sql, [id]);
	if (row === undefined) return undefined;
	const run = { context, page: openPage(context), byKey: true };
	const pageSize = context.preferences.maxPageSize ?? largestPage;
	const [text = "{}"] = writeRows(nested ? { ...run, pageSize } : run, plan, expands, [row]);
	const version = row[versionSlot];
	const etag = version === null ? {} : { etag: `W/"${String(version)}"` };
	if (style.level === "none") return { body: text, ...etag };
	const head = `"@odata.context":${jsonText(recordContext(context.root, table, shape))}`;
	return { body: `{${head},${text.slice(1)}`, ...etag };
}
