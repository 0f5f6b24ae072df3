import { parseUrl } from "../core/base/parseUrl.ts";
import {
	ConfidentialClientApplication,
	CryptoProvider,
	type DeviceCodeRequest,
	PublicClientApplication,
} from "@azure/msal-node";
import type { AuthParts, ClientCertificate } from "./auth.ts";
import { readClientCertificate } from "./clientCertificate.ts";
import { type CacheAccess, type FlowRequest, type FlowResult, runFlow } from "./flow.ts";
import { BrowserStep } from "./browserStep.ts";
import { landingPages } from "./landingPage.ts";
import { FlowStop } from "./signInProblemOf.ts";

/** What the person who is asked should see. */
export interface AskOptions {
	/** Who is expected; without it the person chooses an account. */
	readonly loginHint?: string;
	/** What the service wants besides, as it said when it refused. */
	readonly claims?: string;
}

/** A new token by the refresh token in the cache. Asks nobody. */
function renew(parts: AuthParts, request: FlowRequest, accountId: string, cache: CacheAccess): Promise<FlowResult> {
	return runFlow(parts, request, undefined, async (configure) => {
		const application = new PublicClientApplication(configure({}, cache));
		const account = await application.getTokenCache().getAccountByHomeId(accountId);
		if (account === null) throw new FlowStop({ code: "signInNeeded" });
		return await application.acquireTokenSilent({ account, scopes: [request.scope], forceRefresh: true });
	});
}

/** Authorization code with PKCE: the system's browser, and MSAL's loopback for its answer. */
async function askInBrowser(
	parts: AuthParts,
	request: FlowRequest,
	{ loginHint, claims }: AskOptions,
	cache: CacheAccess,
): Promise<FlowResult> {
	const browser = new BrowserStep(parts, request.signal);
	const pages = landingPages();
	const result = await runFlow(parts, request, undefined, (configure) =>
		new PublicClientApplication(configure({}, cache)).acquireTokenInteractive({
			scopes: [request.scope],
			openBrowser: browser.open,
			successTemplate: pages.success,
			errorTemplate: pages.failure,
			nonce: new CryptoProvider().createNewGuid(),
			...(loginHint === undefined ? { prompt: "select_account" } : { loginHint }),
			...(claims !== undefined && { claims }),
		}),
	);
	browser.end();
	if (result.ok || browser.stopped === undefined) return result;
	return { ok: false, problem: { code: browser.stopped }, needsPerson: false };
}

/** Device code: the person enters a code in any browser, and the service is asked again and again until then. */
async function askWithDeviceCode(
	parts: AuthParts,
	request: FlowRequest,
	{ claims }: AskOptions,
	cache: CacheAccess,
): Promise<FlowResult> {
	const over = new AbortController();
	const cancelled = new AbortController();
	const signal = AbortSignal.any([request.signal, cancelled.signal]);
	const result = await runFlow(parts, { ...request, signal }, undefined, (configure) => {
		const asked: DeviceCodeRequest = {
			scopes: [request.scope],
			...(claims !== undefined && { claims }),
			deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
				// MSAL takes a refusal for a code: then nothing of it is there.
				if (parseUrl(verificationUri)?.protocol !== "https:" || userCode === "") throw new Error("no device code");
				const code = {
					userCode,
					url: verificationUri,
					expiresAt: parts.clock.now() + expiresIn * 1000,
					cancel: () => {
						cancelled.abort();
					},
				};
				parts.showDeviceCode(code, over.signal);
			},
		};
		signal.addEventListener("abort", () => {
			// MSAL looks at it before it asks again.
			asked.cancel = true;
		});
		return new PublicClientApplication(configure({}, cache)).acquireTokenByDeviceCode(asked);
	});
	over.abort();
	return result;
}

/** A service principal, with the secret or certificate of its registration. Nothing is cached: there is nothing to renew. */
async function askAsApplication(
	parts: AuthParts,
	request: FlowRequest,
	secret: string | ClientCertificate,
): Promise<FlowResult> {
	const scopes = [request.scope];
	// The environment variable that MSAL reads would lead to a regional host, which is no known authority.
	const asked = { scopes, skipCache: true, azureRegion: "DisableMsalForceRegion" };
	if (typeof secret === "string") {
		parts.remember?.(secret);
		return await runFlow(parts, request, "secret", (configure) =>
			new ConfidentialClientApplication(configure({ clientSecret: secret })).acquireTokenByClientCredential(asked),
		);
	}
	if (secret.passphrase !== undefined) parts.remember?.(secret.passphrase);
	const certificate = readClientCertificate(secret, parts.clock);
	if (!certificate.ok) return { ok: false, problem: certificate.problem, needsPerson: false };
	return await runFlow(parts, request, "certificate", (configure) =>
		new ConfidentialClientApplication(
			configure({ clientCertificate: certificate.value }),
		).acquireTokenByClientCredential(asked),
	);
}

/** All that needs MSAL: whoever imports it lazily loads the library with it. */
export const msalFlows = { renew, askInBrowser, askWithDeviceCode, askAsApplication } as const;

export type Flows = typeof msalFlows;
