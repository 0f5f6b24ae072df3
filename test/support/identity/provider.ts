import { generateKeyPairSync, type JsonWebKey } from "node:crypto";
import Provider, {
	type Account,
	type Configuration,
	errors,
	interactionPolicy,
	type JWK,
	type KoaContextWithOIDC,
} from "oidc-provider";
import type { AuthorityState } from "./authorityState.ts";
import { thumbprint } from "./certificates.ts";
import { confirmCodePage, messagePage, userCodePage } from "./pages.ts";
import { clientMetadata, type TestUser } from "./registrations.ts";
import { resourceOf, scopesOf, spellings } from "./scopes.ts";

export interface RunningProvider {
	readonly provider: Provider;
	/** Public key of the tokens' signatures. */
	readonly key: JsonWebKey;
}

/** Paths below the tenant, where Entra has them. MSAL makes the second of the device paths out of the token's. */
const routes = {
	authorization: "/oauth2/v2.0/authorize",
	token: "/oauth2/v2.0/token",
	device_authorization: "/oauth2/v2.0/devicecode",
	code_verification: "/oauth2/v2.0/deviceauth",
	end_session: "/oauth2/v2.0/logout",
	jwks: "/discovery/v2.0/keys",
} as const;

export const tokenPath = routes.token;
export const deviceCodePath = routes.device_authorization;
/** Where codes are entered: the long path below the tenant, and what a person is told. */
export const devicePath = routes.code_verification;
export const shortDevicePath = "/device";

/** A real OpenID provider that issues what Entra would issue. How its answers look is told in entraAnswers.ts. */
export function createProvider(issuer: string, state: AuthorityState): RunningProvider {
	const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const key = { ...privateKey.export({ format: "jwk" }), kid: "tokens", alg: "RS256", use: "sig" } as JWK;
	const provider = new Provider(issuer, {
		...configuration(state),
		jwks: { keys: [key] },
		clients: clientMetadata(state.applications),
		adapter: state.store.adapter,
	});
	provider.on("server_error", (_context, error) => {
		state.mistakes.push(error.stack ?? error.message);
	});
	return { provider, key: publicKey.export({ format: "jwk" }) };
}

function configuration(state: AuthorityState): Configuration {
	const policy = interactionPolicy.base();
	policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);
	return {
		routes,
		cookies: { keys: ["for tests only"] },
		scopes: ["openid", "profile", "email", "offline_access"],
		claims: { openid: ["sub", "oid", "tid", "ver"], profile: ["name", "preferred_username"], email: ["email"] },
		conformIdTokenClaims: false,
		enabledJWA: { clientAuthSigningAlgValues: ["RS256", "PS256"] },
		interactions: { policy, url: (_context, { uid }) => `/${state.tenant}/interaction/${uid}` },
		findAccount: (_context, id) => accountOf(state, id),
		extraTokenClaims: (_context, token) => tokenClaims(state, token),
		issueRefreshToken: (_context, client) => client.grantTypeAllowed("refresh_token"),
		rotateRefreshToken: true,
		expiresWithSession: () => false,
		assertJwtClientAuthClaimsAndHeader: (_context, claims, header) => {
			checkAssertion(state, claims, header);
		},
		renderError: (context, out) => {
			context.type = "html";
			context.body = messagePage(out.error_description ?? out.error);
		},
		clientBasedCORS: () => false,
		ttl: {
			AccessToken: () => state.lifetimes.accessToken,
			ClientCredentials: () => state.lifetimes.accessToken,
			RefreshToken: () => state.lifetimes.refreshToken,
			DeviceCode: () => state.lifetimes.deviceCode,
			AuthorizationCode: 60,
			IdToken: 3600,
			Interaction: 3600,
			Session: 86_400,
			Grant: 86_400,
		},
		features: features(state),
	};
}

function features(state: AuthorityState): NonNullable<Configuration["features"]> {
	return {
		devInteractions: { enabled: false },
		clientCredentials: { enabled: true },
		userinfo: { enabled: false },
		rpInitiatedLogout: { enabled: false },
		deviceFlow: {
			enabled: true,
			userCodeInputSource: (context, form, _out, error) => {
				context.body = userCodePage(form, error === undefined ? "" : "That code is not known, or is over.");
			},
			userCodeConfirmSource: (context, form, client, _device, userCode) => {
				context.body = confirmCodePage(form, client.clientId, userCode);
			},
			successSource: (context) => {
				context.body = messagePage("You have signed in.");
			},
		},
		resourceIndicators: {
			enabled: true,
			defaultResource: (context, _client, granted) => chooseResource(state, context, granted),
			useGrantedResource: () => true,
			getResourceServerInfo: (_context, resource) => ({
				scope: scopesOf(resource).join(" "),
				audience: resource,
				accessTokenFormat: "jwt",
				accessTokenTTL: state.lifetimes.accessToken,
				jwt: { sign: { alg: "RS256" } },
			}),
		},
	};
}

/**
 * Entra finds the resource in the scope, and its refresh tokens are good for every resource. So whoever signs in is granted
 * all of them, and a token is then for the one that its request names.
 */
function chooseResource(
	state: AuthorityState,
	{ oidc }: KoaContextWithOIDC,
	granted: readonly string[] | undefined,
): string | string[] {
	const known = spellings(state.resources());
	const wanted = resourceOf(oidc.body?.scope ?? oidc.params?.scope);
	if (wanted === undefined || !known.includes(wanted)) throw new errors.InvalidTarget("unknown resource");
	if (granted !== undefined || oidc.route === "token") return wanted;
	const scopes = ["offline_access", ...String(oidc.params?.scope).split(" "), ...known.flatMap(scopesOf)];
	if (oidc.params !== undefined) oidc.params.scope = Array.from(new Set(scopes)).join(" ");
	return [...known];
}

export function userOf(state: AuthorityState, test: (user: TestUser) => boolean): TestUser | undefined {
	return Object.values<TestUser>({ ...state.users }).find(test);
}

function accountOf(state: AuthorityState, id: string): Account | undefined {
	const user = userOf(state, (one) => one.id === id);
	if (user === undefined) return undefined;
	const { name, userName } = user;
	const claims = { sub: id, oid: id, tid: state.tenant, ver: "2.0", name, preferred_username: userName };
	return { accountId: id, claims: () => claims };
}

function tokenClaims({ tenant }: AuthorityState, token: object): Record<string, unknown> {
	const { accountId, clientId } = token as { readonly accountId?: string; readonly clientId?: string };
	return accountId === undefined
		? { tid: tenant, appid: clientId, idtyp: "app" }
		: { tid: tenant, appid: clientId, idtyp: "user", oid: accountId };
}

/** The certificate must be the registered one by its thumbprint, and the assertion of this time. */
function checkAssertion(
	{ applications, clockAhead }: AuthorityState,
	claims: Readonly<Record<string, unknown>>,
	header: Readonly<Record<string, unknown>>,
): void {
	if (header["x5t#S256"] !== thumbprint(applications.certificate.pair.cert)) {
		throw new errors.InvalidClientAuth("client assertion names another certificate");
	}
	const now = Date.now() / 1000 + clockAhead;
	const { nbf, exp } = claims;
	if (typeof nbf !== "number" || typeof exp !== "number" || now < nbf - 300 || now > exp) {
		throw new errors.InvalidClientAuth("client assertion outside of its time");
	}
}
