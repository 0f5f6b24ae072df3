import { type AccountChoice, authorityUrl } from "./accountChoice.ts";
import type { Grant } from "./flow.ts";
import { clientIdOf } from "./publicClientId.ts";
import type { TokenMemory } from "./tokenMemory.ts";
import { applicationKey, isApplication, type Wanted } from "./wanted.ts";

/** The tokens in memory by what they are wanted for: whose, by which client, for which resource. */
export class HeldTokens {
	readonly #memory: TokenMemory;
	readonly #choice: AccountChoice;

	constructor(memory: TokenMemory, choice: AccountChoice) {
		this.#memory = memory;
		this.#choice = choice;
	}

	/** One that need not be renewed yet. */
	good(wanted: Wanted): string | undefined {
		return this.#memory.good(this.keyOf(wanted), wanted.refused);
	}

	/** One that is not expired. */
	valid(wanted: Wanted): string | undefined {
		return this.#memory.valid(this.keyOf(wanted), wanted.refused);
	}

	/** `account` is the key under which it is forgotten. */
	keep(wanted: Wanted, { token, expiresAt }: Grant, account: string): void {
		this.#memory.keep(this.keyOf(wanted), { token, expiresAt, account });
	}

	keyOf({ target, place }: Wanted): string {
		const who = isApplication(target) ? applicationKey(target.environmentId) : (this.#choice.named(target) ?? "");
		return [authorityUrl(place), clientIdOf(target), who, place.scope].join(" ");
	}
}
