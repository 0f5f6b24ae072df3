import type { Clock } from "../core/base/clock.ts";
import type { Outcome } from "../core/base/outcome.ts";
import type { Fetch } from "../core/client/fetch.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import type { TokenProvider } from "../core/client/tokenProvider.ts";
import type { Cloud } from "../core/environment/cloud.ts";
import type { SecretStore } from "./secretStore.ts";

/** What sign-in needs from outside. `createAuth(parts)` of createAuth.ts; it is the only thing that loads MSAL. */
export interface AuthParts {
	readonly secrets: SecretStore;
	/** Authorities that are trusted. Production code passes the five clouds of core/environment/clouds.ts. */
	readonly clouds: readonly Cloud[];
	/** Opens the system browser; false where it could not be opened. */
	readonly openBrowser: (url: string) => Promise<boolean>;
	/** Shows a code to a person. The signal is aborted when it is no longer needed: signed in, expired or given up. */
	readonly showDeviceCode: (code: DeviceCode, done: AbortSignal) => void;
	/** Texts without tokens and secrets; MSAL's own lines come through here, redacted. */
	readonly log: (text: string) => void;
	/** Told each secret and token as it comes, so that whoever writes logs can take it away. See core/base/redact.ts. */
	readonly remember?: (secret: string) => void;
	readonly fetch: Fetch;
	readonly clock: Clock;
}

export interface DeviceCode {
	readonly userCode: string;
	readonly url: string;
	/** Milliseconds since 1970. */
	readonly expiresAt: number;
	/** Gives up. */
	cancel(): void;
}

/** Somebody who is signed in. No token in it. */
export interface Account {
	/** MSAL's home account id. */
	readonly id: string;
	/** "someone@contoso.com", or the client id of an application. */
	readonly name: string;
	readonly tenant: string;
}

/** For whom tokens are wanted, and how they may be got. */
export interface SignInTarget {
	/** Key of secrets in the store. */
	readonly environmentId: string;
	/** Origins that may get the token; both are one environment, and the scope is made from the first. */
	readonly origins: readonly [app: string, api?: string];
	readonly tenant?: string;
	/** Overrides the client id that public tools use. */
	readonly clientId?: string;
	readonly account?: string;
	readonly method: "interactive" | "deviceCode" | "clientSecret" | "certificate";
	/**
	 * False: renewal without a person only; where one is needed the problem is "signInNeeded". Windows that start and work
	 * in the background pass false, what a person has just asked for passes true.
	 */
	readonly mayAsk: () => boolean;
}

/** Certificate of a service principal. */
export interface ClientCertificate {
	/** Private key and certificate, PEM. */
	readonly pem: string;
	readonly passphrase?: string;
}

export interface Auth {
	/** Tokens of an environment; asks a person where `mayAsk` allows it, one at a time for all environments. */
	tokens(target: SignInTarget): TokenProvider;
	/**
	 * Signs in anew by asking, and tells who it is. Applications: gets a token with the stored secret. The origin may be the
	 * discovery of a cloud.
	 */
	signIn(target: SignInTarget, signal: AbortSignal): Promise<Outcome<Account, SignInProblem>>;
	/** Tokens for global discovery, which must be that of one of the clouds. */
	discoveryTokens(
		cloud: Cloud,
		target: Pick<SignInTarget, "method" | "clientId" | "tenant" | "account" | "mayAsk">,
	): TokenProvider;
	/**
	 * Whose tokens these would be, as far as it is known without asking a person or the network. An application is known
	 * where its secret is kept; its tenant is empty where the target does not tell it.
	 */
	accountOf(target: Omit<SignInTarget, "origins" | "mayAsk">): Promise<Account | undefined>;
	/** Everyone who is signed in, of all windows. */
	accounts(): Promise<readonly Account[]>;
	/** Forgets the account's tokens here and in the store. */
	signOut(accountId: string): Promise<void>;
	/** Keeps or, with undefined, forgets the secret of an environment's application. */
	storeSecret(environmentId: string, secret: string | ClientCertificate | undefined): Promise<void>;
	/** Forgets everything: accounts, tokens, secrets. */
	removeAll(): Promise<void>;
	dispose(): void;
}
