import { deepEqual, equal } from "node:assert/strict";
import type { Auth, SignInTarget } from "../../../src/auth/auth.ts";
import type { Outcome } from "../../../src/core/base/outcome.ts";
import type { SignInProblem } from "../../../src/core/client/signInProblem.ts";
import type { TokenRequest } from "../../../src/core/client/tokenProvider.ts";
import type { Environment, SignInSettings } from "../../../src/core/environment/environment.ts";
import { EditorAccounts } from "../../../src/features/signIn/editorAccount.ts";
import { EditorWay, storedLeft } from "../../../src/features/signIn/editorWay.ts";
import { Prompts } from "../../../src/features/signIn/prompts.ts";
import { SignIn } from "../../../src/features/signIn/signIn.ts";
import { StoredState } from "../../../src/host/storedState.ts";
import { english } from "../../../src/words/message.ts";

type Got = Outcome<string, SignInProblem>;

const clientId = "11111111-2222-3333-4444-555555555555";
const account = { id: "home.1", name: "someone@contoso.com", tenant: "contoso" };
const problem = (code: SignInProblem["code"]): Got => ({ ok: false, problem: { code } });
const token: Got = { ok: true, value: "token" };

const environment = (signIn?: SignInSettings, id = "a"): Environment => ({
	id,
	name: `Contoso ${id}`,
	url: "https://contoso.crm4.dynamics.com",
	kind: "development",
	source: "user",
	...(signIn !== undefined && { signIn }),
});

/** Sign-in whose identity service, person and store are told what they do; `log` is what happened, in its order. */
class Rig {
	readonly log: string[] = [];
	/** What a token request gets while nobody may be asked. */
	silent: () => Got = () => problem("signInNeeded");
	/** What it gets when a person is asked. */
	asked: () => Promise<Got> = () => Promise.resolve(token);
	entered: () => Outcome<typeof account, SignInProblem> = () => ({ ok: true, value: account });
	secret: string | undefined = "a secret";
	readonly #stored = new Map<string, unknown>();

	readonly auth: Auth = {
		tokens: (target) => ({ token: (request) => this.#token(target, request) }),
		signIn: (target) => {
			this.log.push(`enter ${target.method} ${target.clientId ?? "-"}`);
			return Promise.resolve(this.entered());
		},
		discoveryTokens: () => ({ token: () => Promise.resolve(token) }),
		accountOf: ({ account: id }) => Promise.resolve(id === account.id ? account : undefined),
		accounts: () => Promise.resolve([account]),
		signOut: (id) => Promise.resolve(void this.log.push(`sign out ${id}`)),
		storeSecret: (id, secret) =>
			Promise.resolve(void this.log.push(`${secret === undefined ? "forget" : "keep"} secret ${id}`)),
		removeAll: () => Promise.resolve(),
		dispose: () => undefined,
	};

	readonly signIn = new SignIn({
		auth: this.auth,
		editor: new EditorWay(
			new EditorAccounts({
				getSession: () => Promise.resolve({ accessToken: "editor token", account: { id: "1", label: "me" } }),
				getAccounts: () => Promise.resolve([{ id: "1", label: "me" }]),
			}),
			() => Promise.resolve({ ok: true, value: { authority: "https://login.microsoftonline.com", tenant: "contoso" } }),
			() => "https://login.microsoftonline.com",
			new StoredState(
				{
					keys: () => [...this.#stored.keys()],
					get: (key: string) => this.#stored.get(key),
					update: (key: string, value: unknown) => Promise.resolve(void this.#stored.set(key, value)),
				},
				storedLeft,
			),
		),
		questions: {
			clientId: () => Promise.resolve(clientId),
			secret: () => Promise.resolve(this.secret),
			certificate: () => Promise.resolve(undefined),
			ownClientId: () => undefined,
		},
		prompts: new Prompts(async (title, work, outer) => {
			this.log.push(`open: ${english(title)}`);
			const report = (text: string) => {
				if (text !== "") this.log.push(`tell: ${text}`);
			};
			const done = await work({ signal: outer, report });
			this.log.push("close");
			return done;
		}, "another is open"),
		changed: () => undefined,
	});

	token(of: Environment, mayAsk: boolean, signal = new AbortController().signal): Promise<Got> {
		return this.signIn.token(of, () => mayAsk, { origin: of.url, signal });
	}

	async #token(target: SignInTarget, { signal }: TokenRequest): Promise<Got> {
		if (!target.mayAsk()) return this.silent();
		this.log.push(`ask ${target.method}`);
		const stopped = new Promise<Got>((resolve) => {
			signal.addEventListener("abort", () => {
				resolve(problem("cancelled"));
			});
		});
		const got = await Promise.race([this.asked(), stopped]);
		if (got.ok) this.silent = () => token;
		return got;
	}
}

const browser = environment({ method: "interactive", account: account.id });

describe("Sign-in for requests", () => {
	it("asks nobody while a token can be had without", async () => {
		const rig = new Rig();
		rig.silent = () => token;
		deepEqual(await rig.token(browser, true), token);
		deepEqual(rig.log, []);
	});

	it("asks nobody where nobody may be asked, and where no way was chosen yet", async () => {
		const rig = new Rig();
		deepEqual(await rig.token(browser, false), problem("signInNeeded"));
		deepEqual(await rig.token(environment(), true), problem("signInNeeded"));
		deepEqual(rig.log, []);
	});

	for (const code of ["offline", "wrongTenant", "untrustedCertificate", "foreignResource", "clockSkew"] as const) {
		it(`asks nobody where that cannot help: ${code}`, async () => {
			const rig = new Rig();
			rig.silent = () => problem(code);
			deepEqual(await rig.token(browser, true), problem(code));
			deepEqual(rig.log, []);
		});
	}

	it("asks once, however many requests wait", async () => {
		const rig = new Rig();
		const all = await Promise.all(Array.from({ length: 20 }, () => rig.token(browser, true)));
		deepEqual(new Set(all.map((got) => got.ok)), new Set([true]));
		deepEqual(rig.log, ["open: Signing in to Contoso a", "ask interactive", "close"]);
	});

	it("asks for one environment after the other", async () => {
		const rig = new Rig();
		const other = environment({ method: "deviceCode" }, "b");
		rig.asked = async () => {
			await new Promise((resolve) => setImmediate(resolve));
			return problem("timedOut");
		};
		await Promise.all([rig.token(browser, true), rig.token(other, true)]);
		deepEqual(rig.log, [
			"open: Signing in to Contoso a",
			"open: Signing in to Contoso b",
			"tell: another is open",
			"ask interactive",
			"close",
			"ask deviceCode",
			"close",
		]);
	});

	it("lets others wait on where one request is given up, and stops asking with the last", async () => {
		const rig = new Rig();
		rig.asked = () => new Promise(() => undefined);
		const [one, two] = [new AbortController(), new AbortController()];
		const first = rig.token(browser, true, one.signal);
		const second = rig.token(browser, true, two.signal);
		await new Promise((resolve) => setImmediate(resolve));
		one.abort();
		deepEqual(await first, problem("cancelled"));
		equal(rig.log.includes("close"), false);
		two.abort();
		deepEqual(await second, problem("cancelled"));
		await new Promise((resolve) => setImmediate(resolve));
		equal(rig.log.at(-1), "close");
	});

	it("can be given up while another sign-in is open, which goes on", async () => {
		const rig = new Rig();
		let answer: (got: Got) => void = () => undefined;
		rig.asked = () => new Promise((resolve) => (answer = resolve));
		const second = new AbortController();
		const first = rig.token(browser, true);
		const waiting = rig.token(environment({ method: "deviceCode" }, "b"), true, second.signal);
		await new Promise((resolve) => setImmediate(resolve));
		second.abort();
		deepEqual(await waiting, problem("cancelled"));
		answer(token);
		deepEqual(await first, token);
		equal(rig.log.includes("ask deviceCode"), false);
	});

	it("asks for the secret of an application that has none", async () => {
		const rig = new Rig();
		await rig.token(environment({ method: "clientSecret", clientId }), true);
		deepEqual(rig.log, ["open: Signing in to Contoso a", "keep secret a", `enter clientSecret ${clientId}`, "close"]);
	});
});

describe("Sign-in by a person", () => {
	it("gives the settings to keep, with the account", async () => {
		const rig = new Rig();
		deepEqual(await rig.signIn.signIn(environment(), "interactive"), {
			ok: true,
			value: { settings: { method: "interactive", account: account.id }, user: account.name },
		});
	});

	it("is nothing where the person gave up", async () => {
		const rig = new Rig();
		rig.entered = () => ({ ok: false, problem: { code: "cancelled" } });
		equal(await rig.signIn.signIn(environment(), "interactive"), undefined);
		rig.secret = undefined;
		equal(await rig.signIn.signIn(environment(), "clientSecret"), undefined);
	});

	it("does not keep a secret that is wrong", async () => {
		const rig = new Rig();
		rig.entered = () => ({ ok: false, problem: { code: "wrongSecret" } });
		deepEqual(await rig.signIn.signIn(environment(), "clientSecret"), problem("wrongSecret"));
		deepEqual(rig.log, [
			"open: Signing in to Contoso a",
			"keep secret a",
			`enter clientSecret ${clientId}`,
			"forget secret a",
			"close",
		]);
	});

	it("keeps a secret that could not be tried", async () => {
		const rig = new Rig();
		rig.entered = () => ({ ok: false, problem: { code: "offline" } });
		await rig.signIn.signIn(environment(), "clientSecret");
		equal(rig.log.includes("forget secret a"), false);
	});

	it("uses the account of VS Code until signed out, and again after the next sign-in", async () => {
		const rig = new Rig();
		const signedIn = await rig.signIn.signIn(environment(), "editor");
		deepEqual(signedIn, { ok: true, value: { settings: { method: "editor", account: "1" }, user: "me" } });
		const its = environment({ method: "editor", account: "1" });
		deepEqual(await rig.token(its, false), { ok: true, value: "editor token" });
		await rig.signIn.signOut(its);
		deepEqual(await rig.token(its, false), problem("signInNeeded"));
		equal(await rig.signIn.user(its), undefined);
		await rig.signIn.signIn(its, "editor");
		equal(await rig.signIn.user(its), "me");
	});
});

describe("An environment that is removed", () => {
	const others: readonly (readonly [string, readonly Environment[], readonly string[]])[] = [
		["takes its account along", [], ["forget secret a", `sign out ${account.id}`]],
		[
			"leaves an account that another uses",
			[environment({ method: "interactive", account: account.id }, "b")],
			["forget secret a"],
		],
		[
			"takes its account along where others use another",
			[environment({ method: "interactive", account: "home.2" }, "b"), environment(undefined, "c")],
			["forget secret a", `sign out ${account.id}`],
		],
	];
	for (const [name, rest, log] of others) {
		it(name, async () => {
			const rig = new Rig();
			await rig.signIn.forget(browser, rest);
			deepEqual(rig.log, log);
		});
	}
});
