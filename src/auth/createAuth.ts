import type { Outcome } from "../core/base/outcome.ts";
import { redact } from "../core/base/redact.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import type { TokenProvider, TokenRequest } from "../core/client/tokenProvider.ts";
import type { Cloud } from "../core/environment/cloud.ts";
import { AccountStore } from "./accountStore.ts";
import type { Account, Auth, AuthParts, ClientCertificate, SignInTarget } from "./auth.ts";
import { TokenGetter } from "./tokenGetter.ts";
import { TokenMemory } from "./tokenMemory.ts";
import { askEnvironment, discoveryId, placeOfDiscovery, type PlaceOutcome } from "./tokenPlace.ts";

/**
 * Sign-in over MSAL, which is loaded with the first token that has to be fetched: what is known from the store alone, such
 * as who is signed in, does without it.
 */
export function createAuth(parts: AuthParts): Auth {
	return new MsalAuth(parts);
}

class MsalAuth implements Auth {
	readonly #parts: AuthParts;
	readonly #store: AccountStore;
	readonly #memory: TokenMemory;
	readonly #getter: TokenGetter;
	/** Where tokens for an environment come from, once it was asked. */
	readonly #places = new Map<string, PlaceOutcome>();

	constructor(parts: AuthParts) {
		this.#parts = parts;
		this.#memory = new TokenMemory(parts.clock);
		this.#store = new AccountStore(parts.secrets, parts.log, (key) => {
			this.#memory.forgetAccount(key);
		});
		this.#getter = new TokenGetter(parts, this.#store, this.#memory, async () => {
			const { msalFlows } = await import("./msalFlows.ts");
			return msalFlows;
		});
	}

	tokens(target: SignInTarget): TokenProvider {
		return this.#provider(target, (signal) => this.#placeOf(target, signal));
	}

	discoveryTokens(
		cloud: Cloud,
		given: Pick<SignInTarget, "method" | "clientId" | "tenant" | "account" | "mayAsk">,
	): TokenProvider {
		const target: SignInTarget = { ...given, environmentId: discoveryId(cloud), origins: [cloud.discovery] };
		const place = placeOfDiscovery(cloud, given.tenant, this.#parts.clouds);
		return this.#provider(target, () => Promise.resolve(place));
	}

	signIn(target: SignInTarget, signal: AbortSignal): Promise<Outcome<Account, SignInProblem>> {
		return this.#safely(async () => {
			const place = await this.#placeOf(target, signal);
			return place.ok ? await this.#getter.signIn(target, place.value, signal) : place;
		});
	}

	accountOf(target: Omit<SignInTarget, "origins" | "mayAsk">): Promise<Account | undefined> {
		return this.#getter.accountOf(target);
	}

	async accounts(): Promise<readonly Account[]> {
		return (await this.#store.accounts()).map(({ id, name, tenant }) => ({ id, name, tenant }));
	}

	async signOut(accountId: string): Promise<void> {
		this.#getter.forgetAccount(accountId);
		await this.#store.remove(accountId);
	}

	async storeSecret(environmentId: string, secret: string | ClientCertificate | undefined): Promise<void> {
		this.#getter.forgetEnvironment(environmentId);
		await this.#store.setSecret(environmentId, secret);
	}

	async removeAll(): Promise<void> {
		this.#getter.forgetAll();
		await this.#store.removeAll();
	}

	dispose(): void {
		this.#store.dispose();
		this.#getter.close();
	}

	#provider(target: SignInTarget, findPlace: (signal: AbortSignal) => Promise<PlaceOutcome>): TokenProvider {
		return {
			token: (request: TokenRequest) =>
				this.#safely(async () => {
					if (!target.origins.includes(request.origin))
						return { ok: false, problem: { code: "foreignResource", subject: request.origin } };
					const place = await findPlace(request.signal);
					return place.ok ? await this.#getter.token(target, place.value, request) : place;
				}),
		};
	}

	/** What cannot happen, such as a part of the program that does not load, is a problem like others for who asked. */
	async #safely<Value>(work: () => Promise<Outcome<Value, SignInProblem>>): Promise<Outcome<Value, SignInProblem>> {
		try {
			return await work();
		} catch (error) {
			this.#parts.log(`Sign-in: ${redact(error instanceof Error ? (error.stack ?? error.message) : String(error))}`);
			return { ok: false, problem: { code: "unknown" } };
		}
	}

	async #placeOf(target: SignInTarget, signal: AbortSignal): Promise<PlaceOutcome> {
		const cloud = this.#parts.clouds.find(({ discovery }) => discovery === target.origins[0]);
		if (cloud !== undefined) return placeOfDiscovery(cloud, target.tenant, this.#parts.clouds);
		const key = [...target.origins, target.tenant ?? ""].join(" ");
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		const found = await askEnvironment(this.#parts, target, signal);
		// What is wrong may be right the next time.
		if (found.ok) this.#places.set(key, found);
		return found;
	}
}
