import type { AccountStore } from "./accountStore.ts";
import type { SignInTarget } from "./auth.ts";
import type { KnownAccount } from "./storeIndex.ts";
import type { TokenPlace } from "./tokenPlace.ts";

/** Tenants that stand for any. */
const anyTenant: readonly string[] = ["organizations", "common"];

/**
 * Which of the signed-in accounts an environment uses: the one of its settings, else the one that was signed in for it in
 * this window, else the only one of its tenant.
 */
export class AccountChoice {
	readonly #store: AccountStore;
	readonly #ofEnvironment = new Map<string, string>();

	constructor(store: AccountStore) {
		this.#store = store;
	}

	/** What is known without asking the store: an id, or a name where the settings have one. */
	named({ account, environmentId }: Pick<SignInTarget, "account" | "environmentId">): string | undefined {
		return account ?? this.#ofEnvironment.get(environmentId);
	}

	async find(target: SignInTarget, { authority, tenant }: TokenPlace): Promise<KnownAccount | undefined> {
		const accounts = (await this.#store.accounts()).filter((account) => account.authority === authority);
		const named = this.named(target);
		if (named !== undefined) return accounts.find((account) => isNamed(account, named));
		const fitting = anyTenant.includes(tenant) ? accounts : accounts.filter((account) => account.tenant === tenant);
		const [only] = fitting;
		if (fitting.length !== 1 || only === undefined) return undefined;
		this.remember(target, only.id);
		return only;
	}

	remember({ environmentId }: SignInTarget, accountId: string): void {
		this.#ofEnvironment.set(environmentId, accountId);
	}

	forgetAccount(accountId: string): void {
		for (const [environment, id] of this.#ofEnvironment) if (id === accountId) this.#ofEnvironment.delete(environment);
	}

	forgetEnvironment(environmentId: string): void {
		this.#ofEnvironment.delete(environmentId);
	}

	forgetAll(): void {
		this.#ofEnvironment.clear();
	}
}

/** By id, or by name as a person may have written it into the settings. */
export function isNamed(account: { readonly id: string; readonly name: string }, named: string): boolean {
	return account.id === named || account.name.toLowerCase() === named.toLowerCase();
}

/** Whole URL of the authority: of the account's own tenant where the place names none. */
export function authorityUrl({ authority, tenant }: TokenPlace, account?: KnownAccount): string {
	return `${authority}/${account !== undefined && anyTenant.includes(tenant) ? account.tenant : tenant}`;
}
