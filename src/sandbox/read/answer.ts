import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { annotationChoice } from "./annotationChoice.ts";
import { Currencies } from "./currencies.ts";
import { LookupNames } from "./lookupNames.ts";
import { jsonMediaType, type MetadataLevel, metadataLevel } from "./metadataLevel.ts";
import type { Page } from "./page.ts";
import type { AnswerStyle } from "./planExpands.ts";
import { readMemo } from "./readMemo.ts";

/** How this request wants its rows. */
export function answerStyle(context: RequestContext, byKey: boolean): Omit<AnswerStyle, "nested"> {
	return {
		context,
		memo: readMemo(context.schema),
		level: metadataLevel(context.request.headers.get("accept")),
		annotations: annotationChoice(context.preferences),
		byKey,
	};
}

export function openPage(context: RequestContext): Page {
	return {
		formats: readMemo(context.schema).formats(context.session),
		names: new LookupNames(context),
		currencies: new Currencies(context),
		tables: (logicalName) => context.schema.catalog.summary(logicalName)?.displayName ?? undefined,
		root: context.root,
	};
}

export function jsonAnswer(
	body: string | Uint8Array,
	level: MetadataLevel,
	headers: readonly (readonly [string, string])[] = [],
): ServiceResponse {
	return { status: 200, headers: new Map([["content-type", jsonMediaType(level)], ...headers]), body };
}

/** A property or a lookup without a value (OData Protocol 4.0, 11.2.3 and 11.2.6). */
export function nothing(): ServiceResponse {
	return { status: 204, headers: new Map() };
}
