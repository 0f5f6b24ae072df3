import type { Clock } from "../base/clock.ts";
import type { Environment } from "./environment.ts";

/** "open" needs no lock; "unlocked" holds until then, milliseconds since 1970. */
export type LockState =
	{ readonly state: "open" } | { readonly state: "locked" } | { readonly state: "unlocked"; readonly until: number };

/**
 * The locks of one window. Production is locked until a person types its name; it locks itself again when the time is over.
 * Nothing is kept: a window that is opened anew has everything locked.
 */
export class EnvironmentLocks {
	readonly #clock: Pick<Clock, "now">;
	readonly #until = new Map<string, number>();

	constructor(clock: Pick<Clock, "now">) {
		this.#clock = clock;
	}

	of(environment: Pick<Environment, "id" | "kind" | "url">): LockState {
		// Everything that is not known to be safe is production by its kind already.
		if (environment.kind !== "production") return { state: "open" };
		const until = this.#until.get(keyOf(environment)) ?? 0;
		return until > this.#clock.now() ? { state: "unlocked", until } : { state: "locked" };
	}

	/** Unlocks it for that long, milliseconds, where the typed name is exactly its own; false where it is not. */
	unlock(environment: Pick<Environment, "id" | "kind" | "url" | "name">, typed: string, duration: number): boolean {
		if (typed !== environment.name || !(duration > 0)) return false;
		this.#until.set(keyOf(environment), this.#clock.now() + duration);
		return true;
	}

	lock(environment: Pick<Environment, "id" | "url">): void {
		this.#until.delete(keyOf(environment));
	}

	/** When the next one locks itself, milliseconds since 1970; undefined where none is unlocked. */
	get nextEnd(): number | undefined {
		const ends = [...this.#until.values()].filter((until) => until > this.#clock.now());
		return ends.length === 0 ? undefined : Math.min(...ends);
	}
}

/** An environment that gets another address is another environment: it must not inherit what was unlocked. */
function keyOf({ id, url }: Pick<Environment, "id" | "url">): string {
	return `${id} ${url}`;
}
