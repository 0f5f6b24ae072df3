/** Places for a limited number of requests at a time. Who comes first is served first; who gives up leaves at once. */
export class Slots {
	readonly #waiting = new Set<() => void>();
	#free: number;

	constructor(count: number) {
		this.#free = Math.max(1, Math.floor(count));
	}

	/** True with a place, which has to be given back by `leave`; false where the signal was aborted first. */
	async enter(signal: AbortSignal): Promise<boolean> {
		if (signal.aborted) return false;
		if (this.#free > 0) {
			this.#free -= 1;
			return true;
		}
		return await new Promise((resolve) => {
			const giveUp = (): void => {
				this.#waiting.delete(called);
				resolve(false);
			};
			const called = (): void => {
				signal.removeEventListener("abort", giveUp);
				resolve(true);
			};
			signal.addEventListener("abort", giveUp, { once: true });
			this.#waiting.add(called);
		});
	}

	/** The place goes to the one who has waited longest. */
	leave(): void {
		const [next] = this.#waiting;
		if (next === undefined) this.#free += 1;
		else {
			this.#waiting.delete(next);
			next();
		}
	}
}
