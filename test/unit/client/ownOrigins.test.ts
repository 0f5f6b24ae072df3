import assert from "node:assert/strict";
import fc from "fast-check";
import { OwnOrigins } from "../../../src/core/client/exchange/ownOrigins.ts";
import { apiOrigin, appOrigin } from "../../support/client/clientRig.ts";
import { fuzz } from "../../support/fuzz.ts";

const root = `${appOrigin}/api/data/v9.2/`;

/** What is asked for, and the URL that it means or the origin that is refused. */
const cases: readonly (readonly [string, { readonly url: string } | { readonly refused: string }])[] = [
	["accounts?$top=1", { url: `${root}accounts?$top=1` }],
	["/api/data/v9.1/accounts", { url: `${appOrigin}/api/data/v9.1/accounts` }],
	["accounts(name='a:b')", { url: `${root}accounts(name='a:b')` }],
	["accounts?$filter=name eq '#1'", { url: `${root}accounts?$filter=name%20eq%20%27%231%27` }],
	["accounts?$filter=name eq 'a\nb\\c'", { url: `${root}accounts?$filter=name%20eq%20%27a%0Ab%5Cc%27` }],
	[`${appOrigin}/api/data/v9.2/accounts`, { url: `${root}accounts` }],
	[`${apiOrigin}/api/data/v9.2/accounts?$skiptoken=x`, { url: `${apiOrigin}/api/data/v9.2/accounts?$skiptoken=x` }],
	[`${appOrigin}:443/x`, { url: `${appOrigin}/x` }],
	["HTTPS://CONTOSO.crm4.DYNAMICS.com/x", { url: `${appOrigin}/x` }],
	["https://contoso.crm4.dynamics.com.evil.example/x", { refused: "https://contoso.crm4.dynamics.com.evil.example" }],
	["https://evil.example/?https://contoso.crm4.dynamics.com", { refused: "https://evil.example" }],
	["https://contoso.crm4.dynamics.com@evil.example/", { refused: "https://evil.example" }],
	["https://me@contoso.crm4.dynamics.com/", { refused: appOrigin }],
	["https://me:secret@contoso.crm4.dynamics.com/", { refused: appOrigin }],
	["http://contoso.crm4.dynamics.com/", { refused: "http://contoso.crm4.dynamics.com" }],
	["https://contoso.crm4.dynamics.com:8443/", { refused: "https://contoso.crm4.dynamics.com:8443" }],
	["https://contoso.crm.dynamics.com/", { refused: "https://contoso.crm.dynamics.com" }],
	["//evil.example/x", { refused: "https://evil.example" }],
	["https:////evil.example/x", { refused: "https://evil.example" }],
	["https://contoso.crm4.dynamics.com./x", { refused: "https://contoso.crm4.dynamics.com." }],
	["https://contoso.crm4.dynamics.com%2eevil.example/", { refused: "https://contoso.crm4.dynamics.com.evil.example" }],
	["https://c\u043entoso.crm4.dynamics.com/", { refused: "https://xn--cntoso-wqf.crm4.dynamics.com" }],
	["data:text/html,x", { refused: "data:" }],
	["blob:https://contoso.crm4.dynamics.com/x", { refused: "blob:" }],
	["javascript:alert(1)", { refused: "javascript:" }],
	["https://", { refused: "https://" }],
];

describe("URLs of an environment", () => {
	const own = new OwnOrigins([appOrigin, apiOrigin], "9.2");
	for (const [text, wanted] of cases) {
		it(`${"url" in wanted ? "takes" : "refuses"} ${JSON.stringify(text)}`, () => {
			const found = own.resolve(text);
			assert.deepEqual(found.ok ? { url: found.url.href } : { refused: found.origin }, wanted);
		});
	}

	it("takes a backslash for no slash, which would lead elsewhere", () => {
		const found = own.resolve("\\\\evil.example\\x");
		assert.equal(found.ok && found.url.origin, appOrigin);
	});

	it("refuses a host that is longer than any can be, and goes on", () => {
		const text = `https://${"eyJ".repeat(30_000)}/`;
		assert.deepEqual(own.resolve(text), { ok: false, origin: text.slice(0, 200) });
	});

	it("resolves against the request that is answered", () => {
		const found = own.resolve("accounts?$skiptoken=2", `${apiOrigin}/api/data/v9.0/accounts`);
		assert.equal(found.ok && found.url.href, `${apiOrigin}/api/data/v9.0/accounts?$skiptoken=2`);
	});

	it("speaks without TLS to this machine only", () => {
		const loopback = ["http://127.0.0.1:5000", "http://localhost:5000", "http://[::1]:5000"];
		for (const origin of loopback) assert.ok(new OwnOrigins([origin], "9.2").resolve("accounts").ok, origin);
		for (const origin of [
			"http://contoso.crm4.dynamics.com",
			"http://127.0.0.1.evil.example",
			"ftp://localhost",
			"x",
		]) {
			assert.ok(!new OwnOrigins([origin], "9.2").resolve("accounts").ok, origin);
		}
	});

	it("gives no URL of another origin, whatever is asked for", () => {
		const { seed, runs } = fuzz(500);
		const part = fc.constantFrom(
			"https:",
			"http:",
			"//",
			"/",
			"\\",
			"@",
			":",
			"evil.example",
			"contoso",
			".",
			"?",
			"#",
			"\t",
		);
		const text = fc.array(fc.oneof(part, fc.string())).map((parts) => parts.join(""));
		fc.assert(
			fc.property(text, (asked) => {
				const found = own.resolve(asked);
				if (!found.ok) return;
				assert.ok(found.url.origin === appOrigin || found.url.origin === apiOrigin, found.url.href);
				assert.equal(found.url.username + found.url.password, "");
			}),
			{ seed, numRuns: runs },
		);
	});
});
