import type { ServiceResponse } from "../service/serviceRequest.ts";

/** As the service protects itself: requests that one user may send in five minutes. */
const allowed = 6000;
const windowMs = 300_000;

/**
 * The two headers that tell how much of the service protection limits is left. They are told and not enforced: a limit is
 * met on demand, as a fault. https://learn.microsoft.com/power-apps/developer/data-platform/api-limits
 */
export class RateLimit {
	#windowEnds = 0;
	#left = allowed;

	/** The answer with the headers; an answer that has them already keeps its own. */
	added(answer: ServiceResponse): ServiceResponse {
		const now = performance.now();
		if (now >= this.#windowEnds) {
			this.#windowEnds = now + windowMs;
			this.#left = allowed;
		}
		this.#left = Math.max(0, this.#left - 1);
		const headers = new Map([
			["x-ms-ratelimit-burst-remaining-xrm-requests", String(this.#left)],
			["x-ms-ratelimit-time-remaining-xrm-requests", "1,200.00"],
			...answer.headers,
		]);
		return { ...answer, headers };
	}
}
