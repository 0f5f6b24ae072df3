import assert from "node:assert/strict";
import type { Fetch } from "../../../src/core/client/fetch.ts";
import { clouds } from "../../../src/core/environment/clouds.ts";
import { askEnvironment, placeOfDiscovery } from "../../../src/auth/tokenPlace.ts";

const tenant = "0ff1ce00-0000-4000-8000-000000000001";
const commercial = "https://login.microsoftonline.com";
const government = "https://login.microsoftonline.us";
const app = "https://contoso.crm4.dynamics.com";
const api = "https://contoso.api.crm4.dynamics.com";
const never = new AbortController().signal;
const clock = { now: () => 0, wait: () => new Promise<void>(() => undefined) };

interface Asked {
	readonly authority?: string;
	readonly resource?: string;
	readonly status?: number;
	readonly header?: string | null;
	readonly origins?: readonly [string, string?];
	readonly tenant?: string;
	readonly fails?: Error;
}

/** The place as "authority/tenant scope", or the problem as "code subject". */
async function ask(asked: Asked): Promise<string> {
	const { authority = commercial, resource = `${app}/`, status = 401, origins = [app] } = asked;
	const header =
		asked.header === undefined
			? `Bearer authorization_uri=${authority}/${tenant}/oauth2/authorize, resource_id=${resource}`
			: asked.header;
	const requests: string[] = [];
	const fetch: Fetch = (url, { method, headers, redirect }) => {
		requests.push(`${method} ${url} ${redirect} ${Object.keys(headers).join()}`);
		if (asked.fails !== undefined) return Promise.reject(asked.fails);
		const all = new Map(header === null ? [] : [["www-authenticate", header]]);
		return Promise.resolve({
			status,
			headers: {
				get: (name) => all.get(name) ?? null,
				forEach: (visit) => {
					all.forEach(visit);
				},
			},
			text: () => Promise.resolve(""),
		});
	};
	const target = { origins, ...(asked.tenant !== undefined && { tenant: asked.tenant }) };
	const found = await askEnvironment({ fetch, clock, clouds }, target, never);
	for (const request of requests) assert.equal(request, `GET ${origins[0]}/api/data/v9.2/ manual Accept`);
	if (!found.ok) return [found.problem.code, found.problem.subject].join(" ");
	return `${found.value.authority}/${found.value.tenant} ${found.value.scope}`;
}

const failure = (code: string): Error =>
	new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });

const cases: Readonly<Record<string, readonly [Asked, string]>> = {
	"the service's own answer": [{}, `${commercial}/${tenant} ${app}/.default`],
	"a tenant that the person gave": [{ tenant: "fabrikam.com" }, `${commercial}/fabrikam.com ${app}/.default`],
	"a tenant that is none": [{ tenant: "a/../b" }, "wrongTenant a/../b"],
	"the API as the resource": [{ resource: `${api}/`, origins: [app, api] }, `${commercial}/${tenant} ${app}/.default`],
	"the API as the resource, not known before": [{ resource: `${api}/` }, `${commercial}/${tenant} ${app}/.default`],
	"no resource": [
		{ header: `Bearer authorization_uri=${commercial}/${tenant}/oauth2/authorize` },
		`${commercial}/${tenant} ${app}/.default`,
	],
	"another environment as the resource": [
		{ resource: "https://fabrikam.crm4.dynamics.com/" },
		"foreignResource https://fabrikam.crm4.dynamics.com",
	],
	"another service as the resource": [
		{ resource: "https://graph.microsoft.com/" },
		"foreignResource https://graph.microsoft.com",
	],
	"another port as the resource": [{ resource: `${app}:444/` }, `foreignResource ${app}:444`],
	"a resource that is no URL": [{ resource: "00000007-0000-0000-c000-000000000000" }, "foreignResource "],
	"an authority that nobody knows": [
		{ authority: "https://login.evil.example" },
		"unknownAuthority https://login.evil.example",
	],
	"an authority that begins like one": [
		{ authority: `${commercial}.evil.example` },
		`unknownAuthority ${commercial}.evil.example`,
	],
	"an authority on another port": [{ authority: `${commercial}:8443` }, `unknownAuthority ${commercial}:8443`],
	"the authority of another cloud": [{ authority: government }, `unknownAuthority ${government}`],
	"a government environment": [
		{
			authority: government,
			resource: "https://a.crm.microsoftdynamics.us/",
			origins: ["https://a.crm.microsoftdynamics.us"],
		},
		`${government}/${tenant} https://a.crm.microsoftdynamics.us/.default`,
	],
	"no header": [{ header: null }, `noChallenge ${app}`],
	"another scheme": [{ header: "Negotiate" }, `noChallenge ${app}`],
	"an answer that needs no sign-in": [{ status: 200 }, `noChallenge ${app}`],
	"a redirect": [{ status: 302 }, `noChallenge ${app}`],
	"a proxy that wants a password": [{ status: 407 }, `proxy ${app}`],
	"an address without TLS": [
		{ origins: ["http://contoso.crm4.dynamics.com"] },
		"noChallenge http://contoso.crm4.dynamics.com",
	],
	"a name that is not found": [{ fails: failure("ENOTFOUND") }, `offline ${app}`],
	"a certificate that is not trusted": [{ fails: failure("SELF_SIGNED_CERT_IN_CHAIN") }, `untrustedCertificate ${app}`],
	"a proxy that refuses": [
		{ fails: new TypeError("fetch failed", { cause: new Error("Proxy response (407) !== 200 when HTTP Tunneling") }) },
		`proxy ${app}`,
	],
};

describe("askEnvironment", () => {
	for (const [name, [asked, expected]] of Object.entries(cases))
		it(name, async () => {
			assert.equal(await ask(asked), expected);
		});

	it("gives up when it is told to", async () => {
		const abort = new AbortController();
		const fetch: Fetch = () => new Promise(() => undefined);
		const found = askEnvironment({ fetch, clock, clouds }, { origins: [app] }, abort.signal);
		abort.abort();
		assert.deepEqual(await found, { ok: false, problem: { code: "cancelled" } });
	});
});

describe("placeOfDiscovery", () => {
	const [cloud] = clouds;
	assert.ok(cloud !== undefined);

	it("asks for the discovery service's own scope", () => {
		assert.deepEqual(placeOfDiscovery(cloud, undefined, clouds), {
			ok: true,
			value: { authority: commercial, tenant: "organizations", scope: `${cloud.discovery}/.default` },
		});
	});

	for (const [name, changed] of Object.entries({
		"a discovery service that nobody knows": { ...cloud, discovery: "https://globaldisco.evil.example" },
		"an authority that nobody knows": { ...cloud, authorities: ["https://login.evil.example"] },
		"no authority": { ...cloud, authorities: [] },
	}))
		it(`refuses ${name}`, () => {
			const found = placeOfDiscovery(changed, undefined, clouds);
			assert.equal(found.ok ? "" : found.problem.code, "unknownAuthority");
		});
});
