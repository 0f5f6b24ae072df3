import { Turns } from "../../auth/turns.ts";
import type { Message } from "../../words/message.ts";
import type { Waiting } from "./signInProgress.ts";

/** Shows that something waits for a person, with a way to give it up; `outer` gives it up as well. */
export type ShowWaiting = <Result>(
	title: Message,
	work: (waiting: Waiting) => Promise<Result>,
	outer: AbortSignal,
) => PromiseLike<Result>;

/**
 * Lets a person be asked one thing at a time. What comes meanwhile shows at once that it waits for the other, so that it can
 * be given up, too.
 */
export class Prompts {
	readonly #show: ShowWaiting;
	readonly #otherFirst: string;
	readonly #turns = new Turns();
	#open = 0;
	#current: Waiting | undefined;

	/** @param otherFirst is told while another question is open. */
	constructor(show: ShowWaiting, otherFirst: string) {
		this.#show = show;
		this.#otherFirst = otherFirst;
	}

	/** The one whose turn it is. */
	get current(): Waiting | undefined {
		return this.#current;
	}

	/** Asks in turn. Undefined where it was given up before its turn. */
	async ask<Result>(
		title: Message,
		work: (waiting: Waiting) => Promise<Result>,
		outer: AbortSignal,
	): Promise<Result | undefined> {
		return await this.#show(title, (waiting) => this.#inTurn(waiting, work), outer);
	}

	async #inTurn<Result>(waiting: Waiting, work: (waiting: Waiting) => Promise<Result>): Promise<Result | undefined> {
		if (waiting.signal.aborted) return undefined;
		if (this.#open > 0) waiting.report(this.#otherFirst);
		this.#open += 1;
		let isBegun = false;
		const turn = this.#turns.take(waiting.signal, async () => {
			isBegun = true;
			waiting.report("");
			this.#current = waiting;
			try {
				return await work(waiting);
			} finally {
				this.#current = undefined;
			}
		});
		const givenUp = new Promise<undefined>((resolve) => {
			const stop = () => {
				if (!isBegun) resolve(undefined);
			};
			waiting.signal.addEventListener("abort", stop, { once: true });
		});
		try {
			return await Promise.race([turn, givenUp]);
		} finally {
			this.#open -= 1;
		}
	}
}
