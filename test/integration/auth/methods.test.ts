import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import type { SignInTarget } from "../../../src/auth/auth.ts";
import { discoveryId } from "../../../src/auth/tokenPlace.ts";
import { type SignInRig, useSignIn, type Window } from "../../support/identity/signInRig.ts";

interface MethodCase {
	readonly name: string;
	readonly target: (rig: SignInRig) => Partial<SignInTarget>;
	/** What a person has to enter once. */
	readonly secret?: (rig: SignInRig) => Parameters<Window["auth"]["storeSecret"]>[1];
	/** Who it is. */
	readonly user: (rig: SignInRig) => string;
	readonly prompts: readonly string[];
}

const cases: readonly MethodCase[] = [
	{
		name: "in the browser",
		target: () => ({ method: "interactive" }),
		user: ({ identity }) => identity.users.ada.userName,
		prompts: ["browser"],
	},
	{
		name: "in the browser with an own registration",
		target: ({ identity }) => ({ method: "interactive", clientId: identity.applications.ownClient.clientId }),
		user: ({ identity }) => identity.users.ada.userName,
		prompts: ["browser"],
	},
	{
		name: "in the browser with the tenant's domain given",
		target: ({ identity }) => ({ method: "interactive", tenant: identity.tenantDomain }),
		user: ({ identity }) => identity.users.ada.userName,
		prompts: ["browser"],
	},
	{
		name: "with a device code",
		target: () => ({ method: "deviceCode" }),
		user: ({ identity }) => identity.users.ada.userName,
		prompts: ["code"],
	},
	{
		name: "as an application with a secret",
		target: ({ identity }) => ({ method: "clientSecret", clientId: identity.applications.secret.clientId }),
		secret: ({ identity }) => identity.applications.secret.secret,
		user: ({ identity }) => identity.applications.secret.clientId,
		prompts: [],
	},
	{
		name: "as an application with a certificate",
		target: ({ identity }) => ({ method: "certificate", clientId: identity.applications.certificate.clientId }),
		secret: ({ identity }) => ({ pem: identity.applications.certificate.pem }),
		user: ({ identity }) => identity.applications.certificate.clientId,
		prompts: [],
	},
];

describe("sign-in against a real OpenID provider", () => {
	const rig = useSignIn();

	for (const { name, target: changes, secret, user, prompts } of cases) {
		it(`opens the environment ${name}`, async () => {
			const window = rig().window();
			const target = rig().target(changes(rig()));
			if (secret !== undefined) await window.auth.storeSecret(target.environmentId, secret(rig()));
			equal(await window.signIn(target), user(rig()));
			const token = await window.token(target);
			equal(await rig().whoAmI(token), 200);
			equal(await window.token(target), token, "the token is kept while it is good");
			deepEqual(window.prompts, prompts);
		});
	}

	it("asks at the first request where nobody has signed in before", async () => {
		const window = rig().window();
		equal(await rig().whoAmI(await window.token(rig().target())), 200);
		deepEqual(window.prompts, ["browser"]);
	});

	it("tells the browser that it is done", async () => {
		const window = rig().window();
		await window.signIn(rig().target());
		equal(window.pages.length, 1);
		ok(!/error|failed/i.test(window.pages[0] ?? ""), window.pages[0]);
	});

	it("gives one user's discovery a token of its own, without asking again", async () => {
		const { identity } = rig();
		const window = rig().window();
		await window.signIn(rig().target());
		const target = { method: "interactive" as const, tenant: identity.tenant, mayAsk: () => false };
		const { signal } = new AbortController();
		const request = { origin: identity.cloud.discovery, signal };
		const outcome = await window.auth.discoveryTokens(identity.cloud, target).token(request);
		ok(outcome.ok, outcome.ok ? "" : outcome.problem.code);
		const headers = { authorization: `Bearer ${outcome.value}` };
		const init = { method: "GET", headers, signal, redirect: "manual" as const };
		const answer = await identity.fetch(`${identity.cloud.discovery}/api/discovery/v2.0/Instances`, init);
		equal(answer.status, 200);
		equal(await rig().whoAmI(outcome.value), 401, "it is not good for the environment");
	});

	it("asks anew who discovers, also where somebody is signed in, and that user is discovery's from then on", async () => {
		const { identity } = rig();
		const first = rig().window();
		await first.signIn(rig().target());
		const window = rig().window({ secrets: first.secrets, user: identity.users.ben });
		const target = rig().target({
			environmentId: discoveryId(identity.cloud),
			origins: [identity.cloud.discovery],
			tenant: identity.tenant,
		});
		const { signal } = new AbortController();
		const account = await window.auth.signIn(target, signal);
		ok(account.ok, account.ok ? "" : account.problem.code);
		equal(account.value.name, identity.users.ben.userName);
		deepEqual(window.prompts, ["browser"]);
		const silent = { method: "interactive" as const, account: account.value.id, mayAsk: () => false };
		const request = { origin: identity.cloud.discovery, signal };
		ok((await window.auth.discoveryTokens(identity.cloud, { ...silent, tenant: identity.tenant }).token(request)).ok);
	});

	it("keeps two users of two environments apart", async () => {
		const { identity } = rig();
		const window = rig().window();
		const ada = rig().target({ environmentId: "one", account: identity.users.ada.userName });
		equal(await window.signIn(ada), identity.users.ada.userName);
		const other = rig().window({ secrets: window.secrets, user: identity.users.ben });
		const ben = rig().target({ environmentId: "two" });
		equal(await other.signIn(ben), identity.users.ben.userName);
		const names = (await other.auth.accounts()).map(({ name }) => name).sort();
		deepEqual(names, [identity.users.ada.userName, identity.users.ben.userName]);
		notEqual(await window.token(ada), await other.token({ ...ben, account: identity.users.ben.userName }));
	});
});
