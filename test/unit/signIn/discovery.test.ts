import { deepEqual, equal } from "node:assert/strict";
import type { Auth, SignInTarget } from "../../../src/auth/auth.ts";
import type { Outcome } from "../../../src/core/base/outcome.ts";
import type { SignInProblem } from "../../../src/core/client/signInProblem.ts";
import { clouds } from "../../../src/core/environment/clouds.ts";
import { discoveryTokens } from "../../../src/features/signIn/discovery.ts";
import { EditorAccounts } from "../../../src/features/signIn/editorAccount.ts";
import type { Person } from "../../../src/features/signIn/pickPerson.ts";
import { Prompts } from "../../../src/features/signIn/prompts.ts";

const [cloud] = clouds;
const someone = { id: "home.1", name: "someone@contoso.com", tenant: "contoso" };
const cancelled = { ok: false, problem: { code: "cancelled" } } as const;

interface Case {
	readonly name: string;
	readonly person: Person;
	/** Whether a token can be had without asking. */
	readonly isKept?: boolean;
	readonly gaveUp?: true;
	/** What was asked, in its order. */
	readonly asked: readonly string[];
	readonly settings: object;
}

const cases: readonly Case[] = [
	{
		name: "somebody new is asked, whoever is signed in",
		person: { method: "interactive" },
		isKept: true,
		asked: ["enter interactive"],
		settings: { method: "interactive", account: "home.1" },
	},
	{
		name: "somebody known is not asked",
		person: { method: "deviceCode", account: "home.1" },
		isKept: true,
		asked: [],
		settings: { method: "deviceCode", account: "home.1" },
	},
	{
		name: "somebody known whose sign-in has expired is asked",
		person: { method: "deviceCode", account: "home.1" },
		asked: ["token of home.1"],
		settings: { method: "deviceCode", account: "home.1" },
	},
	{
		name: "somebody gives up",
		person: { method: "interactive" },
		gaveUp: true,
		asked: ["enter interactive"],
		settings: { method: "interactive" },
	},
	{
		name: "somebody uses VS Code's account",
		person: { method: "editor" },
		asked: ["editor https://globaldisco.crm.dynamics.com/.default"],
		settings: { method: "editor", account: "1" },
	},
];

/** Gives the settings after a token was wanted, and tells what a person was asked. */
async function discover({ person, isKept = false, gaveUp }: Case): Promise<readonly [string[], object, boolean]> {
	const asked: string[] = [];
	const signInNeeded: Outcome<string, SignInProblem> = { ok: false, problem: { code: "signInNeeded" } };
	const auth: Pick<Auth, "signIn" | "discoveryTokens"> = {
		signIn: ({ method }: SignInTarget) => {
			asked.push(`enter ${method}`);
			return Promise.resolve(gaveUp ? cancelled : { ok: true, value: someone });
		},
		discoveryTokens: (_cloud, { account, mayAsk }) => ({
			token: () => {
				if (mayAsk()) asked.push(`token of ${account ?? "anybody"}`);
				return Promise.resolve(isKept || mayAsk() ? { ok: true, value: "token" } : signInNeeded);
			},
		}),
	};
	const accounts = new EditorAccounts({
		getSession: (_provider, scopes, { silent }) => {
			if (silent !== true) asked.push(`editor ${scopes.join(" ")}`);
			return Promise.resolve({ accessToken: "token", account: { id: "1", label: "me" } });
		},
		getAccounts: () => Promise.resolve([{ id: "1", label: "me" }]),
	});
	const show = <Result>(
		_title: unknown,
		work: (waiting: { signal: AbortSignal; report: () => void }) => Promise<Result>,
		signal: AbortSignal,
	) => work({ signal, report: () => undefined });
	const prompts = new Prompts(show, "another is open");
	if (cloud === undefined) throw new Error("There is no cloud.");
	const tokens = discoveryTokens(cloud, person, { auth, accounts, prompts, ownClientId: undefined });
	const got = await tokens.token({ origin: cloud.discovery, signal: new AbortController().signal });
	return [asked, tokens.settings(), got.ok];
}

describe("Discovery as", () => {
	for (const each of cases) {
		it(each.name, async () => {
			const [asked, settings, isThere] = await discover(each);
			deepEqual(asked, each.asked);
			deepEqual(settings, each.settings);
			equal(isThere, each.gaveUp === undefined);
		});
	}
});
