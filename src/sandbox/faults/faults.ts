import { Draws } from "../sample/draws.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { Refusal } from "../service/refusal.ts";
import { limitExceeded, serverFault } from "./faultRefusals.ts";
import type { FaultKind, FaultRule } from "./faultRule.ts";
import { changeBefore, refuseAccess } from "./operationFaults.ts";

/** What happens to one HTTP request at the edge, besides being answered. */
export interface EdgeFault {
	readonly delayMs: number;
	/** Answered with this, and nothing else is done. */
	readonly refusal?: Refusal;
	readonly expired: boolean;
	readonly reset?: "before" | "after";
	/** Bytes of the body after which the answer breaks off. */
	readonly cut?: number;
}

export interface FaultCount {
	readonly rule: string;
	/** Requests that the rule concerns. */
	readonly matched: number;
	/** Those that it met. */
	readonly applied: number;
}

interface Armed {
	readonly rule: FaultRule;
	readonly draws: Draws;
	matched: number;
	applied: number;
}

/** Kinds that concern what is done rather than how it is sent: they also meet the parts of a batch. */
const operationKinds: ReadonlySet<FaultKind> = new Set(["403", "412"]);

/** The faults that are set, with their counts. The same rules, seed and requests give the same faults. */
export class Faults {
	readonly #seed: number;
	#armed: readonly Armed[] = [];

	constructor(seed: number, rules: readonly FaultRule[] = []) {
		this.#seed = seed;
		this.set(rules);
	}

	/** Replaces all rules; counts and chance begin anew. */
	set(rules: readonly FaultRule[]): void {
		this.#armed = rules.map((rule, index) => ({ rule, draws: new Draws(this.#seed, index), matched: 0, applied: 0 }));
	}

	counts(): readonly FaultCount[] {
		return this.#armed.map(({ rule, matched, applied }) => ({ rule: rule.text, matched, applied }));
	}

	/**
	 * Before an HTTP request is carried out. Of several rules that would answer, the first does. Only the Web API fails:
	 * the control routes have to work, or nobody could end it.
	 */
	edge(method: string, url: string): EdgeFault {
		let fault: EdgeFault = { delayMs: 0, expired: false };
		for (const armed of this.#armed) {
			if (operationKinds.has(armed.rule.kind) || !concerns(armed.rule, method, firstWord(url))) continue;
			if (isDue(armed)) fault = withRule(fault, armed);
		}
		return fault;
	}

	/** Before one operation is carried out, parts of batches too: throws the refusal of a right that is missing. */
	operation(context: RequestContext): void {
		const { method, url } = context.request;
		for (const armed of this.#armed) {
			if (!operationKinds.has(armed.rule.kind) || !concerns(armed.rule, method, firstWord(url))) continue;
			if (armed.rule.kind === "403") refuseAccess(context, armed.rule, () => isDue(armed));
			else changeBefore(context, () => isDue(armed));
		}
	}
}

function withRule(fault: EdgeFault, { rule, draws }: Armed): EdgeFault {
	const refused = (refusal: Refusal): EdgeFault => ({ ...fault, refusal: fault.refusal ?? refusal });
	switch (rule.kind) {
		case "429":
			return refused(limitExceeded(rule));
		case "500":
		case "502":
		case "503":
		case "504":
			return refused(serverFault(Number(rule.kind), rule.retryAfter));
		case "latency":
			return { ...fault, delayMs: fault.delayMs + (rule.ms === undefined ? 0 : draws.between(...rule.ms)) };
		case "reset":
			return { ...fault, reset: fault.reset ?? rule.when ?? "before" };
		case "cut":
			return { ...fault, cut: rule.bytes ?? 0 };
		case "expired":
			return { ...fault, expired: true };
		case "403":
		case "412":
			return fault;
	}
}

function concerns({ on, methods }: FaultRule, method: string, word: string | undefined): boolean {
	if (word === undefined) return false;
	return (on === undefined || on === word) && (methods === undefined || methods.has(method));
}

/** Counts a request that the rule concerns, and says whether it meets this one. */
function isDue(armed: Armed): boolean {
	const { skip = 0, every = 1, rate = 1, times = Infinity } = armed.rule;
	const place = armed.matched - skip;
	armed.matched += 1;
	if (place < 0 || place % every !== 0 || armed.applied >= times || !armed.draws.chance(rate)) return false;
	armed.applied += 1;
	return true;
}

/** "accounts" of "/api/data/v9.2/accounts(1)?$select=name", nothing for the service itself; undefined elsewhere. */
function firstWord(url: string): string | undefined {
	const [service, word = ""] = /^\/api\/data\/v[\d.]+(?:\/([^(/?#]*))?/.exec(url) ?? [];
	return service === undefined ? undefined : word.replace("%24", "$");
}
