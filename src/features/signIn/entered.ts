import type { Outcome } from "../../core/base/outcome.ts";
import type { SignInProblem } from "../../core/client/signInProblem.ts";
import type { SignInSettings } from "../../core/environment/environment.ts";

/** What a sign-in has come to. Fits SignedIn of the token source. */
export type Entered = Outcome<{ readonly settings: SignInSettings; readonly user: string }, SignInProblem>;
