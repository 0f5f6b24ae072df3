import { deepEqual, equal, ok } from "node:assert/strict";
import type { DeviceCode, SignInTarget } from "../../../src/auth/auth.ts";
import type { SignInProblemCode } from "../../../src/core/client/signInProblem.ts";
import type { Identity } from "../../support/identity/startIdentity.ts";
import { trustingFetch } from "../../support/identity/trustingFetch.ts";
import { useSignIn, type WindowOptions } from "../../support/identity/signInRig.ts";

interface ProblemCase {
	readonly name: string;
	readonly code: SignInProblemCode;
	readonly target?: (identity: Identity) => Partial<SignInTarget>;
	readonly window?: (identity: Identity) => WindowOptions;
	/** Secret or certificate that was entered. */
	readonly secret?: (identity: Identity) => string;
	readonly before?: (identity: Identity) => void;
	/** True where the authority must not even be asked. */
	readonly asksNobody?: true;
}

const withSecret = ({ applications }: Identity): Partial<SignInTarget> => ({
	method: "clientSecret",
	clientId: applications.secret.clientId,
});
const withCertificate = ({ applications }: Identity): Partial<SignInTarget> => ({
	method: "certificate",
	clientId: applications.certificate.clientId,
});
const certificate = ({ applications }: Identity): string => applications.certificate.pem;

/** Somebody in front of the browser who gives up. */
function givesUp(identity: Identity): WindowOptions {
	return {
		openBrowser: (url) => {
			void identity.person(identity.users.ada).cancel(url);
			return Promise.resolve(true);
		},
	};
}

const ofPeople: readonly ProblemCase[] = [
	{ name: "the person cancels in the browser", code: "cancelled", window: givesUp },
	{
		name: "the person cancels where the code is entered",
		code: "cancelled",
		target: () => ({ method: "deviceCode" }),
		window: (identity) => ({
			showDeviceCode: ({ url, userCode }) => {
				void identity.person(identity.users.ada).refuseCode(url, userCode);
			},
		}),
	},
	{
		name: "the person gives up waiting for the code",
		code: "cancelled",
		target: () => ({ method: "deviceCode" }),
		window: () => ({
			showDeviceCode: (code: DeviceCode) => {
				code.cancel();
			},
		}),
	},
	{
		name: "nobody enters the code in time",
		code: "timedOut",
		target: () => ({ method: "deviceCode" }),
		window: () => ({ showDeviceCode: () => undefined }),
		before: ({ lifetimes }) => (lifetimes.deviceCode = 1),
	},
	{
		name: "the browser does not open",
		code: "browserNotOpened",
		window: () => ({ openBrowser: () => Promise.resolve(false) }),
	},
	{
		name: "the user is of another tenant",
		code: "wrongTenant",
		window: ({ users }) => ({ user: users.stranger }),
	},
	{
		name: "a policy keeps the user out",
		code: "conditionalAccess",
		window: ({ users }) => ({ user: users.restricted }),
	},
	{
		name: "nobody has consented",
		code: "consentMissing",
		window: ({ users }) => ({ user: users.unconsented }),
	},
	{
		name: "a token needs another factor",
		code: "conditionalAccess",
		before: ({ refusals }) =>
			refusals.push({
				error: "invalid_grant",
				code: 50076,
				text: "You must use multi-factor authentication",
				suberror: "basic_action",
				claims: '{"access_token":{"capolids":{"essential":true,"values":["1"]}}}',
			}),
	},
];

const ofApplications: readonly ProblemCase[] = [
	{ name: "the secret is wrong", code: "wrongSecret", target: withSecret, secret: () => "not the secret" },
	{
		name: "the secret has expired",
		code: "expiredSecret",
		target: ({ applications }) => ({ method: "clientSecret", clientId: applications.expiredSecret.clientId }),
		secret: ({ applications }) => applications.expiredSecret.secret,
	},
	{
		name: "nobody knows the application",
		code: "wrongClient",
		target: () => ({ method: "clientSecret", clientId: "00000000-0000-4000-8000-00000000abcd" }),
		secret: () => "whatever it is",
	},
	{
		name: "the certificate is not registered",
		code: "wrongCertificate",
		target: withCertificate,
		secret: ({ applications }) => applications.foreignCertificate.pem,
	},
	{ name: "the certificate is no PEM", code: "wrongCertificate", target: withCertificate, secret: () => "no key" },
	{
		name: "the clocks differ by an hour",
		code: "clockSkew",
		target: withCertificate,
		secret: certificate,
		before: (identity) => {
			identity.setClockAhead(3600);
		},
	},
	{
		name: "the application is not consented to",
		code: "consentMissing",
		target: withSecret,
		secret: ({ applications }) => applications.secret.secret,
		before: ({ refusals }) =>
			refusals.push({ error: "invalid_grant", code: 65001, text: "Nobody consented", suberror: "consent_required" }),
	},
];

const ofPlaces: readonly ProblemCase[] = [
	{
		name: "nobody knows the tenant",
		code: "wrongTenant",
		target: () => ({ tenant: "00000000-0000-4000-8000-00000000dcba" }),
	},
	{
		name: "the environment asks for a token of another origin",
		code: "foreignResource",
		before: ({ front, elsewhere }) => (front.challenge.resource = `${elsewhere.origin}/`),
		asksNobody: true,
	},
	{
		name: "the environment names an unknown authority",
		code: "unknownAuthority",
		before: ({ front, elsewhere, tenant }) =>
			(front.challenge.authority = `${elsewhere.origin}/${tenant}/oauth2/authorize`),
		asksNobody: true,
	},
	{
		name: "the cloud is not trusted",
		code: "unknownAuthority",
		window: () => ({ clouds: [] }),
		asksNobody: true,
	},
	{
		name: "the address is of something else",
		code: "noChallenge",
		target: ({ elsewhere }) => ({ origins: [elsewhere.origin] }),
		asksNobody: true,
	},
	{
		name: "the environment is not behind TLS",
		code: "noChallenge",
		target: ({ environmentUrl }) => ({ origins: [environmentUrl.replace("https:", "http:")] }),
		asksNobody: true,
	},
	{
		name: "nothing listens there",
		code: "offline",
		target: () => ({ origins: ["https://localhost:1"] }),
		asksNobody: true,
	},
	{
		name: "the certificate of the server is not trusted",
		code: "untrustedCertificate",
		window: () => ({ fetch: trustingFetch(undefined) }),
		asksNobody: true,
	},
];

describe("problems of sign-in", () => {
	const rig = useSignIn();

	afterEach("the authority is as before", () => {
		const { identity } = rig();
		const { front, lifetimes, refusals } = identity;
		front.challenge = {};
		lifetimes.deviceCode = 300;
		refusals.length = 0;
		identity.setClockAhead(0);
	});

	for (const one of [...ofPeople, ...ofApplications, ...ofPlaces]) {
		it(`says ${one.code} where ${one.name}`, async () => {
			const { identity } = rig();
			const asked = identity.authorityRequests.length;
			const window = rig().window(one.window?.(identity));
			const target = rig().target(one.target?.(identity));
			const secret = one.secret?.(identity);
			if (secret !== undefined)
				await window.auth.storeSecret(target.environmentId, target.method === "certificate" ? { pem: secret } : secret);
			one.before?.(identity);
			equal(await window.signIn(target), one.code);
			deepEqual(await window.auth.accounts(), []);
			if (one.asksNobody !== undefined) equal(identity.authorityRequests.length, asked);
			deepEqual(
				identity.elsewhere.requests.filter((request) => /Bearer|code=/i.test(request)),
				[],
			);
		});
	}

	it("gives up at once where the person does, in whatever phase", async () => {
		for (const method of ["interactive", "deviceCode"] as const) {
			const stop = new AbortController();
			const window = rig().window({
				openBrowser: () => {
					stop.abort();
					return Promise.resolve(true);
				},
				showDeviceCode: () => {
					stop.abort();
				},
			});
			equal(await window.signIn(rig().target({ method }), stop.signal), "cancelled");
		}
		const stopped = AbortSignal.abort();
		equal(await rig().window().signIn(rig().target(), stopped), "cancelled");
	});

	it("lets the next sign-in through after one that was given up", async () => {
		const { identity } = rig();
		const window = rig().window();
		const other = rig().window({ ...givesUp(identity), secrets: window.secrets });
		equal(await other.signIn(rig().target()), "cancelled");
		equal(await other.signIn(rig().target({ method: "deviceCode" })), identity.users.ada.userName);
		equal(await window.signIn(rig().target()), identity.users.ada.userName);
	});

	it("does not give a token of one environment to another origin", async () => {
		const { identity } = rig();
		const window = rig().window();
		await window.signIn(rig().target());
		const { signal } = new AbortController();
		const outcome = await window.auth.tokens(rig().target()).token({ origin: identity.elsewhere.origin, signal });
		ok(!outcome.ok);
		equal(outcome.problem.code, "foreignResource");
	});
});
