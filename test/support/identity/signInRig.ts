/** Suites of the real sign-in: the real MSAL through `createAuth`, against the authority of `startIdentity`. */
import assert from "node:assert/strict";
import type { Auth, AuthParts, DeviceCode, SignInTarget } from "../../../src/auth/auth.ts";
import { createAuth } from "../../../src/auth/createAuth.ts";
import type { Clock } from "../../../src/core/base/clock.ts";
import type { Outcome } from "../../../src/core/base/outcome.ts";
import type { SignInProblem } from "../../../src/core/client/signInProblem.ts";
import { systemClock } from "../../../src/disk/systemClock.ts";
import { english } from "../../../src/words/message.ts";
import { signInProblemMessage } from "../../../src/words/signInProblem.ts";
import { LeakWatch } from "./leakWatch.ts";
import { MemorySecrets } from "./memorySecrets.ts";
import type { TestUser } from "./registrations.ts";
import { type Identity, type IdentityOptions, startIdentity } from "./startIdentity.ts";

export interface WindowOptions extends Partial<Omit<AuthParts, "secrets" | "log" | "remember">> {
	/** Who sits in front of it; Ada when absent. */
	readonly user?: TestUser;
	/** Shared with other windows; a new one when absent. */
	readonly secrets?: MemorySecrets;
}

/** What a window of the editor has of sign-in, with a person in front of it. */
export interface Window {
	readonly auth: Auth;
	readonly secrets: MemorySecrets;
	/** "browser" and "code", each time that the person was asked. */
	readonly prompts: string[];
	/** Last pages that the browser showed. */
	readonly pages: string[];
	/** What the log was told to take out of every text. */
	readonly remembered: ReadonlySet<string>;
	/** Time for this window only; MSAL and the authority go by the machine's. */
	forward(milliseconds: number): void;
	/** A token, or what the problem's code is. Problems go to the leak watch with their words. */
	token(target: SignInTarget, refused?: string): Promise<string>;
	/** Signs in and gives the account's name, or the problem's code. */
	signIn(target: SignInTarget, signal?: AbortSignal): Promise<string>;
}

export interface SignInRig {
	readonly identity: Identity;
	readonly watch: LeakWatch;
	window(options?: WindowOptions): Window;
	/** The environment, for Ada's public client and her browser; may ask. */
	target(changes?: Partial<SignInTarget>): SignInTarget;
	/** Status of WhoAmI with that token. */
	whoAmI(token: string): Promise<number>;
}

/**
 * Hooks of the suite that it is called in: an identity before its first test; after its last the windows are closed, the
 * provider has made no mistake, and no secret of the run is in anything that it logged, threw or returned.
 */
export function useSignIn(options: IdentityOptions = {}): () => SignInRig {
	let rig: (SignInRig & { close(): Promise<void> }) | undefined;

	before("the authority starts", async () => {
		rig = rigOf(await startIdentity(options));
	});

	after("nothing has leaked", async () => {
		if (rig === undefined) return;
		await rig.close();
		assert.deepEqual(rig.identity.mistakes, [], "the provider made a mistake");
		assert.ok(rig.watch.size > 0, "something was looked at");
		assert.deepEqual(rig.watch.find(rig.identity.secrets()), []);
	});

	return () => {
		if (rig === undefined) throw new Error("The authority is there only while tests run.");
		return rig;
	};
}

function rigOf(identity: Identity): SignInRig & { close(): Promise<void> } {
	const watch = new LeakWatch();
	const windows: Window[] = [];
	return {
		identity,
		watch,
		window: (options = {}) => {
			const window = windowOf(identity, watch, options);
			windows.push(window);
			return window;
		},
		target: (changes = {}) => ({
			environmentId: "loopback-environment",
			origins: [identity.environmentUrl, identity.apiUrl],
			method: "interactive",
			mayAsk: () => true,
			...changes,
		}),
		whoAmI: async (token) => {
			const { signal } = new AbortController();
			const headers = { authorization: `Bearer ${token}` };
			const init = { method: "GET", headers, signal, redirect: "manual" as const };
			return (await identity.fetch(`${identity.environmentUrl}/api/data/v9.2/WhoAmI`, init)).status;
		},
		close: async () => {
			for (const { auth } of windows) auth.dispose();
			await identity.close();
		},
	};
}

function windowOf(identity: Identity, watch: LeakWatch, options: WindowOptions): Window {
	const { user = identity.users.ada, secrets = new MemorySecrets(), ...parts } = options;
	const prompts: string[] = [];
	const pages: string[] = [];
	const remembered = new Set<string>();
	let ahead = 0;
	const clock: Clock = { ...systemClock, now: () => systemClock.now() + ahead };
	const show = (page: Promise<string>): void => {
		page.then(
			(text) => pages.push(text),
			(error: unknown) => pages.push(`failed: ${String(error)}`),
		);
	};
	const auth = createAuth({
		clouds: [identity.cloud],
		fetch: identity.fetch,
		clock,
		openBrowser: (url) => {
			prompts.push("browser");
			show(identity.person(user).signIn(url));
			return Promise.resolve(true);
		},
		showDeviceCode: ({ url, userCode }: DeviceCode) => {
			prompts.push("code");
			show(identity.person(user).enterCode(url, userCode));
		},
		...parts,
		secrets,
		log: (text) => {
			watch.tell("log", text);
		},
		remember: (secret) => remembered.add(secret),
	});
	const told = <Value>(outcome: Outcome<Value, SignInProblem>): Outcome<Value, SignInProblem> => {
		if (!outcome.ok) tellProblem(watch, outcome.problem);
		return outcome;
	};
	return {
		auth,
		secrets,
		prompts,
		pages,
		remembered,
		forward: (milliseconds) => {
			ahead += milliseconds;
		},
		token: async (target, refused) => {
			const [origin] = target.origins;
			const { signal } = new AbortController();
			const request = { origin, signal, ...(refused !== undefined && { refused }) };
			const outcome = told(await auth.tokens(target).token(request));
			return outcome.ok ? outcome.value : outcome.problem.code;
		},
		signIn: async (target, signal = new AbortController().signal) => {
			const outcome = told(await auth.signIn(target, signal));
			watch.tell("account", outcome);
			return outcome.ok ? outcome.value.name : outcome.problem.code;
		},
	};
}

function tellProblem(watch: LeakWatch, problem: SignInProblem): void {
	const { sentence, next } = signInProblemMessage(problem);
	watch.tell("problem", problem);
	watch.tell("sentence", english(sentence));
	if (next !== undefined) watch.tell("next step", english(next));
}
