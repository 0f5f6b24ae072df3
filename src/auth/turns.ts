import { untilAborted } from "../core/client/exchange/untilAborted.ts";

/** Lets one piece of work run at a time, in the order in which it was asked for: a person answers one question at a time. */
export class Turns {
	#last: Promise<void> = Promise.resolve();

	/** Waits for its turn and works. Undefined, and at once, where the signal is aborted before the turn comes. */
	async take<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value | undefined> {
		const before = this.#last;
		let done: () => void = () => undefined;
		this.#last = new Promise((resolve) => {
			done = resolve;
		});
		try {
			await untilAborted(before, signal);
			return signal.aborted ? undefined : await work();
		} finally {
			// Who gives up while waiting leaves no gap: the next still waits for the one before.
			void before.then(done);
		}
	}
}
