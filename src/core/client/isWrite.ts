import { batchOnlyReads } from "./batchOnlyReads.ts";
import { methodOverrides } from "./methodOverrides.ts";

/** A request as it would be sent. `path` begins with "/": "/api/data/v9.2/accounts". Names of headers in lower case. */
export interface SentRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
}

/**
 * Whether a request may change something. Only what certainly does not is a read: a GET of the Web API, which by OData can
 * be a query or a function and never an action (4.01 Protocol, 11.5), whatever name stands in it, and a `$batch` of nothing
 * but such GETs. Everything else is a write: every other method, every operation that is not called by GET, pages of the
 * app outside of the Web API.
 */
export function isWrite({ method, path, headers, body = "" }: SentRequest): boolean {
	if (Object.keys(headers).some((name) => methodOverrides.has(name.toLowerCase()))) return true;
	const [, below] = /^\/api\/(?:data|discovery)\/v\d+\.\d+(?:\/(.*))?$/s.exec(path) ?? [];
	const leadsAway = /(?:^|[/\\]|%2f|%5c)(?:\.|%2e){1,2}(?=$|[/\\]|%2f|%5c)/i.test(path);
	const isWebApi = below !== undefined || /^\/api\/(?:data|discovery)\/v\d+\.\d+$/.test(path);
	if (!isWebApi || leadsAway) return true;
	if (method === "GET") return false;
	const isBatch = method === "POST" && /^(?:\$|%24)batch(?:\?|$)/.test(below ?? "");
	return !isBatch || !batchOnlyReads(headers["content-type"] ?? "", body);
}
