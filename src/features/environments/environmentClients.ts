import { randomUUID } from "node:crypto";
import { createClient } from "../../core/client/createClient.ts";
import type { DataverseClient } from "../../core/client/dataverseClient.ts";
import type { RequestJournal } from "../../core/client/requestJournal.ts";
import type { TokenProvider } from "../../core/client/tokenProvider.ts";
import { type Environment, sandboxId } from "../../core/environment/environment.ts";
import { systemClock } from "../../disk/systemClock.ts";
import { editorFetch } from "../../host/editorFetch.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import type { TokenSource } from "../../host/tokenSource.ts";
import type { EnvironmentStore } from "./environmentStore.ts";

interface Parts {
	readonly store: EnvironmentStore;
	readonly tokens: TokenSource;
	readonly sandbox: SandboxSource;
	readonly journal: RequestJournal;
}

/** One client for each environment, as long as neither its address nor who signs in changes. */
export class EnvironmentClients {
	readonly #parts: Parts;
	readonly #clients = new Map<string, { readonly key: string; readonly client: DataverseClient }>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** The client of an environment that is ready: confirmed, with a way to sign in, the sandbox running. */
	of(environment: Environment): DataverseClient {
		const { id, name, url, apiUrl, tenant, signIn } = environment;
		const key = JSON.stringify([name, url, apiUrl, tenant, signIn, this.#sandboxToken(environment)]);
		const present = this.#clients.get(id);
		if (present?.key === key) return present.client;
		const client = this.#create(environment, () => true);
		this.#clients.set(id, { key, client });
		return client;
	}

	/** A client that asks nobody for anything: for what is learnt in the background. */
	quiet(environment: Environment): DataverseClient {
		return this.#create(environment, () => false);
	}

	/** The next client of it begins anew: somebody else signs in there, or nobody. */
	drop(id: string): void {
		this.#clients.delete(id);
	}

	/** The sandbox, or another environment at its address, which needs no sign-in either. */
	isSandbox(environment: Environment): boolean {
		return environment.id === sandboxId || this.#sandboxToken(environment) !== undefined;
	}

	#create(environment: Environment, mayAsk: () => boolean): DataverseClient {
		const { store, journal } = this.#parts;
		const { id, name, url, apiUrl } = environment;
		return createClient({
			origins: apiUrl === undefined ? [url] : [url, apiUrl],
			fetch: editorFetch,
			tokens: this.#tokensOf(environment, mayAsk),
			clock: systemClock,
			random: Math.random,
			newId: randomUUID,
			// Asked at each write, so a lock that closes meanwhile holds for a client that somebody still has.
			writes: { mayWrite: () => store.lock(id).state !== "locked" },
			log: journal.logFor(name),
		});
	}

	#tokensOf(environment: Environment, mayAsk: () => boolean): TokenProvider {
		const token = this.#sandboxToken(environment);
		return token === undefined ? this.#parts.tokens.tokens(environment, mayAsk) : fixedToken(token);
	}

	/** The sandbox's token goes to the sandbox's own address only. */
	#sandboxToken({ url }: Environment): string | undefined {
		const { running } = this.#parts.sandbox;
		return running?.url === url ? running.token : undefined;
	}
}

function fixedToken(token: string): TokenProvider {
	return {
		token: ({ refused }) =>
			Promise.resolve(
				refused === token ? { ok: false, problem: { code: "signInNeeded" } } : { ok: true, value: token },
			),
	};
}
