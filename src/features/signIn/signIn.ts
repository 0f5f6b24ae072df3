import type { Auth } from "../../auth/auth.ts";
import { SharedJobs } from "../../auth/sharedJobs.ts";
import type { Outcome } from "../../core/base/outcome.ts";
import type { SignInProblem, SignInProblemCode } from "../../core/client/signInProblem.ts";
import type { TokenRequest } from "../../core/client/tokenProvider.ts";
import type { Environment, SignInMethod, SignInSettings } from "../../core/environment/environment.ts";
import type { SignedIn } from "../../host/tokenSource.ts";
import { signingInTo } from "../../words/signInPrompts.ts";
import { askDetails, type Details, type Questions } from "./askDetails.ts";
import type { EditorWay } from "./editorWay.ts";
import { MsalWay } from "./msalWay.ts";
import type { Prompts } from "./prompts.ts";
import type { Waiting } from "./signInProgress.ts";
import type { Entered } from "./entered.ts";

export interface SignInParts {
	readonly auth: Auth;
	readonly editor: EditorWay;
	readonly questions: Questions;
	readonly prompts: Prompts;
	/** Somebody has signed in or out here. */
	readonly changed: () => void;
}

type Got = Outcome<string, SignInProblem>;
type Asked = Outcome<unknown, SignInProblem>;

const cancelled = { ok: false, problem: { code: "cancelled" } } as const;
const signInNeeded = { ok: false, problem: { code: "signInNeeded" } } as const;

/** Problems that a person can end by signing in again. */
const answeredByPerson: ReadonlySet<SignInProblemCode> = new Set([
	"signInNeeded",
	"consentMissing",
	"conditionalAccess",
]);

/** After these a secret that was just entered is of no use. */
const secretIsWrong: ReadonlySet<SignInProblemCode> = new Set(["wrongSecret", "expiredSecret", "wrongCertificate"]);

/** All ways to sign in behind one door. A person is asked at most once at a time, and nothing rejects. */
export class SignIn {
	readonly #parts: SignInParts;
	readonly #msal: MsalWay;
	/** Sign-ins that requests wait for, by environment. */
	readonly #asking = new SharedJobs<Asked>();
	/** With what a person signed in during a request; the list of environments does not know of it. */
	readonly #entered = new Map<string, SignInSettings>();

	constructor(parts: SignInParts) {
		this.#parts = parts;
		this.#msal = new MsalWay(parts.auth);
	}

	/** Tokens of an environment: silently, else by asking where that is allowed and can help. */
	async token(environment: Environment, mayAsk: () => boolean, request: TokenRequest): Promise<Got> {
		const settings = this.#settingsOf(environment);
		if (settings === undefined) return signInNeeded;
		const silent = await this.#tokens(environment, settings, request);
		if (silent.ok || !answeredByPerson.has(silent.problem.code) || !mayAsk()) return silent;
		// The question is one for all requests that wait; each then takes its own token.
		const asked = await this.#asking.join(environment.id, request.signal, cancelled, (signal) =>
			this.#ask(environment, settings, { ...request, signal }),
		);
		if (!asked.ok) return asked;
		return this.#tokens(environment, this.#settingsOf(environment) ?? settings, request);
	}

	/** See TokenSource. */
	async signIn(environment: Environment, method: SignInMethod): Promise<SignedIn | undefined> {
		const details = await askDetails(environment, method, this.#parts.questions);
		if (details === undefined) return undefined;
		const entered = await this.#enter(environment, () => Promise.resolve(details), new AbortController().signal);
		return !entered.ok && entered.problem.code === "cancelled" ? undefined : entered;
	}

	async user(environment: Environment): Promise<string | undefined> {
		const settings = this.#settingsOf(environment);
		if (settings === undefined) return undefined;
		return settings.method === "editor"
			? this.#parts.editor.user(environment, settings)
			: this.#msal.user(environment, settings);
	}

	async signOut(environment: Environment): Promise<void> {
		const settings = this.#settingsOf(environment);
		this.#entered.delete(environment.id);
		if (settings?.method === "editor") await this.#parts.editor.leave(environment);
		else if (settings !== undefined) await this.#msal.leave(environment, settings);
		this.#parts.changed();
	}

	/** Forgets an environment; its account stays where another environment uses it. */
	async forget(environment: Environment, others: readonly Environment[]): Promise<void> {
		const account = accountOf(this.#settingsOf(environment));
		const isShared = account !== undefined && others.some((other) => accountOf(this.#settingsOf(other)) === account);
		await this.#parts.auth.storeSecret(environment.id, undefined);
		if (!isShared) await this.signOut(environment);
		this.#entered.delete(environment.id);
	}

	#settingsOf({ id, signIn }: Environment): SignInSettings | undefined {
		const entered = this.#entered.get(id);
		return entered?.method === signIn?.method && accountOf(signIn) === undefined ? (entered ?? signIn) : signIn;
	}

	/** Without asking anybody. */
	#tokens(environment: Environment, settings: SignInSettings, request: TokenRequest): Promise<Got> {
		const provider =
			settings.method === "editor"
				? this.#parts.editor.tokens(environment, settings)
				: this.#msal.tokens(environment, settings, false);
		return provider.token(request);
	}

	/** Asks because a request needs it. Applications are asked for their secret: without one there is nothing to try. */
	async #ask(environment: Environment, settings: SignInSettings, request: TokenRequest): Promise<Asked> {
		const { method } = settings;
		if (method === "editor") return this.#enter(environment, () => Promise.resolve({ settings }), request.signal);
		if (method === "clientSecret" || method === "certificate") {
			const details = () => askDetails(environment, method, this.#parts.questions);
			return this.#enter(environment, details, request.signal);
		}
		// What the identity service wants more of the person is known only to the token that it refused.
		const asking = this.#msal.tokens(environment, settings, true);
		const ask = ({ signal }: Waiting) => asking.token({ ...request, signal });
		const got = (await this.#parts.prompts.ask(signingInTo(environment.name), ask, request.signal)) ?? cancelled;
		this.#parts.changed();
		return got;
	}

	/** Signs in in its turn, with what `ask` has found out by then. */
	async #enter(
		environment: Environment,
		ask: () => Promise<Details | undefined>,
		outer: AbortSignal,
	): Promise<Entered> {
		const enter = async (waiting: Waiting): Promise<Entered> => {
			const details = await ask();
			return details === undefined ? cancelled : this.#enterNow(environment, details, waiting);
		};
		const entered = (await this.#parts.prompts.ask(signingInTo(environment.name), enter, outer)) ?? cancelled;
		this.#parts.changed();
		return entered;
	}

	async #enterNow(environment: Environment, { settings, secret }: Details, { signal }: Waiting): Promise<Entered> {
		const { auth, editor } = this.#parts;
		if (secret !== undefined) await auth.storeSecret(environment.id, secret);
		const entered =
			settings.method === "editor"
				? await editor.enter(environment, signal)
				: await this.#msal.enter(environment, settings, signal);
		if (entered.ok) this.#entered.set(environment.id, entered.value.settings);
		else if (secret !== undefined && secretIsWrong.has(entered.problem.code))
			await auth.storeSecret(environment.id, undefined);
		return entered;
	}
}

function accountOf(settings: SignInSettings | undefined): string | undefined {
	return settings !== undefined && "account" in settings ? settings.account : undefined;
}
