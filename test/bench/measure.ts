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

/** Milliseconds that one call takes. Its result is kept until then, so that no call can be optimised away. */
export function timed(call: () => unknown): number {
	const start = performance.now();
	kept = call();
	return performance.now() - start;
}

let kept: unknown;

/** What the last timed call gave. */
export function lastResult(): unknown {
	return kept;
}

/** The value below which that share of the samples lies; 0 for none. */
export function percentile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((left, right) => left - right);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(samples: readonly number[]): number {
	return percentile(samples, 0.5);
}

/** One look at every character: what any reading of a text includes. */
export function lookAtAll(text: string): number {
	let sum = 0;
	for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
	return sum;
}
