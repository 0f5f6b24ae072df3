import type { Clock } from "../core/base/clock.ts";

/** Time as this machine tells it. */
export const systemClock: Clock = {
	now: () => Date.now(),
	wait: (milliseconds, signal) =>
		new Promise((resolve) => {
			if (signal.aborted) {
				resolve();
				return;
			}
			const done = (): void => {
				clearTimeout(timer);
				signal.removeEventListener("abort", done);
				resolve();
			};
			const timer = setTimeout(done, milliseconds);
			signal.addEventListener("abort", done, { once: true });
		}),
};
