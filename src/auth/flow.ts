import {
	type AuthenticationResult,
	type Configuration,
	type ICachePlugin,
	LogLevel,
	type NodeAuthOptions,
	type TokenCacheContext,
} from "@azure/msal-node";
import { redact } from "../core/base/redact.ts";
import { untilAborted } from "../core/client/exchange/untilAborted.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import { refreshTokensIn } from "./accountEntry.ts";
import type { AuthParts } from "./auth.ts";
import { MsalNetwork } from "./msalNetwork.ts";
import { type FlowProblem, FlowStop, type Seen, signInProblemOf } from "./signInProblemOf.ts";

/** What is asked for, and of whom. */
export interface FlowRequest {
	/** Whole: "https://login.microsoftonline.com/<tenant>". It is one of the trusted ones. */
	readonly authority: string;
	readonly scope: string;
	readonly clientId: string;
	readonly signal: AbortSignal;
}

/** A token, and whose it is; applications have no account. */
export interface Grant {
	readonly token: string;
	/** Milliseconds since 1970. */
	readonly expiresAt: number;
	readonly account?: { readonly id: string; readonly name: string; readonly tenant: string };
}

export type FlowResult = { readonly ok: true; readonly value: Grant } | ({ readonly ok: false } & FlowProblem);

/** Where MSAL's cache comes from and goes to. Without `load` it starts empty. */
export interface CacheAccess {
	readonly load?: () => Promise<string | undefined>;
	readonly save: (cache: string) => Promise<void>;
}

/**
 * Runs one flow of MSAL in an application object of its own, so that flows share nothing but what is stored. Gives the
 * token, or what is wrong; ends at once when the signal is aborted, whatever MSAL does then. Never rejects.
 */
export async function runFlow(
	parts: AuthParts,
	{ authority, clientId, signal }: FlowRequest,
	credential: Seen["credential"],
	work: (
		configure: (auth?: Partial<NodeAuthOptions>, cache?: CacheAccess) => Configuration,
	) => Promise<AuthenticationResult | null>,
): Promise<FlowResult> {
	const authorities = parts.clouds.flatMap((cloud) => cloud.authorities);
	const network = new MsalNetwork({ fetch: parts.fetch, clock: parts.clock, signal }, authorities);
	const configure = (auth?: Partial<NodeAuthOptions>, cache?: CacheAccess): Configuration => ({
		// A known authority is not looked up elsewhere, so all go the same way, and none can name another.
		auth: { clientId, authority, knownAuthorities: authorities.map((origin) => new URL(origin).host), ...auth },
		...(cache !== undefined && { cache: { cachePlugin: pluginOf(cache, parts.remember) } }),
		system: {
			networkClient: network,
			loggerOptions: {
				logLevel: LogLevel.Error,
				piiLoggingEnabled: false,
				loggerCallback: (_, text) => {
					parts.log(`MSAL: ${redact(text)}`);
				},
			},
		},
	});
	try {
		const result = await untilAborted(work(configure), signal);
		if (result === undefined) throw new FlowStop({ code: "cancelled" });
		if (result === null) throw new FlowStop({ code: "unknown" });
		return { ok: true, value: grantOf(parts, result) };
	} catch (error) {
		const { problem, refusal } = network;
		const found = signInProblemOf(error, { problem, refusal, ...(credential !== undefined && { credential }) });
		parts.log(`Sign-in at ${authority}: ${describe(found.problem)}`);
		return { ok: false, ...found };
	}
}

/** Codes only, so that a person who asks for help has what the tenant's administrator needs. */
function describe({ code, serviceCode, correlationId, subject }: SignInProblem): string {
	return [code, serviceCode, correlationId, subject].filter((part) => part !== undefined).join(", ");
}

function grantOf(parts: AuthParts, { accessToken, expiresOn, account }: AuthenticationResult): Grant {
	parts.remember?.(accessToken);
	return {
		token: accessToken,
		expiresAt: expiresOn?.getTime() ?? parts.clock.now(),
		...(account !== null && {
			account: {
				id: account.homeAccountId,
				name: account.username || account.homeAccountId,
				tenant: account.tenantId,
			},
		}),
	};
}

function pluginOf({ load, save }: CacheAccess, remember: AuthParts["remember"]): ICachePlugin {
	const told = (cache: string): string => {
		for (const secret of refreshTokensIn(cache)) remember?.(secret);
		return cache;
	};
	return {
		beforeCacheAccess: async ({ tokenCache }: TokenCacheContext) => {
			const stored = await load?.();
			if (stored !== undefined) tokenCache.deserialize(told(stored));
		},
		afterCacheAccess: async ({ tokenCache, cacheHasChanged }: TokenCacheContext) => {
			if (cacheHasChanged) await save(told(tokenCache.serialize()));
		},
	};
}
