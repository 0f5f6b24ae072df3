import type { Auth } from "../../auth/auth.ts";
import { discoveryId } from "../../auth/tokenPlace.ts";
import type { TokenProvider, TokenRequest } from "../../core/client/tokenProvider.ts";
import type { Cloud } from "../../core/environment/cloud.ts";
import type { DiscoveryTokens } from "../../host/tokenSource.ts";
import { signInPromptWords } from "../../words/signInPrompts.ts";
import type { EditorAccounts, EditorTarget } from "./editorAccount.ts";
import type { Person } from "./pickPerson.ts";
import type { Prompts } from "./prompts.ts";
import type { Waiting } from "./signInProgress.ts";

/** How a person signs in for discovery: applications have no list of environments of their own to discover. */
export type PersonalMethod = "interactive" | "deviceCode" | "editor";

interface Parts {
	readonly prompts: Prompts;
	readonly auth: Pick<Auth, "signIn" | "discoveryTokens">;
	readonly accounts: EditorAccounts;
	readonly ownClientId: string | undefined;
}

/** Tokens for global discovery of a cloud. The first one asks the person, unless it is somebody who is signed in. */
export function discoveryTokens(cloud: Cloud, { method, account }: Person, parts: Parts): DiscoveryTokens {
	return method === "editor" ? withEditor(cloud, parts) : withMsal(cloud, method, account, parts);
}

const title = signInPromptWords.signingIn;
const cancelled = { ok: false, problem: { code: "cancelled" } } as const;

function withMsal(
	cloud: Cloud,
	method: "interactive" | "deviceCode",
	known: string | undefined,
	{ auth, prompts, ownClientId }: Parts,
): DiscoveryTokens {
	let account = known;
	const settings = () => ({
		method,
		...(ownClientId !== undefined && { clientId: ownClientId }),
		...(account !== undefined && { account }),
	});
	const token = (mayAsk: boolean, request: TokenRequest) =>
		auth.discoveryTokens(cloud, { ...settings(), mayAsk: () => mayAsk }).token(request);
	return {
		settings,
		token: async (request) => {
			if (account === undefined) {
				const target = { ...settings(), environmentId: discoveryId(cloud), origins: [cloud.discovery] as const };
				const enter = ({ signal }: Waiting) => auth.signIn({ ...target, mayAsk: () => true }, signal);
				const entered = (await prompts.ask(title, enter, request.signal)) ?? cancelled;
				if (!entered.ok) return entered;
				account = entered.value.id;
			}
			const kept = await token(false, request);
			if (kept.ok || kept.problem.code !== "signInNeeded") return kept;
			const ask = ({ signal }: Waiting) => token(true, { ...request, signal });
			return (await prompts.ask(title, ask, request.signal)) ?? cancelled;
		},
	};
}

function withEditor(cloud: Cloud, { prompts, accounts }: Parts): DiscoveryTokens {
	const [authority = ""] = cloud.authorities;
	const target: EditorTarget = { resource: cloud.discovery, authority };
	let account: string | undefined;
	const kept = (): TokenProvider => accounts.tokens(() => Promise.resolve({ ok: true, value: target }), account);
	return {
		settings: () => ({ method: "editor", ...(account !== undefined && { account }) }),
		token: async (request) => {
			const silent = await kept().token(request);
			if (silent.ok || silent.problem.code !== "signInNeeded") return silent;
			const user = await prompts.ask(title, ({ signal }) => accounts.signIn(target, signal), request.signal);
			if (user === undefined) return cancelled;
			if (!user.ok) return user;
			account = user.value.id;
			return kept().token(request);
		},
	};
}
