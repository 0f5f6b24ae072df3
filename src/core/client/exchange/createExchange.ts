import type { ClientParts } from "../clientParts.ts";
import { batchUrls } from "../batchOnlyReads.ts";
import type { ClientProblem, RequestIdentity } from "../clientProblem.ts";
import { isBatchPath } from "../isBatchPath.ts";
import { isWrite } from "../isWrite.ts";
import type { Exchange, ExchangeRequest, ExchangeResult } from "./exchange.ts";
import { LimitPause } from "./limitPause.ts";
import { OwnOrigins, type OwnUrl } from "./ownOrigins.ts";
import { requestHeaders } from "./requestHeaders.ts";
import { sendRequest, type PreparedRequest, type SendParts } from "./sendRequest.ts";
import { Slots } from "./slots.ts";

/** The one way to an environment: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/overview */
export function createExchange(parts: ClientParts): Exchange {
	const origins = new OwnOrigins(parts.origins, parts.apiVersion ?? "9.2");
	const shared: SendParts = {
		...parts,
		ownUrls: origins,
		slots: new Slots(parts.concurrency ?? 8),
		pause: new LimitPause(),
		timeout: parts.timeout ?? 120_000,
		attempts: Math.max(1, parts.attempts ?? 6),
	};
	return {
		serviceRoot: origins.serviceRoot,
		newId: parts.newId,
		ownUrl: (url, base) => {
			const own = origins.resolve(url, base);
			return own.ok ? own.url.href : undefined;
		},
		send: async (request) => {
			const prepared = prepare(request, origins, parts);
			return "ok" in prepared ? prepared : await sendRequest(prepared, shared);
		},
	};
}

/** Everything that is refused before anybody is asked for a token. */
function prepare(request: ExchangeRequest, origins: OwnOrigins, parts: ClientParts): PreparedRequest | ExchangeResult {
	const { method, body } = request;
	const clientRequestId = parts.newId();
	const target = origins.resolve(request.url);
	const identity: RequestIdentity = {
		method,
		path: target.ok ? target.url.pathname + target.url.search : request.url.slice(0, 200),
		clientRequestId,
	};
	const refuse = (problem: ClientProblem): ExchangeResult => ({
		ok: false,
		problem: { ...problem, request: identity },
		repeated: false,
	});
	if (!target.ok) return refuse({ code: "foreignOrigin", origin: target.origin });
	const headers = requestHeaders(request, clientRequestId);
	if (!headers.ok) return refuse({ code: "forbiddenHeader", header: headers.problem.refused });
	const foreign = foreignPart(target.url, body, origins);
	if (foreign !== undefined) return refuse({ code: "foreignOrigin", origin: foreign.origin });
	const looksLikeWrite = isWrite({
		method,
		path: target.url.pathname,
		headers: headers.value,
		...(body !== undefined && { body }),
	});
	const write = request.write || looksLikeWrite;
	// Who did not know that it is a write cannot have made it safe to repeat.
	const repeat = write && !request.write ? "never" : request.repeat;
	return { ...request, identity, url: target.url, headers: headers.value, write, repeat };
}

/** Of a batch: the first URL inside that is none of the environment. */
function foreignPart(
	url: URL,
	body: string | undefined,
	origins: OwnOrigins,
): Extract<OwnUrl, { ok: false }> | undefined {
	if (body === undefined || !isBatchPath(url.pathname)) return undefined;
	for (const inner of batchUrls(body)) {
		const own = origins.resolve(inner, url.href);
		if (!own.ok) return own;
	}
	return undefined;
}
