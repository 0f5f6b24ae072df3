import type { Clock } from "../../../src/core/base/clock.ts";
import { systemClock } from "../../../src/disk/systemClock.ts";

/**
 * Real time, only faster: a `Retry-After` of a second lasts ten milliseconds, a time-out of two minutes 1.2 seconds. For
 * tests over real sockets, where waits should be short and time-outs still come after answers.
 */
export function fastClock(times = 100): Clock {
	const start = systemClock.now();
	return {
		now: () => start + (systemClock.now() - start) * times,
		wait: (milliseconds, signal) => systemClock.wait(milliseconds / times, signal),
	};
}
