import type { ClientProblem } from "../../../src/core/client/clientProblem.ts";
import type { ClientParts } from "../../../src/core/client/clientParts.ts";
import { createExchange } from "../../../src/core/client/exchange/createExchange.ts";
import type { Exchange, ExchangeRequest, ExchangeResult } from "../../../src/core/client/exchange/exchange.ts";
import { fastParts } from "./fastParts.ts";

/** An exchange over the platform's own fetch, with time that runs faster. */
export function realExchange(origin: string, token: string, parts: Partial<ClientParts> = {}): Exchange {
	return createExchange({ ...fastParts(origin, token), ...parts });
}

/** A read, where nothing else is said. */
export async function sendBy(exchange: Exchange, request: Partial<ExchangeRequest> = {}): Promise<ExchangeResult> {
	return await exchange.send({ method: "GET", url: "WhoAmI", repeat: "safe", write: false, ...request });
}

/** "ok 200", or code and detail of the problem; "again" where an earlier attempt may have been applied. */
export function inBrief(result: ExchangeResult): string {
	if (result.ok) return `ok ${result.value.status}${result.value.repeated ? " again" : ""}`;
	const { problem, repeated } = result;
	return `${problem.code} ${detailOf(problem)}`.trim() + (repeated && problem.code === "service" ? " again" : "");
}

function detailOf(problem: ClientProblem): string {
	switch (problem.code) {
		case "network":
			return problem.cause;
		case "service":
			return String(problem.status);
		case "foreignOrigin":
			return problem.origin;
		case "unreadable":
			return problem.what;
		case "mayHaveBeenApplied":
			return problem.reason;
		default:
			return "";
	}
}
