/**
 * A service protection limit meets all requests of a user, so all of them wait when one has met it: the documentation says
 * that nothing else is processed until then, and that the wait grows for those who go on.
 * https://learn.microsoft.com/power-apps/developer/data-platform/api-limits#how-to-re-try
 */
export class LimitPause {
	#until = 0;

	/** Milliseconds since 1970. */
	get until(): number {
		return this.#until;
	}

	extend(until: number): void {
		this.#until = Math.max(this.#until, until);
	}
}
