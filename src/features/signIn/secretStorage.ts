import type { SecretStorage } from "vscode";
import type { SecretStore } from "../../auth/secretStore.ts";

/** VS Code's secret storage as sign-in takes it. Where the system has no keychain, VS Code asks or keeps it in memory. */
export function secretStoreOf(secrets: SecretStorage): SecretStore {
	return {
		get: (key) => secrets.get(key),
		store: (key, value) => secrets.store(key, value),
		delete: (key) => secrets.delete(key),
		onDidChange: (listener) => {
			const subscription = secrets.onDidChange(({ key }) => {
				listener(key);
			});
			return () => void subscription.dispose();
		},
	};
}
