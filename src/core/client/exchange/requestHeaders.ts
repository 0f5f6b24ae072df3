import type { Outcome } from "../../base/outcome.ts";
import { methodOverrides } from "../methodOverrides.ts";
import type { RequestOptions, WriteOptions } from "../requestOptions.ts";
import type { ExchangeRequest } from "./exchange.ts";
import { preferHeader } from "./prefer.ts";

/** Of one request; `refused` is the name of a header that is not sent. */
export type BuiltHeaders = Outcome<Readonly<Record<string, string>>, { readonly refused: string }>;

/** Credentials, the connection's own, and those that say what the client itself relies on. */
const notForOthers: ReadonlySet<string> = new Set([
	...methodOverrides,
	"authorization",
	"proxy-authorization",
	"cookie",
	"host",
	"origin",
	"referer",
	"connection",
	"keep-alive",
	"content-length",
	"transfer-encoding",
	"te",
	"trailer",
	"upgrade",
	"expect",
	"odata-version",
	"odata-maxversion",
	"x-ms-client-request-id",
]);

/**
 * All headers of a request but `Authorization`, names in lower case. The operation's own stand over those that a person
 * wrote; `Prefer` is put together from both.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors
 */
export function requestHeaders(request: ExchangeRequest, clientRequestId: string): BuiltHeaders {
	const { method, headers = {}, prefer = [], options = {}, body } = request;
	const theirs = lowerCase(options.headers ?? {});
	const ours = lowerCase(headers);
	const refused = [...Object.keys(theirs), ...Object.keys(ours)].find(isNotForOthers);
	if (refused !== undefined) return { ok: false, problem: { refused } };
	const all: Record<string, string> = {
		accept: "application/json",
		// Rows that are expanded may come from a cache without it.
		...(method === "GET" && { "if-none-match": "null" }),
		...(body !== undefined && { "content-type": "application/json" }),
		...theirs,
		...optionHeaders(options),
		...ours,
		"odata-version": "4.0",
		"odata-maxversion": "4.0",
		"x-ms-client-request-id": clientRequestId,
		prefer: preferHeader([...prefer, ...preferences(options), ours.prefer ?? "", theirs.prefer ?? ""]),
	};
	const unsendable = Object.entries(all).find(([name, value]) => !isSendable(name, value));
	return unsendable === undefined ? { ok: true, value: all } : { ok: false, problem: { refused: unsendable[0] } };
}

/** https://learn.microsoft.com/power-apps/developer/data-platform/optional-parameters */
function optionHeaders(options: RequestOptions & WriteOptions): Readonly<Record<string, string>> {
	const { caller, strongConsistency, suppressDuplicateDetection, bypassBusinessLogic = [], suppressFlows } = options;
	return {
		...(caller && "objectId" in caller && { callerobjectid: caller.objectId }),
		...(caller && "systemUserId" in caller && { mscrmcallerid: caller.systemUserId }),
		...(strongConsistency === true && { consistency: "Strong" }),
		...(suppressDuplicateDetection !== undefined && {
			"mscrm.suppressduplicatedetection": String(suppressDuplicateDetection),
		}),
		...(bypassBusinessLogic.length > 0 && { "mscrm.bypassbusinesslogicexecution": bypassBusinessLogic.join(",") }),
		...(suppressFlows === true && { "mscrm.suppresscallbackregistrationexpanderjob": "true" }),
		...(options.solution !== undefined && { "mscrm.solutionuniquename": options.solution }),
	};
}

function preferences({ returnRecord }: WriteOptions): readonly string[] {
	return returnRecord === true ? ["return=representation"] : [];
}

/** Whether nobody but the client sets it. In lower case. */
export function isNotForOthers(name: string): boolean {
	return notForOthers.has(name) || name.startsWith("sec-") || name.startsWith("proxy-");
}

/** What the platform would refuse to send, or what would begin another header. */
export function isSendable(name: string, value: string): boolean {
	return /^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
