import type { ClientParts } from "../../../src/core/client/clientParts.ts";
import { createExchange } from "../../../src/core/client/exchange/createExchange.ts";
import type { Exchange, ExchangeRequest, ExchangeResult } from "../../../src/core/client/exchange/exchange.ts";
import type { RequestEnd } from "../../../src/core/client/requestLog.ts";
import { scriptedFetch, type ScriptedReply, type SeenRequest } from "./scriptedFetch.ts";
import { type VirtualClock, virtualClock } from "./virtualClock.ts";

export const appOrigin = "https://contoso.crm4.dynamics.com";
export const apiOrigin = "https://contoso.api.crm4.dynamics.com";

export interface ExchangeRig {
	readonly exchange: Exchange;
	readonly clock: VirtualClock;
	readonly seen: readonly SeenRequest[];
	/** Origin and refused token of each question for a token. */
	readonly asked: readonly { readonly origin: string; readonly refused?: string }[];
	readonly ends: readonly RequestEnd[];
	send(request?: Partial<ExchangeRequest>): Promise<ExchangeResult>;
}

/** An exchange whose fetch answers from a list and whose time is virtual. Tokens are "token-1", "token-2", ... */
export function exchangeRig(replies: readonly ScriptedReply[], parts: Partial<ClientParts> = {}): ExchangeRig {
	const { fetch, seen } = scriptedFetch(...replies);
	const clock = virtualClock();
	const asked: { origin: string; refused?: string }[] = [];
	const ends: RequestEnd[] = [];
	let token = 1;
	let ids = 0;
	const exchange = createExchange({
		origins: [appOrigin, apiOrigin],
		fetch,
		clock,
		tokens: {
			token: ({ origin, refused }) => {
				asked.push({ origin, ...(refused !== undefined && { refused }) });
				if (refused === `token-${token}`) token += 1;
				return Promise.resolve({ ok: true, value: `token-${token}` });
			},
		},
		random: () => 0.5,
		newId: () => `id-${++ids}`,
		writes: { mayWrite: () => true },
		log: { started: () => (end) => ends.push(end) },
		...parts,
	});
	const send = (request: Partial<ExchangeRequest> = {}): Promise<ExchangeResult> =>
		exchange.send({ method: "GET", url: "accounts", repeat: "safe", write: false, ...request });
	return { exchange, clock, seen, asked, ends, send };
}
