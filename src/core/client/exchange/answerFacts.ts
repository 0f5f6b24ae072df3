import type { Reply } from "../dataverseClient.ts";
import type { RequestEnd } from "../requestLog.ts";
import type { AttemptOutcome } from "./attempt.ts";
import type { ExchangeResult } from "./exchange.ts";

export type Answer = Extract<AttemptOutcome, { kind: "answer" }>;

/** How long a request took, and how often it was repeated. */
export interface Effort {
	readonly milliseconds: number;
	readonly retries: number;
}

/** The service's own id of a request, for its support. It comes under either name. */
export function serviceRequestId(answer: Answer | undefined): { readonly serviceRequestId?: string } {
	const id = answer?.headers["x-ms-service-request-id"] ?? answer?.headers.req_id;
	return id === undefined ? {} : { serviceRequestId: id };
}

export function replyOf(answer: Answer, effort: Effort, clientRequestId: string): Reply {
	return { status: answer.status, size: answer.text.length, ...effort, clientRequestId, ...serviceRequestId(answer) };
}

/** What the log is told in the end. The answer is that of the last attempt, undefined where that had none. */
export function endOf(result: ExchangeResult, answer: Answer | undefined, effort: Effort): RequestEnd {
	const remainingRequests = answer?.headers["x-ms-ratelimit-burst-remaining-xrm-requests"];
	const remainingTime = answer?.headers["x-ms-ratelimit-time-remaining-xrm-requests"];
	return {
		...effort,
		size: answer?.text.length ?? 0,
		...(answer !== undefined && { status: answer.status }),
		...(!result.ok && result.problem.code !== "service" && { problem: result.problem.code }),
		...serviceRequestId(answer),
		...(remainingRequests !== undefined && { remainingRequests }),
		...(remainingTime !== undefined && { remainingTime }),
	};
}
