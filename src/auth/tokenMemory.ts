import type { Clock } from "../core/base/clock.ts";

/** An access token as it came. */
export interface HeldToken {
	readonly token: string;
	/** Milliseconds since 1970. */
	readonly expiresAt: number;
	/** Key of the account that it is of; absent for applications. */
	readonly account?: string;
}

/** Renewed that long before the end, so that no request sets out with a token that expires on its way. */
const mostMargin = 300_000;

/**
 * Access tokens of this window. They are kept in memory only: what is stored is what gets new ones, which keeps the entries
 * of the secret store small and means one secret less on disk.
 */
export class TokenMemory {
	readonly #clock: Clock;
	readonly #held = new Map<string, HeldToken & { readonly renewAt: number }>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	keep(key: string, held: HeldToken): void {
		const lifetime = held.expiresAt - this.#clock.now();
		this.#held.set(key, { ...held, renewAt: held.expiresAt - Math.min(mostMargin, lifetime / 5) });
	}

	/** A token that need not be renewed yet; never the one that was refused. */
	good(key: string, refused: string | undefined): string | undefined {
		const held = this.#held.get(key);
		return held !== undefined && held.token !== refused && this.#clock.now() < held.renewAt ? held.token : undefined;
	}

	/** A token that is not expired, though it should be renewed: better than none where renewal fails. */
	valid(key: string, refused: string | undefined): string | undefined {
		const held = this.#held.get(key);
		return held !== undefined && held.token !== refused && this.#clock.now() < held.expiresAt ? held.token : undefined;
	}

	forgetAccount(account: string): void {
		for (const [key, held] of this.#held) if (held.account === account) this.#held.delete(key);
	}

	clear(): void {
		this.#held.clear();
	}
}
