import type { Outcome } from "../../base/outcome.ts";
import type { ClientProblem } from "../clientProblem.ts";
import type { RawRequest } from "../dataverseClient.ts";
import { preferHeader } from "../exchange/prefer.ts";
import { isNotForOthers, isSendable } from "../exchange/requestHeaders.ts";

export interface PartHeaders {
	readonly sent: Readonly<Record<string, string>>;
	/** Where the request gives one: it stands outside of the request's own headers. */
	readonly contentId?: string;
}

/**
 * The headers of one request in a batch, by the same rules as of any other. The service reads preferences of each part for
 * itself, so error detail is asked for in each. Without Content-Length the service has lost bodies of last parts.
 */
export function partHeaders({ method, headers = {}, body }: RawRequest): Outcome<PartHeaders, ClientProblem> {
	const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
	const refused = given.find(([name, value]) => isNotForOthers(name) || !isSendable(name, value));
	if (refused !== undefined) return { ok: false, problem: { code: "forbiddenHeader", header: refused[0] } };
	const { "content-id": contentId, prefer = "", ...others } = Object.fromEntries(given);
	const sent = {
		accept: "application/json",
		...(method === "GET" && { "if-none-match": "null" }),
		...(method !== "GET" && body !== undefined && { "content-type": "application/json" }),
		...others,
		prefer: preferHeader([prefer]),
		...(method !== "GET" && { "content-length": String(new TextEncoder().encode(body ?? "").length) }),
	};
	return { ok: true, value: { sent, ...(contentId !== undefined && { contentId }) } };
}
