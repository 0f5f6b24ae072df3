import type { Event } from "vscode";
import type { Outcome } from "../core/base/outcome.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import type { TokenProvider } from "../core/client/tokenProvider.ts";
import type { Cloud } from "../core/environment/cloud.ts";
import type { Environment, SignInSettings } from "../core/environment/environment.ts";

/** Sign-in as the list of environments uses it. Done by features/signIn; its code and MSAL are loaded with the first call. */
export interface TokenSource {
	/** Tokens for the requests of an environment; never of the sandbox, which has its own. */
	tokens(environment: Environment, mayAsk: () => boolean): TokenProvider;
	/** Methods that work where the extension host runs, the best first. */
	methods(): readonly SignInSettings["method"][];
	/**
	 * Asks the person for what the method needs (client id, secret, certificate) and signs in with progress and cancel. Gives
	 * the settings to keep; undefined where the person gave up. The problem has not been shown yet.
	 */
	signIn(environment: Environment, method: SignInSettings["method"]): Promise<SignedIn | undefined>;
	/** Tokens for global discovery of that cloud. Asks how to sign in; undefined where the person gave up. */
	discover(cloud: Cloud): Promise<DiscoveryTokens | undefined>;
	/** Who is signed in to the environment; undefined where nobody is. Does not ask and waits for no network. */
	user(environment: Environment): Promise<string | undefined>;
	signOut(environment: Environment): Promise<void>;
	/** The environment was removed: its secrets go, and its account where no other environment uses it. */
	forget(environment: Environment, others: readonly Environment[]): Promise<void>;
	/** Somebody has signed in or out, in whatever window. */
	readonly onDidChange: Event<void>;
}

export interface DiscoveryTokens extends TokenProvider {
	/** How the person signed in, for the environments that are found: with the account where it is known. */
	settings(): SignInSettings;
}

export type SignedIn = Outcome<{ readonly settings: SignInSettings; readonly user: string }, SignInProblem>;
