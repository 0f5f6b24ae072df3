import assert from "node:assert/strict";
import { landingPages } from "../../../src/auth/landingPage.ts";
import { MsalNetwork, withoutTelemetry } from "../../../src/auth/msalNetwork.ts";
import type { Fetch } from "../../../src/core/client/fetch.ts";

const authority = "https://login.example";
const clock = { now: () => 0, wait: () => new Promise<void>(() => undefined) };

/** A network over one answer, or one failure. */
function networkOver(answer: { status: number; text: string } | Error) {
	const requests: { url: string; method: string; body: string | undefined; redirect: string }[] = [];
	const fetch: Fetch = (url, { method, body, redirect }) => {
		requests.push({ url, method, body, redirect });
		if (answer instanceof Error) return Promise.reject(answer);
		return Promise.resolve({
			status: answer.status,
			headers: {
				get: () => null,
				forEach: (visit) => {
					visit("application/json", "Content-Type");
				},
			},
			text: () => Promise.resolve(answer.text),
		});
	};
	const { signal } = new AbortController();
	return { network: new MsalNetwork({ fetch, clock, signal }, [authority]), requests };
}

function failure(code: string): Error {
	return new TypeError("fetch failed", { cause: Object.assign(new Error("secret-text"), { code }) });
}

/** What comes back, and the code of the problem that is kept for the words. */
const failures: readonly (readonly [string, { status: number; text: string } | Error, string])[] = [
	["a page of a hotel", { status: 200, text: "<html>Welcome" }, "proxy"],
	["a proxy that wants a password", { status: 407, text: "<html>" }, "proxy"],
	["a network that wants a sign-in", { status: 511, text: "" }, "proxy"],
	["a redirect", { status: 302, text: "" }, "proxy"],
	["a broken gateway", { status: 502, text: "<html>Bad gateway" }, "unavailable"],
	["too many requests", { status: 429, text: "" }, "unavailable"],
	["JSON that is no object", { status: 200, text: '"text"' }, "proxy"],
	["a name that is not found", failure("ENOTFOUND"), "offline"],
	["nobody who listens", failure("ECONNREFUSED"), "offline"],
	["a certificate that is not trusted", failure("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), "untrustedCertificate"],
	["a proxy that cannot be spoken to", failure("UND_ERR_PRX_TLS"), "proxy"],
];

describe("MsalNetwork", () => {
	for (const [name, answer, expected] of failures)
		it(`says ${expected} for ${name}`, async () => {
			const { network } = networkOver(answer);
			await assert.rejects(network.sendPostRequestAsync(`${authority}/token`, { body: "a=b" }));
			assert.equal(network.problem?.code, expected);
			assert.ok(!JSON.stringify(network.problem).includes("secret-text"));
		});

	it("asks no address but the authorities that are trusted", async () => {
		for (const url of ["https://evil.example/token", "http://login.example/token", `${authority}:444/token`]) {
			const { network, requests } = networkOver({ status: 200, text: "{}" });
			await assert.rejects(network.sendPostRequestAsync(url));
			assert.equal(network.problem?.code, "unknownAuthority");
			assert.deepEqual(requests, []);
		}
	});

	it("gives MSAL the answer, keeps what it refused, and follows no redirect", async () => {
		const body = { error: "invalid_grant", error_codes: [50076], suberror: "basic_action", claims: "{}" };
		const { network, requests } = networkOver({ status: 400, text: JSON.stringify(body) });
		const answer = await network.sendPostRequestAsync<typeof body>(`${authority}/token`, { body: "a=b" });
		assert.deepEqual(answer, { status: 400, headers: { "content-type": "application/json" }, body });
		assert.deepEqual(network.refusal, {
			error: "invalid_grant",
			number: 50076,
			subError: "basic_action",
			claims: "{}",
			status: 400,
		});
		assert.deepEqual(requests, [{ url: `${authority}/token`, method: "POST", body: "a=b", redirect: "manual" }]);
	});

	it("forgets what was wrong before", async () => {
		const { network } = networkOver({ status: 200, text: "{}" });
		await assert.rejects(network.sendGetRequestAsync("https://evil.example/"));
		await network.sendGetRequestAsync(`${authority}/`);
		assert.deepEqual([network.problem, network.refusal], [undefined, undefined]);
	});
});

describe("withoutTelemetry", () => {
	it("keeps what a sign-in needs and nothing about this machine", () => {
		const form = "x-client-OS=linux&client_id=1&x-client-current-telemetry=5|1&scope=a%26b&x-client-CPU=x64";
		assert.equal(withoutTelemetry(form), "client_id=1&scope=a%26b");
		assert.equal(withoutTelemetry(""), "");
	});
});

describe("landingPages", () => {
	for (const [name, page] of Object.entries(landingPages()))
		it(`has a page for ${name} that loads nothing and runs nothing`, () => {
			assert.match(page, /^<!doctype html>/, "no header says what it is, so the first words must");
			assert.match(page, /default-src 'none'/);
			assert.doesNotMatch(page, /https?:|\/\/|<script|<img|<link|url\(|\bon\w+=/i);
			assert.match(page, /close this tab/);
		});
});
