import type { Clock } from "../../base/clock.ts";
import type { Fetch } from "../fetch.ts";
import { networkFailure, type NetworkFailure } from "./networkFailure.ts";
import { untilAborted } from "./untilAborted.ts";

/** What one attempt is made with. */
export interface AttemptParts {
	readonly fetch: Fetch;
	readonly clock: Clock;
	/** The person's. */
	readonly signal: AbortSignal;
	/** Milliseconds until the whole answer must be there. */
	readonly timeout: number;
}

export interface AttemptRequest {
	readonly url: string;
	readonly method: string;
	readonly headers: Record<string, string>;
	readonly body?: string;
}

export type AttemptOutcome =
	| {
			readonly kind: "answer";
			readonly status: number;
			/** Names in lower case. */
			readonly headers: Readonly<Record<string, string>>;
			/** Empty where the body of a refusal did not arrive. */
			readonly text: string;
	  }
	| ({ readonly kind: "lost" } & NetworkFailure)
	| { readonly kind: "cancelled" };

/**
 * Sends a request once and reads the whole answer. Ends at once when the signal is aborted, and gives the connection back
 * then; never rejects.
 */
export async function attempt(request: AttemptRequest, parts: AttemptParts): Promise<AttemptOutcome> {
	const { clock, signal, timeout } = parts;
	// The platform's own: aborted by the person or by time, and when all is done, which ends the timer.
	const own = new AbortController();
	const stop = (): void => {
		own.abort();
	};
	signal.addEventListener("abort", stop, { once: true });
	void clock.wait(timeout, own.signal).then(stop);
	try {
		const outcome = await untilAborted(exchangeOnce(request, parts.fetch, own.signal), own.signal);
		if (signal.aborted) return { kind: "cancelled" };
		return outcome ?? { kind: "lost", cause: "timedOut", sent: true, passing: true };
	} finally {
		signal.removeEventListener("abort", stop);
		stop();
	}
}

async function exchangeOnce(request: AttemptRequest, fetch: Fetch, signal: AbortSignal): Promise<AttemptOutcome> {
	const { url, method, headers, body } = request;
	let status: number;
	const received: Record<string, string> = {};
	let reading: Promise<string>;
	try {
		const response = await fetch(url, {
			method,
			headers,
			redirect: "manual",
			signal,
			...(body !== undefined && method !== "GET" && { body }),
		});
		({ status } = response);
		response.headers.forEach((value, name) => (received[name.toLowerCase()] = value));
		reading = response.text();
	} catch (error) {
		return { kind: "lost", ...networkFailure(error) };
	}
	try {
		return { kind: "answer", status, headers: received, text: await reading };
	} catch (error) {
		// A refusal is one without its words as well; an answer without its body is none.
		if (status >= 300) return { kind: "answer", status, headers: received, text: "" };
		return { kind: "lost", ...networkFailure(error), sent: true };
	}
}
