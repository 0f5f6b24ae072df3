import type { SecretStore } from "./secretStore.ts";

/**
 * The secret store, with a memory for what it does not take: on a machine without a keyring one stays signed in until the
 * window is closed. Never rejects.
 */
export class ReliableSecrets {
	readonly #store: SecretStore;
	readonly #log: (text: string) => void;
	/** Values, or undefined for what is deleted, that could not be stored. */
	readonly #unstored = new Map<string, string | undefined>();
	#told = false;

	constructor(store: SecretStore, log: (text: string) => void) {
		this.#store = store;
		this.#log = log;
	}

	async get(key: string): Promise<string | undefined> {
		if (this.#unstored.has(key)) return this.#unstored.get(key);
		try {
			return await this.#store.get(key);
		} catch {
			this.#tell("read");
			return undefined;
		}
	}

	/** Writes only what differs from what is there. */
	async set(key: string, value: string | undefined): Promise<void> {
		if ((await this.get(key)) === value) return;
		try {
			await (value === undefined ? this.#store.delete(key) : this.#store.store(key, value));
			this.#unstored.delete(key);
		} catch {
			this.#unstored.set(key, value);
			this.#tell("written");
		}
	}

	/** Keeps a value for this window only. */
	keepUnstored(key: string, value: string): void {
		this.#unstored.set(key, value);
	}

	/** Once: the reason is the same each time, and its text may hold anything. */
	#tell(what: string): void {
		if (this.#told) return;
		this.#told = true;
		this.#log(`The secret store cannot be ${what}: sign-ins last until the window is closed.`);
	}
}
