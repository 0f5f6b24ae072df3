import type { AccountChoice } from "./accountChoice.ts";
import type { AccountStore } from "./accountStore.ts";
import type { AuthParts } from "./auth.ts";
import type { FlowResult } from "./flow.ts";
import type { HeldTokens } from "./heldTokens.ts";
import type { Flows } from "./msalFlows.ts";
import { accountKey } from "./secretKeys.ts";
import { SharedJobs } from "./sharedJobs.ts";
import type { KnownAccount } from "./storeIndex.ts";
import { applicationKey, cancelled, isApplication, nobody, requestOf, type Wanted } from "./wanted.ts";

/** What tokens are got with. */
export interface GettingParts {
	readonly auth: AuthParts;
	readonly store: AccountStore;
	readonly choice: AccountChoice;
	readonly held: HeldTokens;
	/** Loads MSAL. */
	readonly loadFlows: () => Promise<Flows>;
}

/** New tokens without a person: by what is stored of an account, or by the secret of an application. */
export class Renewals {
	readonly #parts: GettingParts;
	readonly #jobs = new SharedJobs<FlowResult>();

	constructor(parts: GettingParts) {
		this.#parts = parts;
	}

	/** Once, however many want the same at the same time. Who gives up does not stop it for the others. */
	async renew(wanted: Wanted, signal: AbortSignal): Promise<FlowResult> {
		const { choice, held } = this.#parts;
		const { target, place } = wanted;
		const account = isApplication(target) ? undefined : await choice.find(target, place);
		if (account === undefined && !isApplication(target)) return nobody;
		// Only now it is known which account it is, and it may have been renewed for somebody else.
		const token = held.good(wanted);
		if (token !== undefined) return { ok: true, value: { token, expiresAt: 0 } };
		return await this.#jobs.join(held.keyOf(wanted), signal, cancelled, (shared) =>
			account === undefined ? this.asApplication(wanted, shared) : this.#ofAccount(wanted, account, shared),
		);
	}

	async asApplication(wanted: Wanted, signal: AbortSignal): Promise<FlowResult> {
		const { auth, store, held, loadFlows } = this.#parts;
		const { environmentId, method } = wanted.target;
		const secret = await store.secret(environmentId);
		const fits = typeof secret === (method === "clientSecret" ? "string" : "object");
		if (secret === undefined || !fits) return nobody;
		const { askAsApplication } = await loadFlows();
		const result = await askAsApplication(auth, requestOf(wanted, signal), secret);
		if (result.ok) held.keep(wanted, result.value, applicationKey(environmentId));
		return result;
	}

	async #ofAccount(wanted: Wanted, account: KnownAccount, signal: AbortSignal): Promise<FlowResult> {
		const { auth, store, held, loadFlows } = this.#parts;
		const cache = await store.cacheOf(account);
		if (cache === undefined) return nobody;
		const { renew } = await loadFlows();
		const request = requestOf(wanted, signal, account);
		const access = {
			load: () => store.cacheOf(account),
			save: (changed: string) => store.renew(account, changed),
		};
		let result = await renew(auth, request, account.id, access);
		// Another window has renewed at the same time, and so used up what was read here.
		if (!result.ok && result.needsPerson && (await store.cacheOf(account)) !== cache)
			result = await renew(auth, request, account.id, access);
		// Signed out meanwhile: the token may be used for what waits, and for nothing later.
		const isThere = (await store.cacheOf(account)) !== undefined;
		if (result.ok && isThere) held.keep(wanted, result.value, accountKey(account.authority, account.id));
		return result;
	}
}
