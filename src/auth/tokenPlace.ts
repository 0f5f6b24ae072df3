import { parseUrl } from "../core/base/parseUrl.ts";
import type { Clock } from "../core/base/clock.ts";
import type { Outcome } from "../core/base/outcome.ts";
import { attempt } from "../core/client/exchange/attempt.ts";
import type { Fetch } from "../core/client/fetch.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import type { Cloud } from "../core/environment/cloud.ts";
import { cloudOf } from "../core/environment/cloudOf.ts";
import { readEnvironmentUrl } from "../core/environment/readEnvironmentUrl.ts";
import type { SignInTarget } from "./auth.ts";
import { type Challenge, isTenant, parseChallenge } from "./challenge.ts";
import { longestAnswer, networkProblemOf } from "./networkProblem.ts";

/** Who gives a token, and for what. */
export interface TokenPlace {
	/** Origin of the authority, which is one of the trusted ones. */
	readonly authority: string;
	readonly tenant: string;
	/**
	 * "https://contoso.crm4.dynamics.com/.default": what the application has been allowed for that resource.
	 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
	 */
	readonly scope: string;
}

export type PlaceOutcome = Outcome<TokenPlace, SignInProblem>;

/** What a place is found with. */
export interface PlaceParts {
	readonly fetch: Fetch;
	readonly clock: Clock;
	readonly clouds: readonly Cloud[];
}

/**
 * Asks an environment where its users sign in: a request without a token is answered with 401 and the authority. What it
 * says is believed only where it names an authority of the known clouds and itself as the resource.
 */
export async function askEnvironment(
	parts: PlaceParts,
	{ origins, tenant }: Pick<SignInTarget, "origins" | "tenant">,
	signal: AbortSignal,
): Promise<PlaceOutcome> {
	const [environment] = origins;
	if (!environment.startsWith("https://")) return problem({ code: "noChallenge", subject: environment });
	const outcome = await attempt(
		{ url: `${environment}/api/data/v9.2/`, method: "GET", headers: { Accept: "application/json" } },
		{ fetch: parts.fetch, clock: parts.clock, signal, timeout: longestAnswer },
	);
	if (outcome.kind !== "answer") return problem(networkProblemOf(outcome, environment));
	if (outcome.status === 407) return problem({ code: "proxy", subject: environment });
	const header = outcome.status === 401 ? outcome.headers["www-authenticate"] : undefined;
	const challenge = header === undefined ? undefined : parseChallenge(header);
	if (challenge === undefined) return problem({ code: "noChallenge", subject: environment });
	return placeOf(challenge, { origins, tenant }, parts.clouds);
}

/** Checks what the environment said. The tenant that the person gave overrides the environment's. */
export function placeOf(
	challenge: Challenge,
	{ origins, tenant }: { readonly origins: SignInTarget["origins"]; readonly tenant: string | undefined },
	clouds: readonly Cloud[],
): PlaceOutcome {
	const [environment] = origins;
	if (!trustedFor(environment, clouds).includes(challenge.authority))
		return problem({ code: "unknownAuthority", subject: challenge.authority });
	if (challenge.resource !== undefined && !isOwn(challenge.resource, origins, clouds))
		return problem({ code: "foreignResource", subject: originOf(challenge.resource) });
	if (tenant !== undefined && !isTenant(tenant)) return problem({ code: "wrongTenant", subject: tenant });
	return {
		ok: true,
		value: {
			authority: challenge.authority,
			tenant: tenant ?? challenge.tenant,
			scope: `${new URL(environment).origin}/.default`,
		},
	};
}

/** Stands for an environment's id where the tokens are for global discovery. */
export function discoveryId({ id }: Cloud): string {
	return `discovery ${id}`;
}

/** Where tokens for global discovery come from. Undefined where it is not the discovery of a known cloud. */
export function placeOfDiscovery(cloud: Cloud, tenant: string | undefined, clouds: readonly Cloud[]): PlaceOutcome {
	const [authority] = cloud.authorities;
	const known = clouds.some(({ discovery, authorities }) => {
		return discovery === cloud.discovery && authority !== undefined && authorities.includes(authority);
	});
	if (!known || authority === undefined)
		return problem({ code: "unknownAuthority", subject: authority ?? cloud.discovery });
	if (tenant !== undefined && !isTenant(tenant)) return problem({ code: "wrongTenant", subject: tenant });
	return { ok: true, value: { authority, tenant: tenant ?? "organizations", scope: `${cloud.discovery}/.default` } };
}

/** Authorities that may issue tokens for that environment: its own cloud's, or any where its name tells none. */
function trustedFor(environment: string, clouds: readonly Cloud[]): readonly string[] {
	const own = cloudOf(environment, clouds);
	return own === undefined ? clouds.flatMap(({ authorities }) => authorities) : own.authorities;
}

/** App and API of one environment are the same resource, also where only one of them was given. */
function isOwn(resource: string, origins: SignInTarget["origins"], clouds: readonly Cloud[]): boolean {
	const origin = originOf(resource);
	if (origins.some((own) => own === origin)) return true;
	const address = readEnvironmentUrl(resource, clouds);
	return address.ok && address.value.url === origins[0];
}

function originOf(resource: string): string {
	return parseUrl(resource)?.origin ?? "";
}

function problem(value: SignInProblem): PlaceOutcome {
	return { ok: false, problem: value };
}
