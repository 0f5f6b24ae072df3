import { deepEqual, equal } from "node:assert/strict";
import { EditorAccounts, type EditorTarget } from "../../../src/features/signIn/editorAccount.ts";
import type { Session, SessionOptions, SessionSource } from "../../../src/features/signIn/sessionSource.ts";

const someone = { id: "1", label: "someone@contoso.com" };
const other = { id: "2", label: "other@contoso.com" };
const target: EditorTarget = {
	resource: "https://contoso.crm4.dynamics.com",
	authority: "https://login.microsoftonline.com",
	tenant: "contoso.com",
};

interface Asked {
	readonly provider: string;
	readonly scopes: readonly string[];
	readonly options: SessionOptions;
}

/** The accounts of an editor, and what it was asked for. `answer` is a session, nothing, or a rejection. */
class FakeSessions implements SessionSource {
	readonly asked: Asked[] = [];
	accounts = [someone, other];
	answer: () => Promise<Session | undefined> = () => Promise.resolve({ accessToken: "token 1", account: someone });

	getSession(provider: string, scopes: readonly string[], options: SessionOptions): Promise<Session | undefined> {
		this.asked.push({ provider, scopes, options });
		return this.answer();
	}

	getAccounts(provider: string): Promise<typeof this.accounts> {
		return provider === "microsoft" ? Promise.resolve(this.accounts) : Promise.reject(new Error("none registered"));
	}
}

/** VS Code rejects with texts as well, not only with errors. */
const refuse: (reason: unknown) => Promise<never> = Promise.reject.bind(Promise);

const never = new AbortController().signal;
const request = { origin: target.resource, signal: never };

const tokens = (sessions: FakeSessions, account: string | undefined = someone.id, of = target) =>
	new EditorAccounts(sessions).tokens(() => Promise.resolve({ ok: true, value: of }), account);

describe("The account of VS Code", () => {
	it("gives tokens silently, of the account that was chosen, for the environment and its tenant", async () => {
		const sessions = new FakeSessions();
		deepEqual(await tokens(sessions).token(request), { ok: true, value: "token 1" });
		deepEqual(sessions.asked, [
			{
				provider: "microsoft",
				scopes: ["https://contoso.crm4.dynamics.com/.default", "VSCODE_TENANT:contoso.com"],
				options: { silent: true, account: someone },
			},
		]);
	});

	it("asks nobody for a token of an account that is gone, or that was never chosen", async () => {
		const sessions = new FakeSessions();
		sessions.accounts = [other];
		for (const account of [someone.id, undefined]) {
			const provider = new EditorAccounts(sessions).tokens(() => Promise.resolve({ ok: true, value: target }), account);
			deepEqual(await provider.token(request), { ok: false, problem: { code: "signInNeeded" } });
		}
		deepEqual(sessions.asked, []);
	});

	it("does not give the token again that the service has refused", async () => {
		const answer = await tokens(new FakeSessions()).token({ ...request, refused: "token 1" });
		deepEqual(answer, { ok: false, problem: { code: "signInNeeded" } });
	});

	it("asks the provider of other clouds for theirs", async () => {
		const sessions = new FakeSessions();
		const { tenant: _, ...anyTenant } = target;
		const government = { ...anyTenant, authority: "https://login.microsoftonline.us" };
		await new EditorAccounts(sessions).signIn(government, never);
		deepEqual(sessions.asked, [
			{
				provider: "microsoft-sovereign-cloud",
				scopes: ["https://contoso.crm4.dynamics.com/.default"],
				options: { createIfNone: true, clearSessionPreference: true },
			},
		]);
	});

	it("tells who has signed in", async () => {
		const sessions = new FakeSessions();
		const user = await new EditorAccounts(sessions).signIn(target, never);
		deepEqual(user, { ok: true, value: { id: "1", name: "someone@contoso.com" } });
		equal(await new EditorAccounts(sessions).userName(target.authority, "2"), "other@contoso.com");
		equal(await new EditorAccounts(sessions).userName(target.authority, "3"), undefined);
		equal(await new EditorAccounts(sessions).userName("https://login.microsoftonline.us", "2"), undefined);
	});

	/** What VS Code rejects with, which may be a text only, and what a person is told. */
	const rejections: readonly (readonly [unknown, object])[] = [
		[new Error("User did not consent to login."), { code: "cancelled" }],
		["User did not consent to login.", { code: "cancelled" }],
		[new Error("Canceled"), { code: "cancelled" }],
		["Timed out waiting for authentication provider 'microsoft' to register.", { code: "noEditorAccount" }],
		[
			new Error("No authentication provider 'microsoft-sovereign-cloud' is currently registered."),
			{ code: "noEditorAccount" },
		],
		[new Error("Timed out"), { code: "timedOut" }],
		[
			new Error("ServerError: invalid_grant: AADSTS65001: The user has not consented. Trace ID: secret"),
			{ code: "consentMissing", serviceCode: "AADSTS65001" },
		],
		[new Error("AADSTS99999999: something new"), { code: "unknown", serviceCode: "AADSTS99999999" }],
		[undefined, { code: "unknown" }],
	];

	for (const [rejection, problem] of rejections) {
		it(`says what it means: ${String(rejection)}`, async () => {
			const sessions = new FakeSessions();
			sessions.answer = () => refuse(rejection);
			deepEqual(await new EditorAccounts(sessions).signIn(target, never), { ok: false, problem });
		});
	}

	it("can be given up while VS Code waits for a browser that was closed", async () => {
		const sessions = new FakeSessions();
		sessions.answer = () => new Promise(() => undefined);
		const control = new AbortController();
		const waiting = new EditorAccounts(sessions).signIn(target, control.signal);
		control.abort();
		deepEqual(await waiting, { ok: false, problem: { code: "cancelled" } });
	});
});
