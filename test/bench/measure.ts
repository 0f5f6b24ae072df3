/** Measuring in one process. Subjects that are compared take turns, so that a busy moment meets all of them. */

/** Milliseconds of each round, by subject. Every subject runs once beforehand, unmeasured. */
export function takeTurns<Name extends string>(
	subjects: Readonly<Record<Name, () => unknown>>,
	rounds: number,
): Readonly<Record<Name, readonly number[]>> {
	const names = Object.keys(subjects) as Name[];
	const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
	for (let round = -1; round < rounds; round += 1) {
		for (const name of names) {
			const taken = timed(subjects[name]);
			if (round >= 0) samples[name].push(taken);
		}
	}
	return samples;
}

const neverGiven = Symbol();

/** Milliseconds that one call takes. */
export function timed(call: () => unknown): number {
	const start = performance.now();
	const result = call();
	const taken = performance.now() - start;
	// Looked at, so that no call can be optimised away.
	return result === neverGiven ? Number.NaN : taken;
}

/** The value below which that share of the samples lies; 0 for none. */
export function percentile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((left, right) => left - right);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(samples: readonly number[]): number {
	return percentile(samples, 0.5);
}

/** The mean of the middle half: finer than the median where a clock counts in whole milliseconds. */
export function middleMean(samples: readonly number[]): number {
	const sorted = [...samples].sort((left, right) => left - right);
	const cut = Math.floor(sorted.length / 4);
	const middle = sorted.slice(cut, sorted.length - cut);
	return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** One look at every character: what any reading of a text includes. */
export function lookAtAll(text: string): number {
	let sum = 0;
	for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
	return sum;
}
