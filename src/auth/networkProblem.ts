import type { AttemptOutcome } from "../core/client/exchange/attempt.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";

/** Longest wait for one answer, milliseconds. */
export const longestAnswer = 30_000;

/** Why there was no answer. `subject` is the origin that was asked. */
export function networkProblemOf(outcome: Exclude<AttemptOutcome, { kind: "answer" }>, subject: string): SignInProblem {
	if (outcome.kind === "cancelled") return { code: "cancelled" };
	if (outcome.cause === "certificate") return { code: "untrustedCertificate", subject };
	return { code: outcome.cause === "proxy" ? "proxy" : "offline", subject };
}
