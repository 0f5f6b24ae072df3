import type { Outcome } from "../base/outcome.ts";
import type { SignInProblem } from "./signInProblem.ts";

export interface TokenRequest {
	/** The origin that the token will be sent to: one of the environment's own. */
	readonly origin: string;
	/** The token that the service has just refused with 401: it is not given again. */
	readonly refused?: string;
	readonly signal: AbortSignal;
}

/**
 * Gives access tokens. Asked before each request, so it answers from memory while a token is good. However many requests
 * wait for one, a person is asked at most once at a time. Never rejects.
 */
export interface TokenProvider {
	token(request: TokenRequest): Promise<Outcome<string, SignInProblem>>;
}
