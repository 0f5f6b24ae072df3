import type { Auth } from "../../auth/auth.ts";
import { discoveryId } from "../../auth/tokenPlace.ts";
import type { TokenProvider } from "../../core/client/tokenProvider.ts";
import type { Cloud } from "../../core/environment/cloud.ts";
import type { DiscoveryTokens } from "../../host/tokenSource.ts";
import { signInPromptWords } from "../../words/signInPrompts.ts";
import type { EditorAccounts, EditorTarget } from "./editorAccount.ts";
import type { Prompts } from "./prompts.ts";

/** How a person signs in for discovery: applications have no list of environments of their own to discover. */
export type PersonalMethod = "interactive" | "deviceCode" | "editor";

interface Parts {
	readonly prompts: Prompts;
	readonly auth: Auth;
	readonly accounts: EditorAccounts;
	readonly ownClientId: string | undefined;
}

/** Tokens for global discovery of a cloud. The first one may ask the person. */
export function discoveryTokens(cloud: Cloud, method: PersonalMethod, parts: Parts): DiscoveryTokens {
	return method === "editor" ? withEditor(cloud, parts) : withMsal(cloud, method, parts);
}

const title = signInPromptWords.signingIn;
const cancelled = { ok: false, problem: { code: "cancelled" } } as const;

function withMsal(cloud: Cloud, method: "interactive" | "deviceCode", parts: Parts): DiscoveryTokens {
	const { auth, prompts, ownClientId } = parts;
	const settings = { method, ...(ownClientId !== undefined && { clientId: ownClientId }) };
	const silent = auth.discoveryTokens(cloud, { ...settings, mayAsk: () => false });
	const asking = auth.discoveryTokens(cloud, { ...settings, mayAsk: () => true });
	let account: string | undefined;
	return {
		settings: () => ({ ...settings, ...(account !== undefined && { account }) }),
		token: async (request) => {
			const kept = await silent.token(request);
			const ask = ({ signal }: { readonly signal: AbortSignal }) => asking.token({ ...request, signal });
			const isNeeded = !kept.ok && kept.problem.code === "signInNeeded";
			const got = isNeeded ? ((await prompts.ask(title, ask, request.signal)) ?? cancelled) : kept;
			if (got.ok) account = (await auth.accountOf({ ...settings, environmentId: discoveryId(cloud) }))?.id;
			return got;
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
