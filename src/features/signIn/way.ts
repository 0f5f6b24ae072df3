import type { Outcome } from "../../core/base/outcome.ts";
import type { SignInProblem } from "../../core/client/signInProblem.ts";
import type { TokenProvider } from "../../core/client/tokenProvider.ts";
import type { Environment, SignInSettings } from "../../core/environment/environment.ts";

/** What a sign-in has come to. Fits SignedIn of the token source. */
export type Entered = Outcome<{ readonly settings: SignInSettings; readonly user: string }, SignInProblem>;

/** One kind of sign-in, with its settings already known. Nothing in it rejects. */
export interface Way<Settings extends SignInSettings> {
	/** Tokens without asking anybody. */
	tokens(environment: Environment, settings: Settings): TokenProvider;
	/** Asks a person, or proves the secret of an application. */
	enter(environment: Environment, settings: Settings, signal: AbortSignal): Promise<Entered>;
	/** Who is signed in; waits for no network. */
	user(environment: Environment, settings: Settings): Promise<string | undefined>;
	leave(environment: Environment, settings: Settings): Promise<void>;
}
