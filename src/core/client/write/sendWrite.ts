import type { ClientProblem, MayHaveBeenApplied } from "../clientProblem.ts";
import type { Exchange, ExchangeAnswer, ExchangeRequest } from "../exchange/exchange.ts";
import { printJson } from "../json/printJson.ts";
import type { WriteOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";

export interface WriteRequest extends Pick<ExchangeRequest, "method" | "url" | "repeat"> {
	readonly condition?: Readonly<Record<string, string>>;
	readonly body?: Row;
	readonly options: WriteOptions;
	/** Where to look afterwards: a GET below the service root. */
	readonly check?: string;
	readonly reason?: MayHaveBeenApplied["reason"];
}

/** How a write ended: answered, refused without doubt, or with an answer lost on the way. */
export type WriteEnd =
	| { readonly kind: "done"; readonly answer: ExchangeAnswer }
	/** None of the attempts was applied, or the person gave up and wants no more to be asked. */
	| { readonly kind: "refused"; readonly problem: ClientProblem }
	/** An attempt may have been applied. `problem` is how the last one ended: perhaps by the echo of our own write. */
	| { readonly kind: "lost"; readonly problem: LostProblem };

export type LostProblem = Extract<ClientProblem, { readonly code: "mayHaveBeenApplied" | "service" }>;

export async function sendWrite(exchange: Exchange, request: WriteRequest): Promise<WriteEnd> {
	const { method, url, repeat, condition, body, options, check, reason = "unanswered" } = request;
	const result = await exchange.send({
		method,
		url,
		headers: { ...condition, ...(body !== undefined && { "Content-Type": "application/json" }) },
		...(body !== undefined && { body: printJson(body) }),
		options,
		repeat,
		write: true,
		unsure: { reason, ...(check !== undefined && { check }) },
	});
	if (result.ok) return { kind: "done", answer: result.value };
	const { problem, repeated } = result;
	const isLost = problem.code === "mayHaveBeenApplied" || (repeated && problem.code === "service");
	return isLost ? { kind: "lost", problem } : { kind: "refused", problem };
}
