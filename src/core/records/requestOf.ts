import type { Exchange, ExchangeRequest } from "../client/exchange/exchange.ts";
import { OwnOrigins } from "../client/exchange/ownOrigins.ts";
import { requestHeaders } from "../client/exchange/requestHeaders.ts";
import { updateRecord } from "../client/write/updateRecord.ts";
import type { ColumnFacts } from "./bodyOf.ts";
import type { RecordChange } from "./recordChange.ts";
import { writeOf } from "./writeOf.ts";

/** A request as it will be sent. */
export interface ShownRequest {
	readonly method: string;
	readonly url: string;
	/** Without the token, and without the id that each request gets of its own. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
}

/** Where requests of an environment go. */
export interface RequestPlace {
	readonly url: string;
	readonly apiUrl?: string;
}

const apiVersion = "9.2";
const requestId = "x-ms-client-request-id";

/**
 * The request that saves a change. There is no second description of it: the client's own update is run, over an exchange
 * that keeps what it is given and sends nothing.
 */
export async function requestOf(change: RecordChange, place: RequestPlace, facts: ColumnFacts): Promise<ShownRequest> {
	const { target, body, options } = writeOf(change, facts);
	const origins = new OwnOrigins([place.url, place.apiUrl], apiVersion);
	const kept: ExchangeRequest[] = [];
	await updateRecord(keeping(kept, origins), target, body, options);
	const [request] = kept;
	if (request === undefined) throw new Error("An update has sent no request.");
	const resolved = origins.resolve(request.url);
	const headers = requestHeaders(request, "");
	return {
		method: request.method,
		url: resolved.ok ? resolved.url.href : request.url,
		headers: headers.ok ? withoutId(headers.value) : {},
		...(request.body !== undefined && { body: request.body }),
	};
}

function keeping(kept: ExchangeRequest[], { serviceRoot }: OwnOrigins): Exchange {
	return {
		send: (request) => {
			kept.push(request);
			return Promise.resolve({ ok: false, problem: { code: "cancelled" }, repeated: false });
		},
		ownUrl: () => undefined,
		serviceRoot,
		newId: () => "",
	};
}

function withoutId(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== requestId));
}
