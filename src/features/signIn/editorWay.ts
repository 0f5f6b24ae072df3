import type { Outcome } from "../../core/base/outcome.ts";
import type { SignInProblem } from "../../core/client/signInProblem.ts";
import type { TokenProvider } from "../../core/client/tokenProvider.ts";
import type { Environment, SignInSettings } from "../../core/environment/environment.ts";
import type { StoredState } from "../../host/storedState.ts";
import type { EditorAccounts, EditorTarget } from "./editorAccount.ts";
import type { Entered } from "./entered.ts";

export type EditorSettings = Extract<SignInSettings, { readonly method: "editor" }>;

/** Finds who signs people in to an environment and checks that it may. */
export type FindAuthority = (
	environment: Environment,
	signal: AbortSignal,
) => Promise<Outcome<Pick<EditorTarget, "authority" | "tenant">, SignInProblem>>;

/**
 * Sign-in with the Microsoft account of VS Code. The account is VS Code's, so signing out only means that it is not used
 * for the environment any more; `left` keeps for which.
 */
export class EditorWay {
	readonly #accounts: EditorAccounts;
	readonly #findAuthority: FindAuthority;
	readonly #likelyAuthority: (environment: Environment) => string;
	readonly #left: StoredState<readonly string[]>;

	/** @param likelyAuthority tells it from the address alone. */
	constructor(
		accounts: EditorAccounts,
		findAuthority: FindAuthority,
		likelyAuthority: (environment: Environment) => string,
		left: StoredState<readonly string[]>,
	) {
		this.#accounts = accounts;
		this.#findAuthority = findAuthority;
		this.#likelyAuthority = likelyAuthority;
		this.#left = left;
	}

	tokens(environment: Environment, { account }: EditorSettings): TokenProvider {
		return {
			token: (request) => {
				const usable = this.#hasLeft(environment) ? undefined : account;
				return this.#accounts.tokens(() => this.#target(environment, request.signal), usable).token(request);
			},
		};
	}

	async enter(environment: Environment, signal: AbortSignal): Promise<Entered> {
		const target = await this.#target(environment, signal);
		if (!target.ok) return target;
		const user = await this.#accounts.signIn(target.value, signal);
		if (!user.ok) return user;
		await this.#left.write(this.#left.read().filter((id) => id !== environment.id));
		return { ok: true, value: { user: user.value.name, settings: { method: "editor", account: user.value.id } } };
	}

	async user(environment: Environment, { account }: EditorSettings): Promise<string | undefined> {
		if (account === undefined || this.#hasLeft(environment)) return undefined;
		return this.#accounts.userName(this.#likelyAuthority(environment), account);
	}

	async leave(environment: Environment): Promise<void> {
		if (!this.#hasLeft(environment)) await this.#left.write([...this.#left.read(), environment.id]);
	}

	#hasLeft({ id }: Environment): boolean {
		return this.#left.read().includes(id);
	}

	async #target(environment: Environment, signal: AbortSignal): Promise<Outcome<EditorTarget, SignInProblem>> {
		const found = await this.#findAuthority(environment, signal);
		return found.ok ? { ok: true, value: { ...found.value, resource: environment.url } } : found;
	}
}

/** Environments that were signed out of while VS Code keeps the account. */
export const storedLeft = {
	key: "signIn.left",
	version: 1,
	empty: [] as readonly string[],
	parse: (data: unknown) =>
		Array.isArray(data) ? data.filter((id): id is string => typeof id === "string") : undefined,
};
