import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Fetch } from "../../../src/core/client/fetch.ts";
import type { Cloud } from "../../../src/core/environment/cloud.ts";
import { runSandbox } from "../sandbox/runningSandbox.ts";
import { scratchFolder } from "../scratchFolder.ts";
import { startAuthority } from "./authority.ts";
import type { AuthorityState, Lifetimes } from "./authorityState.ts";
import { addressBesideLocalhost, createCertificates } from "./certificates.ts";
import { type Elsewhere, startElsewhere } from "./elsewhere.ts";
import type { EntraError } from "./entraErrors.ts";
import { type Front, startFront } from "./front.ts";
import { Person } from "./person.ts";
import { ProviderStore } from "./providerStore.ts";
import { type Applications, createApplications, createUsers, type TestUser, type Users } from "./registrations.ts";
import { trustingFetch } from "./trustingFetch.ts";

export interface IdentityOptions {
	/** Seconds; an hour, a day and five minutes when absent. */
	readonly lifetimes?: Partial<Lifetimes>;
	/** Seconds between two questions for a device code's token; a twentieth when absent. The real service says 5. */
	readonly pollInterval?: number;
	/** Puts the authority beside localhost, for a VS Code that runs in a browser: see addressBesideLocalhost. */
	readonly besideLocalhost?: boolean;
	/** Sample rows of the sandbox behind it; only those that every sandbox has when absent. */
	readonly rows?: number;
}

/** A real OpenID provider in Entra's clothes, an environment that trusts it, and who is known there. */
export interface Identity {
	/** All of it as one of the clouds. */
	readonly cloud: Cloud;
	readonly environmentUrl: string;
	readonly apiUrl: string;
	readonly tenant: string;
	readonly tenantDomain: string;
	/** "https://localhost:50000/<tenant>". */
	readonly authority: string;
	readonly applications: Applications;
	readonly users: Users;
	/** The certificate that has to be trusted, PEM, and a file that holds it, for NODE_EXTRA_CA_CERTS. */
	readonly ca: string;
	readonly caFile: string;
	/** File of the application's private key and certificate, as a person chooses it. */
	readonly certificateFile: string;
	/** Trusts that certificate and no other. */
	readonly fetch: Fetch;
	readonly front: Front;
	readonly elsewhere: Elsewhere;
	readonly lifetimes: Lifetimes;
	/** Answers that the next token requests get. */
	readonly refusals: EntraError[];
	/** Grant types of the token requests so far. */
	readonly grants: readonly string[];
	/** Paths that the authority was asked for so far. */
	readonly authorityRequests: readonly string[];
	/** What went wrong in the provider itself; a test checks that it is empty. */
	readonly mistakes: readonly string[];
	/** A browser with that user in front of it. */
	person(user: TestUser): Person;
	revokeRefreshTokens(): void;
	expireRefreshTokens(): void;
	/** Refuses from now on the access tokens that the environment has seen. */
	expireSeenTokens(): void;
	/** Sets the clock by which the authority looks at assertions ahead of ours, seconds. */
	setClockAhead(seconds: number): void;
	/** Everything that must never show up anywhere: tokens, codes, secrets, passwords, keys. */
	secrets(): readonly string[];
	close(): Promise<void>;
}

/** Starts all of it on loopback with certificates made for this run. Close it after the tests. */
export async function startIdentity(options: IdentityOptions = {}): Promise<Identity> {
	const [certificates, applications, scratch] = await Promise.all([
		createCertificates(),
		createApplications(),
		scratchFolder("identity"),
	]);
	const caFile = join(scratch.path, "ca.pem");
	writeFileSync(caFile, certificates.ca);
	const certificateFile = join(scratch.path, "application.pem");
	writeFileSync(certificateFile, applications.certificate.pem, { mode: 0o600 });
	const sandbox = await runSandbox(options.rows === undefined ? {} : { rows: options.rows });
	const state = stateOf(options, applications, () => [front.origin, front.discoveryOrigin]);
	const address = options.besideLocalhost === true ? await addressBesideLocalhost() : undefined;
	const authority = await startAuthority(certificates.server, state, address);
	const front = await startFront({
		certificate: certificates.server,
		sandbox,
		tenant: state.tenant,
		authorizationUri: () => `${authority.origin}/${state.tenant}/oauth2/authorize`,
		rules: () => authority,
	});
	const elsewhere = await startElsewhere(certificates.server);
	const fetch = trustingFetch(certificates.ca);
	return {
		cloud: {
			id: "loopback",
			discovery: front.discoveryOrigin,
			authorities: [authority.origin],
			environmentSuffixes: ["localhost"],
		},
		environmentUrl: front.origin,
		apiUrl: front.apiOrigin,
		tenant: state.tenant,
		tenantDomain: state.tenantDomain,
		authority: `${authority.origin}/${state.tenant}`,
		applications,
		users: state.users,
		ca: certificates.ca,
		caFile,
		certificateFile,
		fetch,
		front,
		elsewhere,
		lifetimes: state.lifetimes,
		refusals: state.refusals,
		grants: state.grants,
		authorityRequests: authority.requests,
		mistakes: state.mistakes,
		person: (user) => new Person(fetch, user),
		revokeRefreshTokens: () => {
			state.store.revokeRefreshTokens();
		},
		expireRefreshTokens: () => {
			state.store.expireRefreshTokens();
		},
		expireSeenTokens: () => {
			for (const { token } of front.seen) if (token !== undefined) front.refused.add(token);
		},
		setClockAhead: (seconds) => {
			state.clockAhead = seconds;
		},
		secrets: () => secretsOf(state, certificates.server.key),
		close: async () => {
			await Promise.all([authority.close(), front.close(), elsewhere.close()]);
			await sandbox.close();
			scratch.remove();
		},
	};
}

function stateOf(
	{ lifetimes, pollInterval = 0.05 }: IdentityOptions,
	applications: Applications,
	resources: () => readonly string[],
): AuthorityState {
	return {
		tenant: randomUUID(),
		tenantDomain: "contoso.test",
		users: createUsers(),
		applications,
		lifetimes: { accessToken: 3600, refreshToken: 86_400, deviceCode: 300, ...lifetimes },
		pollInterval,
		resources,
		store: new ProviderStore(),
		refusals: [],
		clockAhead: 0,
		issued: new Set(),
		mistakes: [],
		grants: [],
	};
}

function secretsOf({ issued, users, applications }: AuthorityState, serverKey: string): readonly string[] {
	const { secret, expiredSecret, certificate, foreignCertificate } = applications;
	return [
		...issued,
		...Object.values<TestUser>({ ...users }).map(({ password }) => password),
		secret.secret,
		expiredSecret.secret,
		...[certificate.pem, foreignCertificate.pem, serverKey].flatMap(keyLines),
	];
}

/** Lines of a private key: each is secret by itself, and a key that is printed with other line ends is found too. */
function keyLines(pem: string): readonly string[] {
	const [, key = ""] = /PRIVATE KEY-----([\s\S]*?)-----END/.exec(pem) ?? [];
	return key.split(/\s+/).filter((line) => line.length > 40);
}
