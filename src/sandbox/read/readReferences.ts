import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { annotationChoice } from "./annotationChoice.ts";
import { jsonAnswer } from "./answer.ts";
import { reference } from "./expandLookup.ts";
import { jsonText } from "./jsonText.ts";
import { metadataLevel } from "./metadataLevel.ts";
import { nextLink } from "./nextLink.ts";
import { pageOf } from "./pageRows.ts";
import type { ReadOptions } from "./queryOptions.ts";
import { readMemo } from "./readMemo.ts";
import { idSlot } from "./rowPlan.ts";
import { filterOf, type RowSource } from "./rowSource.ts";

/** References to rows instead of the rows: `accounts(id)/Account_Tasks/$ref`, in pages as these. */
export function readReferences(context: RequestContext, source: RowSource, options: ReadOptions): ServiceResponse {
	const { table } = source;
	const level = metadataLevel(context.request.headers.get("accept"));
	const plan = readMemo(context.schema).rowPlan({
		table,
		columns: [],
		needed: [],
		etag: false,
		level,
		annotations: annotationChoice({ ...context.preferences, annotations: [] }),
	});
	const filter = filterOf(context, table, options.filter, "known");
	const { rows, next } = pageOf({ context, source, filter, plan }, options);
	const references = rows.map((row) => reference(context.root, table, String(row[idSlot])));
	const head = level === "none" ? "" : `"@odata.context":${jsonText(`${context.root}$metadata#Collection($ref)`)},`;
	const tail = next === undefined ? "" : `,"@odata.nextLink":${jsonText(nextLink(context, next))}`;
	return jsonAnswer(`{${head}"value":[${references.join(",")}]${tail}}`, level);
}

/** A reference to one record: what a lookup points to. */
export function readReference(context: RequestContext, table: SandboxTable, id: string): ServiceResponse {
	const level = metadataLevel(context.request.headers.get("accept"));
	const text = reference(context.root, table, id);
	if (level === "none") return jsonAnswer(text, level);
	return jsonAnswer(`{"@odata.context":${jsonText(`${context.root}$metadata#$ref`)},${text.slice(1)}`, level);
}
