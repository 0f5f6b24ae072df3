/** Where secrets are kept: VS Code's SecretStorage fits as it is, save for its event, which is adapted. Values are texts. */
export interface SecretStore {
	get(key: string): PromiseLike<string | undefined>;
	store(key: string, value: string): PromiseLike<void>;
	delete(key: string): PromiseLike<void>;
	/** Told the key of what another window, or this one, has stored or deleted. Gives the way to stop listening. */
	onDidChange(listener: (key: string) => void): () => void;
}
