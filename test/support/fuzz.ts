/**
 * Randomness for property tests that can be repeated. `npm test` runs small counts; `npm run fuzz` sets `DVW_FUZZ` to a
 * factor for all of them. `DVW_SEED` repeats a run that failed.
 */

export interface Fuzz {
	readonly seed: number;
	/** How often the property is to be tried. */
	readonly runs: number;
	/** From 0 to below 1. */
	readonly random: () => number;
	/** A whole number from 0 to below the limit. */
	readonly below: (limit: number) => number;
	/** One of the items, which must not be none. */
	readonly pick: <Item>(items: ArrayLike<Item>) => Item;
}

/**
 * Call it inside `it`: prints the seed, so that a failure can be repeated. `runs` is the count for `npm test`, chosen so
 * that the test takes well under a second.
 */
export function fuzz(runs: number): Fuzz {
	const seed = Number(process.env.DVW_SEED ?? Math.floor(Math.random() * 2 ** 32)) >>> 0;
	const all = runs * Math.max(1, Number(process.env.DVW_FUZZ ?? 1));
	console.log(`      seed ${seed}, ${all} runs`);
	const random = randomFrom(seed);
	const below = (limit: number): number => Math.floor(random() * limit);
	return {
		seed,
		runs: all,
		random,
		below,
		pick: <Item>(items: ArrayLike<Item>): Item => items[below(items.length)] as Item,
	};
}

/** Mulberry32: small, fast and good enough for tests; the same seed gives the same numbers on every machine. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
