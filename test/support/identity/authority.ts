import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { JsonWebKey } from "node:crypto";
import type { AuthorityState } from "./authorityState.ts";
import type { KeyPair } from "./certificates.ts";
import { answerAsEntra } from "./entraAnswers.ts";
import { entraBody, unknownTenant } from "./entraErrors.ts";
import { listenTls } from "./listenTls.ts";
import { withStandardGrant } from "./deviceGrant.ts";
import { createProvider, devicePath, shortDevicePath, tokenPath } from "./provider.ts";
import { serveSignInPage } from "./signInPage.ts";

export interface Authority {
	readonly origin: string;
	readonly issuer: string;
	readonly key: JsonWebKey;
	/** Paths that were asked for, without what stands behind the "?". */
	readonly requests: string[];
	readonly close: () => Promise<void>;
}

type Callback = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Serves one tenant as Entra serves many: its id, its domain or a word for "the user's own" leads the path. */
export async function startAuthority(
	certificate: KeyPair,
	state: AuthorityState,
	address?: string,
): Promise<Authority> {
	const requests: string[] = [];
	let callback: Callback = (_request, response) => response.destroy();
	const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		callback((request.url ?? "").startsWith(tokenPath) ? await withStandardGrant(request) : request, response);
	};
	const listener: RequestListener = (request, response) => {
		const [path = ""] = (request.url ?? "").split("?");
		requests.push(path);
		if (path === shortDevicePath) {
			response.writeHead(302, { location: `/${state.tenant}${devicePath}` }).end();
			return;
		}
		const [, first = ""] = path.split("/");
		if (![state.tenant, state.tenantDomain, "organizations", "common"].includes(first.toLowerCase())) {
			refuseTenant(response);
			return;
		}
		belowTenant(request, first, state.tenant);
		void serve(request, response);
	};
	const { origin, close } = await listenTls(certificate, listener, address);
	const issuer = `${origin}/${state.tenant}/v2.0`;
	const { provider, key } = createProvider(issuer, state);
	answerAsEntra(provider, state);
	serveSignInPage(provider, state);
	callback = provider.callback();
	return { origin, issuer, key, requests, close };
}

/**
 * The provider's own paths begin behind the tenant, and it finds what is before them by the original URL. Links in its
 * answers then lead below the tenant's id, whatever name it was asked by.
 */
function belowTenant(request: IncomingMessage & { originalUrl?: string }, name: string, tenant: string): void {
	const rest = (request.url ?? "").slice(name.length + 1).replace(/^\/v2\.0\/\.well-known/, "/.well-known");
	request.url = rest;
	request.originalUrl = `/${tenant}${rest}`;
}

function refuseTenant(response: ServerResponse): void {
	response.writeHead(400, { "content-type": "application/json" });
	response.end(JSON.stringify(entraBody(unknownTenant, "")));
}
