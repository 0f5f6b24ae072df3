import type { Environment } from "../../core/environment/environment.ts";
import type { TokenSource } from "../../host/tokenSource.ts";

/** Who is signed in where, as far as it is known: asked in the background, so that nothing that is shown waits for it. */
export class SignedInUsers {
	readonly #tokens: Pick<TokenSource, "user">;
	readonly #changed: () => void;
	#users = new Map<string, string>();

	constructor(tokens: Pick<TokenSource, "user">, changed: () => void) {
		this.#tokens = tokens;
		this.#changed = changed;
	}

	of({ id, url }: Environment): string | undefined {
		return this.#users.get(`${id} ${url}`);
	}

	/** Asks for all of them anew. Those where no way to sign in was chosen are not asked for: there is nobody. */
	async refresh(environments: readonly Environment[]): Promise<void> {
		const entries = await Promise.all(
			environments
				.filter(({ signIn }) => signIn !== undefined)
				.map(async (environment) => [environment, await this.#tokens.user(environment)] as const),
		);
		const found = new Map(
			entries.flatMap(([{ id, url }, user]) => (user === undefined ? [] : [[`${id} ${url}`, user] as const])),
		);
		const isSame = found.size === this.#users.size && [...found].every(([key, user]) => this.#users.get(key) === user);
		this.#users = found;
		if (!isSame) this.#changed();
	}
}
