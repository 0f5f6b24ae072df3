import type { Outcome } from "../../core/base/outcome.ts";
import type { SignInProblem } from "../../core/client/signInProblem.ts";
import type { TokenProvider } from "../../core/client/tokenProvider.ts";
import { editorProblem } from "./editorProblem.ts";
import type { Session, SessionAccount, SessionOptions, SessionSource } from "./sessionSource.ts";

/** Whose token is wanted, and for what. */
export interface EditorTarget {
	/** Origin that the token is for. */
	readonly resource: string;
	/** Origin of the authority: "https://login.microsoftonline.us". */
	readonly authority: string;
	/** Tenant id or domain; the account's own when absent. */
	readonly tenant?: string;
}

export interface EditorUser {
	readonly id: string;
	readonly name: string;
}

type Got<Value> = Outcome<Value, SignInProblem>;

const signInNeeded = { ok: false, problem: { code: "signInNeeded" } } as const;

/**
 * The provider of VS Code for an authority. The one for other clouds is there only while the person has set
 * `microsoft-sovereign-cloud.environment`.
 */
export function editorProvider(authority: string): "microsoft" | "microsoft-sovereign-cloud" {
	return authority === "https://login.microsoftonline.com" ? "microsoft" : "microsoft-sovereign-cloud";
}

/**
 * Scopes as VS Code's Microsoft provider reads them: without VSCODE_TENANT it asks the account's home tenant, which is the
 * wrong one for guests.
 */
export function editorScopes({ resource, tenant }: EditorTarget): readonly string[] {
	const scope = `${resource}/.default`;
	return tenant === undefined ? [scope] : [scope, `VSCODE_TENANT:${tenant}`];
}

/** Sign-in with the account that VS Code keeps. Nothing is stored here, and nothing rejects. */
export class EditorAccounts {
	readonly #sessions: SessionSource;

	constructor(sessions: SessionSource) {
		this.#sessions = sessions;
	}

	/** Lets the person choose an account and agree. VS Code cannot be told to stop waiting: a given-up wait is left alone. */
	async signIn(target: EditorTarget, signal: AbortSignal): Promise<Got<EditorUser>> {
		const asking = this.#session(target, { createIfNone: true, clearSessionPreference: true });
		const session = await unlessAborted(asking, signal);
		if (!session.ok) return session;
		const { id, label } = session.value.account;
		return { ok: true, value: { id, name: label } };
	}

	/** Tokens of an account without asking anybody. VS Code renews them itself. */
	tokens(find: () => Promise<Got<EditorTarget>>, accountId: string | undefined): TokenProvider {
		return {
			token: async ({ refused, signal }) => {
				const target = await find();
				if (!target.ok) return target;
				const account = accountId && (await this.#account(target.value.authority, accountId));
				// Never another account than the one that was chosen: that could be somebody else's data.
				if (!account) return signInNeeded;
				const session = await unlessAborted(this.#session(target.value, { silent: true, account }), signal);
				if (!session.ok) return session;
				return session.value.accessToken === refused ? signInNeeded : { ok: true, value: session.value.accessToken };
			},
		};
	}

	/** Name of an account; undefined where VS Code is not signed in with it. */
	async userName(authority: string, accountId: string): Promise<string | undefined> {
		return (await this.#account(authority, accountId))?.label;
	}

	async #account(authority: string, id: string): Promise<SessionAccount | undefined> {
		try {
			return (await this.#sessions.getAccounts(editorProvider(authority))).find((account) => account.id === id);
		} catch {
			return undefined;
		}
	}

	async #session(target: EditorTarget, options: SessionOptions): Promise<Got<Session>> {
		try {
			const provider = editorProvider(target.authority);
			const session = await this.#sessions.getSession(provider, editorScopes(target), options);
			return session === undefined ? signInNeeded : { ok: true, value: session };
		} catch (error) {
			return { ok: false, problem: editorProblem(error) };
		}
	}
}

function unlessAborted<Value>(work: Promise<Got<Value>>, signal: AbortSignal): Promise<Got<Value>> {
	const cancelled = { ok: false, problem: { code: "cancelled" } } as const;
	if (signal.aborted) return Promise.resolve(cancelled);
	return new Promise((resolve) => {
		const stop = () => {
			resolve(cancelled);
		};
		signal.addEventListener("abort", stop, { once: true });
		void work.then((done) => {
			signal.removeEventListener("abort", stop);
			resolve(done);
		});
	});
}
