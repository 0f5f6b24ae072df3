/** Milliseconds: the longest wait before the first repetition, which doubles with each, and the longest of all. */
const first = 500;
const longest = 30_000;

/**
 * Milliseconds before the next attempt: anything from 0 to a limit that doubles ("full jitter"), so that many clients that
 * failed together do not come back together.
 *
 * @param failures so far, from 1.
 * @param random from 0 to below 1.
 */
export function backOff(failures: number, random: number): number {
	return Math.round(random * Math.min(longest, first * 2 ** (failures - 1)));
}
