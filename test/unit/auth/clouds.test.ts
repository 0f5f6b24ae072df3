import assert from "node:assert/strict";
import { createAuth } from "../../../src/auth/createAuth.ts";
import type { Fetch } from "../../../src/core/client/fetch.ts";
import { clouds } from "../../../src/core/environment/clouds.ts";
import { MemorySecrets } from "../../support/identity/memorySecrets.ts";

const tenant = "0ff1ce00-0000-4000-8000-000000000001";

/** Each cloud with the host name of an environment in it. */
const hosts: Readonly<Record<string, string>> = {
	commercial: "contoso.crm4.dynamics.com",
	gcc: "contoso.crm9.dynamics.com",
	gccHigh: "contoso.crm.microsoftdynamics.us",
	dod: "contoso.crm.appsplatform.us",
	china: "contoso.crm.dynamics.cn",
};

/** The answers of an environment and its authority, as far as a sign-in by secret meets them. */
function play(authority: string, environment: string) {
	const requests: string[] = [];
	const bodies: string[] = [];
	const answer = (status: number, body: object, challenge?: string): Awaited<ReturnType<Fetch>> => {
		const headers = new Map(challenge === undefined ? [] : [["www-authenticate", challenge]]);
		return {
			status,
			headers: {
				get: (name) => headers.get(name) ?? null,
				forEach: (visit) => {
					headers.forEach(visit);
				},
			},
			text: () => Promise.resolve(JSON.stringify(body)),
		};
	};
	const fetch: Fetch = (url, { method, body = "" }) => {
		requests.push(`${method} ${url.split("?")[0] ?? ""}`);
		bodies.push(body);
		if (url.startsWith(environment)) {
			const uri = `${authority}/${tenant}/oauth2/authorize`;
			return Promise.resolve(answer(401, {}, `Bearer authorization_uri=${uri}, resource_id=${environment}/`));
		}
		const root = `${authority}/${tenant}`;
		if (url.endsWith("openid-configuration"))
			return Promise.resolve(
				answer(200, {
					issuer: `${root}/v2.0`,
					authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
					token_endpoint: `${root}/oauth2/v2.0/token`,
					jwks_uri: `${root}/discovery/v2.0/keys`,
				}),
			);
		return Promise.resolve(answer(200, { token_type: "Bearer", expires_in: 3599, access_token: "the token" }));
	};
	return { fetch, requests, bodies };
}

describe("sign-in in Microsoft's clouds, with the answers that the service is documented to give", () => {
	const all = clouds.flatMap(({ id, authorities }) => authorities.map((authority) => ({ id, authority })));

	for (const { id, authority } of all)
		it(`${id} at ${authority}`, async () => {
			const environment = `https://${hosts[id] ?? ""}`;
			const { fetch, requests, bodies } = play(authority, environment);
			const auth = createAuth({
				fetch,
				clouds,
				secrets: new MemorySecrets(),
				openBrowser: () => assert.fail("no browser"),
				showDeviceCode: () => assert.fail("no code"),
				log: () => undefined,
				clock: { now: () => Date.now(), wait: () => new Promise(() => undefined) },
			});
			await auth.storeSecret("one", "the secret");
			const tokens = auth.tokens({
				environmentId: "one",
				origins: [environment],
				method: "clientSecret",
				clientId: "the client",
				mayAsk: () => false,
			});
			const { signal } = new AbortController();
			assert.deepEqual(await tokens.token({ origin: environment, signal }), { ok: true, value: "the token" });
			const first = `GET ${environment}/api/data/v9.2/`;
			const last = `POST ${authority}/${tenant}/oauth2/v2.0/token`;
			assert.equal(requests[0], first);
			assert.equal(requests.at(-1), last);
			const between = requests.slice(1, -1);
			assert.ok(
				between.every((request) => request.startsWith(`GET ${authority}/${tenant}/`)),
				between.join(),
			);
			const form = new URLSearchParams(bodies.at(-1));
			assert.equal(form.get("scope"), `${environment}/.default`);
			assert.equal(form.get("grant_type"), "client_credentials");
			const told = [...form.keys()].filter((name) => /telemetry|x-client-(os|cpu)/i.test(name));
			assert.deepEqual(told, [], "nothing about this machine or earlier requests");
			auth.dispose();
		});
});
