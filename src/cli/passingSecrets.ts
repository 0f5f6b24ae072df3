import type { SecretStore } from "../auth/secretStore.ts";

/** A secret store that ends with the program: a command line leaves nothing behind. */
export function passingSecrets(): SecretStore {
	const values = new Map<string, string>();
	return {
		get: (key) => Promise.resolve(values.get(key)),
		store: (key, value) => {
			values.set(key, value);
			return Promise.resolve();
		},
		delete: (key) => {
			values.delete(key);
			return Promise.resolve();
		},
		onDidChange: () => () => undefined,
	};
}
