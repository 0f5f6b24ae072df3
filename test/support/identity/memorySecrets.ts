import type { SecretStore } from "../../../src/auth/secretStore.ts";

/** A secret store in memory that several windows share, as they share the editor's. */
export class MemorySecrets implements SecretStore {
	readonly #values = new Map<string, string>();
	readonly #listeners = new Set<(key: string) => void>();
	/** Keys in the order in which they were written or deleted. */
	readonly writes: string[] = [];

	get keys(): readonly string[] {
		return Array.from(this.#values.keys());
	}

	/** Everything in it as one text. */
	get text(): string {
		return Array.from(this.#values.values()).join("\n");
	}

	get(key: string): Promise<string | undefined> {
		return Promise.resolve(this.#values.get(key));
	}

	store(key: string, value: string): Promise<void> {
		this.#values.set(key, value);
		return this.#changed(key);
	}

	delete(key: string): Promise<void> {
		this.#values.delete(key);
		return this.#changed(key);
	}

	onDidChange(listener: (key: string) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#changed(key: string): Promise<void> {
		this.writes.push(key);
		for (const listener of this.#listeners) listener(key);
		return Promise.resolve();
	}
}
