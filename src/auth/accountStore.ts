import type { ClientCertificate } from "./auth.ts";
import { accountsIn, mergeCaches, readEntry, writeEntry } from "./accountEntry.ts";
import { ReliableSecrets } from "./reliableSecrets.ts";
import { accountKey, indexKey, secretKey } from "./secretKeys.ts";
import type { SecretStore } from "./secretStore.ts";
import { emptyIndex, type KnownAccount, readIndex, type StoreIndex, writeIndex } from "./storeIndex.ts";

/** Told of an account that another window has signed out. */
export type OnGone = (key: string) => void;

/**
 * Accounts and secrets of applications in the secret store, which all windows share: an entry for each account, and an index
 * of them. Nothing is cached here, so what another window stored is there with the next read. Two windows that write the
 * index at the same time lose nothing: who finds an account of its own missing from it, whose entry is still there, puts it
 * back.
 */
export class AccountStore {
	readonly #secrets: ReliableSecrets;
	readonly #stopListening: () => void;
	/** What this window has added and nobody has removed, to be put back where another window's index lacks it. */
	readonly #ownAccounts = new Map<string, KnownAccount>();
	readonly #ownSecrets = new Set<string>();
	/** One change of the index after the other. */
	#lastChange: Promise<unknown> = Promise.resolve();

	constructor(store: SecretStore, log: (text: string) => void, onGone: OnGone) {
		this.#secrets = new ReliableSecrets(store, log);
		this.#stopListening = store.onDidChange((key) => {
			if (key === indexKey) void this.#heal();
			else void this.#lookAfter(key, onGone);
		});
	}

	async accounts(): Promise<readonly KnownAccount[]> {
		return (await this.#index()).accounts;
	}

	/** MSAL's cache of that account; undefined where it is not signed in any more, or a newer version keeps it. */
	async cacheOf({ authority, id }: Pick<KnownAccount, "authority" | "id">): Promise<string | undefined> {
		const entry = readEntry(await this.#secrets.get(accountKey(authority, id)));
		return entry.state === "there" ? entry.cache : undefined;
	}

	/** Keeps who has just signed in: all accounts of the cache, of which there is one. */
	async add(cache: string, authority: string): Promise<void> {
		const accounts = accountsIn(cache).map(({ id, name, tenant }) => ({ id, name, tenant, authority }));
		for (const account of accounts) {
			await this.#put(account, cache);
			this.#ownAccounts.set(accountKey(authority, account.id), account);
		}
		await this.#change((index) => ({
			...index,
			accounts: [...index.accounts.filter((one) => !accounts.some((other) => isSame(one, other))), ...accounts],
		}));
	}

	/** Keeps a renewed cache, unless the account was signed out meanwhile: that must not bring it back. */
	async renew(account: KnownAccount, cache: string): Promise<void> {
		if ((await this.cacheOf(account)) !== undefined) await this.#put(account, cache);
	}

	/** Forgets the accounts with that id. The entry goes first: an index that names an account without one is harmless. */
	async remove(id: string): Promise<void> {
		const gone = (await this.accounts()).filter((account) => account.id === id);
		for (const { authority } of gone) {
			this.#ownAccounts.delete(accountKey(authority, id));
			await this.#secrets.set(accountKey(authority, id), undefined);
		}
		await this.#change((index) => ({ ...index, accounts: index.accounts.filter((account) => account.id !== id) }));
	}

	async secret(environmentId: string): Promise<string | ClientCertificate | undefined> {
		return readSecret(await this.#secrets.get(secretKey(environmentId)));
	}

	async setSecret(environmentId: string, secret: string | ClientCertificate | undefined): Promise<void> {
		const stored = secret === undefined ? undefined : JSON.stringify({ version: 1, secret });
		await this.#secrets.set(secretKey(environmentId), stored);
		if (stored === undefined) this.#ownSecrets.delete(environmentId);
		else this.#ownSecrets.add(environmentId);
		await this.#change(({ accounts, secrets }) => {
			const others = secrets.filter((id) => id !== environmentId);
			return { accounts, secrets: stored === undefined ? others : [...others, environmentId] };
		});
	}

	async removeAll(): Promise<void> {
		const { accounts, secrets } = await this.#index();
		this.#ownAccounts.clear();
		this.#ownSecrets.clear();
		for (const { authority, id } of accounts) await this.#secrets.set(accountKey(authority, id), undefined);
		for (const id of secrets) await this.#secrets.set(secretKey(id), undefined);
		await this.#inTurn(() => this.#secrets.set(indexKey, undefined));
	}

	dispose(): void {
		this.#stopListening();
	}

	async #put({ authority, id }: KnownAccount, cache: string): Promise<void> {
		const key = accountKey(authority, id);
		const before = readEntry(await this.#secrets.get(key));
		const merged = writeEntry(mergeCaches(before.state === "there" ? before.cache : undefined, cache, id));
		if (before.state === "newer") this.#secrets.keepUnstored(key, merged);
		else await this.#secrets.set(key, merged);
	}

	async #index(): Promise<StoreIndex> {
		const index = readIndex(await this.#secrets.get(indexKey));
		return index === "newer" ? { ...emptyIndex, accounts: [...this.#ownAccounts.values()] } : index;
	}

	async #change(change: (index: StoreIndex) => StoreIndex): Promise<void> {
		await this.#inTurn(async () => {
			const index = readIndex(await this.#secrets.get(indexKey));
			// A newer version's index would lose what this one does not understand.
			if (index !== "newer") await this.#secrets.set(indexKey, writeIndex(change(index)));
		});
	}

	async #heal(): Promise<void> {
		const index = await this.#index();
		const lostAccounts: KnownAccount[] = [];
		for (const [key, account] of this.#ownAccounts) {
			if (index.accounts.some((one) => isSame(one, account))) continue;
			if ((await this.#secrets.get(key)) !== undefined) lostAccounts.push(account);
		}
		const lostSecrets: string[] = [];
		for (const id of this.#ownSecrets)
			if (!index.secrets.includes(id) && (await this.#secrets.get(secretKey(id))) !== undefined) lostSecrets.push(id);
		if (lostAccounts.length + lostSecrets.length === 0) return;
		await this.#change(({ accounts, secrets }) => ({
			accounts: [...accounts, ...lostAccounts.filter((lost) => !accounts.some((one) => isSame(one, lost)))],
			secrets: [...secrets, ...lostSecrets.filter((lost) => !secrets.includes(lost))],
		}));
	}

	async #lookAfter(key: string, onGone: OnGone): Promise<void> {
		if ((await this.#secrets.get(key)) !== undefined) return;
		this.#ownAccounts.delete(key);
		onGone(key);
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		const turn = this.#lastChange.then(work);
		this.#lastChange = turn.catch(() => undefined);
		return turn;
	}
}

function isSame(one: KnownAccount, other: KnownAccount): boolean {
	return one.id === other.id && one.authority === other.authority;
}

function readSecret(stored: string | undefined): string | ClientCertificate | undefined {
	if (stored === undefined) return undefined;
	try {
		const { version, secret } = JSON.parse(stored) as { readonly version?: unknown; readonly secret?: unknown };
		if (version !== 1) return undefined;
		if (typeof secret === "string") return secret;
		const { pem, passphrase } = secret as Readonly<Record<string, unknown>>;
		if (typeof pem !== "string") return undefined;
		return typeof passphrase === "string" ? { pem, passphrase } : { pem };
	} catch {
		return undefined;
	}
}
