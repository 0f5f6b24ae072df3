import type { Clock } from "../../../src/core/base/clock.ts";

export interface VirtualClock extends Clock {
	/** Milliseconds of each wait that ran to its end, in order. */
	readonly waits: readonly number[];
}

interface Timer {
	readonly at: number;
	readonly milliseconds: number;
	readonly ring: () => void;
}

/** Time that jumps to the next timer as soon as nothing else is left to do: a wait of minutes takes none. */
export function virtualClock(start = Date.UTC(2026, 2, 15, 10, 30)): VirtualClock {
	const timers = new Set<Timer>();
	const waits: number[] = [];
	let now = start;
	const jump = (): void => {
		const [next] = [...timers].sort((left, right) => left.at - right.at);
		if (next === undefined) return;
		timers.delete(next);
		now = next.at;
		waits.push(next.milliseconds);
		next.ring();
		if (timers.size > 0) setImmediate(jump);
	};
	return {
		waits,
		now: () => now,
		wait: (milliseconds, signal) =>
			new Promise((resolve) => {
				if (signal.aborted) {
					resolve();
					return;
				}
				const timer = { at: now + milliseconds, milliseconds, ring: resolve };
				timers.add(timer);
				signal.addEventListener("abort", () => {
					timers.delete(timer);
					resolve();
				});
				setImmediate(jump);
			}),
	};
}
