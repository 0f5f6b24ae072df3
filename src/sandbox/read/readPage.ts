import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { largestPage } from "../service/readPreferences.ts";
import { wantsAnnotation } from "../service/wantsAnnotation.ts";
import { countLimitTerm, countTerm, metadataVersionTerm } from "./annotationChoice.ts";
import { answerStyle, jsonAnswer, openPage } from "./answer.ts";
import { setContext } from "./contextUrl.ts";
import { type CountedRows, countRows, mostCounted } from "./countRows.ts";
import { jsonText } from "./jsonText.ts";
import { nextLink } from "./nextLink.ts";
import { pageOf } from "./pageRows.ts";
import { planAnswer } from "./planExpands.ts";
import type { ReadOptions } from "./queryOptions.ts";
import { filterOf, type RowSource } from "./rowSource.ts";
import { TextBuffer } from "./textBuffer.ts";
import { writeRows } from "./writeRows.ts";

/** The sandbox's schema never changes, so neither does its version. */
const metadataVersion = "1";

/** Bytes to begin with. */
const roughRowSize = 1000;

/** One page of the rows that a path leads to. */
export function readPage(context: RequestContext, source: RowSource, options: ReadOptions): ServiceResponse {
	const { preferences, root } = context;
	const style = answerStyle(context, false);
	const { plan, expands, context: shape, nested } = planAnswer(style, source.table, options);
	const filter = filterOf(context, source.table, options.filter, "known");
	const rows = pageOf({ context, source, filter, plan }, options);
	const { maxPageSize } = preferences;
	const run = { context, page: openPage(context), byKey: false };
	const texts = writeRows(nested ? { ...run, pageSize: maxPageSize ?? largestPage } : run, plan, expands, rows.rows);
	const head = style.level === "none" ? [] : [`"@odata.context":${jsonText(setContext(root, source.table, shape))}`];
	const counted = options.count ? countRows(context, source, filter) : undefined;
	const members = [...head, ...countMembers(counted, preferences.annotations)];
	const link = rows.next === undefined ? undefined : nextLink(context, rows.next);
	return jsonAnswer(pageBody(members, texts, link), style.level);
}

function pageBody(members: readonly string[], rows: readonly string[], link: string | undefined): Uint8Array {
	const body = new TextBuffer(roughRowSize * rows.length);
	body.append(`{${[...members, '"value":['].join(",")}`);
	for (const [index, row] of rows.entries()) body.append(index === 0 ? row : `,${row}`);
	body.append(link === undefined ? "]}" : `],"@odata.nextLink":${jsonText(link)}}`);
	return body.bytes();
}

/** https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/count-rows */
function countMembers(counted: CountedRows | undefined, patterns: readonly string[]): readonly string[] {
	const members: string[] = [];
	const count = counted === undefined ? -1 : Math.min(counted, mostCounted);
	if (counted !== undefined) members.push(`"@odata.count":${count}`);
	if (wantsAnnotation(patterns, countTerm)) members.push(`"@${countTerm}":${count}`);
	if (wantsAnnotation(patterns, countLimitTerm)) {
		members.push(`"@${countLimitTerm}":${counted !== undefined && counted > mostCounted}`);
	}
	if (wantsAnnotation(patterns, metadataVersionTerm)) members.push(`"@${metadataVersionTerm}":"${metadataVersion}"`);
	return members;
}
