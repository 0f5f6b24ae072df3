import { authentication } from "vscode";

/** What sign-in uses of `vscode.authentication`, so that tests can give accounts of their own. */
export interface SessionSource {
	/**
	 * As `authentication.getSession`: undefined where there is no session and none may be made. Rejects with an Error or a
	 * text where the person says no, or where there is no such provider.
	 */
	getSession(provider: string, scopes: readonly string[], options: SessionOptions): PromiseLike<Session | undefined>;
	/** Who is signed in to VS Code; asks nobody. */
	getAccounts(provider: string): PromiseLike<readonly SessionAccount[]>;
}

export interface Session {
	readonly accessToken: string;
	readonly account: SessionAccount;
}

export interface SessionAccount {
	readonly id: string;
	/** "someone@contoso.com" */
	readonly label: string;
}

/** At most one of the first three: VS Code refuses combinations. */
export interface SessionOptions {
	readonly silent?: true;
	readonly createIfNone?: true;
	readonly forceNewSession?: true;
	/** Lets the person choose the account anew. */
	readonly clearSessionPreference?: true;
	readonly account?: SessionAccount;
}

/** The accounts of VS Code itself. */
export const editorSessions: SessionSource = {
	getSession: (provider, scopes, options) => authentication.getSession(provider, scopes, options),
	getAccounts: (provider) => authentication.getAccounts(provider),
};
