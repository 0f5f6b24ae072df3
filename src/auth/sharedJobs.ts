/** What runs for one key, and how many still wait for it. */
interface Job<Value> {
	readonly result: Promise<Value>;
	readonly abort: AbortController;
	waiting: number;
}

/**
 * Work that several callers want at the same time and that is done once. Who gives up waits no longer, and the others go
 * on; the work is given up with the last of them. Nothing is kept when it is done.
 */
export class SharedJobs<Value> {
	readonly #jobs = new Map<string, Job<Value>>();

	/** Joins the work for that key, or starts it. `gaveUp` is the answer for a caller whose signal is aborted. */
	async join(
		key: string,
		signal: AbortSignal,
		gaveUp: Value,
		start: (signal: AbortSignal) => Promise<Value>,
	): Promise<Value> {
		if (signal.aborted) return gaveUp;
		const job = this.#jobs.get(key) ?? this.#begin(key, start);
		job.waiting += 1;
		let stopWaiting: (() => void) | undefined;
		const aborted = new Promise<Value>((resolve) => {
			stopWaiting = () => {
				resolve(gaveUp);
			};
			signal.addEventListener("abort", stopWaiting, { once: true });
		});
		try {
			return await Promise.race([job.result, aborted]);
		} finally {
			if (stopWaiting !== undefined) signal.removeEventListener("abort", stopWaiting);
			job.waiting -= 1;
			if (job.waiting === 0) {
				if (this.#jobs.get(key) === job) this.#jobs.delete(key);
				job.abort.abort();
			}
		}
	}

	#begin(key: string, start: (signal: AbortSignal) => Promise<Value>): Job<Value> {
		const abort = new AbortController();
		const result = start(abort.signal).finally(() => {
			if (this.#jobs.get(key) === job) this.#jobs.delete(key);
		});
		// Everybody may have gone when it fails.
		result.catch(() => undefined);
		const job: Job<Value> = { result, abort, waiting: 0 };
		this.#jobs.set(key, job);
		return job;
	}
}
