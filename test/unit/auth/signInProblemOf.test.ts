import assert from "node:assert/strict";
import { FlowStop, type Seen, signInProblemOf } from "../../../src/auth/signInProblemOf.ts";
import { refusalIn } from "../../../src/auth/serverRefusal.ts";
import type { SignInProblemCode } from "../../../src/core/client/signInProblem.ts";
import { english } from "../../../src/words/message.ts";
import { ownRegistration, signInProblemMessage } from "../../../src/words/signInProblem.ts";

const correlationId = "0ff1ce00-0000-4000-8000-00000000000c";

/** What the identity service answers. */
function refused(error: string, number?: number, more: object = {}, status = 400): Seen {
	const numbers =
		number === undefined ? {} : { error_codes: [number], error_description: `AADSTS${number}: secret-text.` };
	const refusal = refusalIn({ error, correlation_id: correlationId, ...numbers, ...more }, status);
	return { refusal };
}

/** An error of MSAL. */
function thrown(errorCode: string, more: object = {}): Error {
	return Object.assign(new Error("secret-text"), { errorCode, errorMessage: "secret-text", ...more });
}

/** What was seen, and the code; with "?" where a person may solve it. */
const cases: readonly (readonly [string, unknown, Seen, string])[] = [
	["consent", null, refused("invalid_grant", 65001, { suberror: "consent_required" }), "consentMissing?"],
	["consent without a number", null, refused("consent_required"), "consentMissing?"],
	[
		"consent by the detail only",
		null,
		refused("invalid_grant", undefined, { suberror: "consent_required" }),
		"consentMissing?",
	],
	["administrator's consent", null, refused("interaction_required", 90094), "consentMissing?"],
	["an error of a name that every object has", null, refused("constructor"), "unknown"],
	["a code of MSAL of such a name", thrown("toString"), {}, "unknown"],
	["another factor", null, refused("interaction_required", 50076), "conditionalAccess?"],
	["a policy that blocks", null, refused("access_denied", 53003), "conditionalAccess?"],
	["a user of another tenant", null, refused("invalid_grant", 50020), "wrongTenant"],
	["a tenant that is not there", null, refused("invalid_request", 90002), "wrongTenant"],
	["an environment of another tenant", null, refused("invalid_resource", 500011), "wrongTenant"],
	["a wrong secret", null, refused("invalid_client", 7000215, {}, 401), "wrongSecret"],
	["a secret past its end", null, refused("invalid_client", 7000222, {}, 401), "expiredSecret"],
	["a certificate that is not registered", null, refused("invalid_client", 700027, {}, 401), "wrongCertificate"],
	["an assertion out of its time", null, refused("invalid_client", 700024, {}, 401), "clockSkew"],
	["a client that is not known", null, refused("unauthorized_client", 700016), "wrongClient"],
	["a client that is not public", null, refused("invalid_client", 7000218, {}, 401), "wrongClient"],
	["a client refused without a number", null, refused("invalid_client"), "wrongClient"],
	["a secret refused without a number", null, { ...refused("invalid_client"), credential: "secret" }, "wrongSecret"],
	[
		"a certificate refused without a number",
		null,
		{ ...refused("invalid_client"), credential: "certificate" },
		"wrongCertificate",
	],
	["a refresh token past its end", null, refused("invalid_grant", 700082), "signInNeeded?"],
	["a refresh token taken back", null, refused("invalid_grant", 50173), "signInNeeded?"],
	["a grant that is not good", null, refused("invalid_grant"), "signInNeeded?"],
	["a number that nobody knows", null, refused("invalid_grant", 999999), "signInNeeded?"],
	[
		"an application is nobody to ask",
		null,
		{ ...refused("interaction_required", 50076), credential: "secret" },
		"conditionalAccess",
	],
	["a device code past its end", thrown("post_request_failed"), refused("expired_token", 70020), "timedOut"],
	["a device code refused", thrown("post_request_failed"), refused("authorization_declined"), "cancelled"],
	["a service that is busy", null, refused("temporarily_unavailable", 90033, {}, 503), "unavailable"],
	["a broken service", null, refused("who_knows", undefined, {}, 500), "unavailable"],
	["too many requests", null, refused("who_knows", undefined, {}, 429), "unavailable"],
	["an error of no known name", null, refused("who_knows"), "unknown"],
	["a refusal in the browser", thrown("access_denied", { name: "ServerError" }), {}, "cancelled"],
	[
		"a policy's refusal in the browser",
		thrown("access_denied", { errorMessage: "AADSTS53003: x" }),
		{},
		"conditionalAccess?",
	],
	["consent refused in the browser", thrown("access_denied", { errorMessage: "AADSTS65004: x" }), {}, "cancelled"],
	["nothing kept", thrown("no_tokens_found"), {}, "signInNeeded?"],
	["an authority that MSAL does not trust", thrown("untrusted_authority"), {}, "unknownAuthority"],
	["an issuer of another name", thrown("issuer_validation_failed"), {}, "unknownAuthority"],
	["an application without a tenant", thrown("missing_tenant_id_error"), {}, "wrongTenant"],
	["no loopback", thrown("loopback_server_timeout"), {}, "portTaken"],
	["a port that is taken", Object.assign(new Error("listen"), { code: "EADDRINUSE" }), {}, "portTaken"],
	["a network that is not there", thrown("network_error"), { problem: { code: "offline", subject: "x" } }, "offline"],
	["a proxy behind MSAL's own words", thrown("openid_config_error"), { problem: { code: "proxy" } }, "proxy"],
	["what we stopped ourselves", new FlowStop({ code: "browserNotOpened" }), {}, "browserNotOpened"],
	["an error of any kind", new Error("secret-text"), {}, "unknown"],
	["no error at all", undefined, {}, "unknown"],
	["a text", "secret-text", {}, "unknown"],
];

describe("signInProblemOf", () => {
	for (const [name, error, seen, expected] of cases)
		it(name, () => {
			const { problem, needsPerson } = signInProblemOf(error, seen);
			assert.equal(`${problem.code}${needsPerson ? "?" : ""}`, expected);
			assert.ok(!JSON.stringify(problem).includes("secret-text"), "texts of errors and answers stay behind");
		});

	it("tells the service's number and id, for those who look into its logs", () => {
		const { problem } = signInProblemOf(null, refused("invalid_grant", 65001));
		assert.deepEqual(problem, { code: "consentMissing", serviceCode: "AADSTS65001", correlationId });
	});

	it("keeps the claims that the next question must carry, and not in the problem", () => {
		const claims = '{"access_token":{"capolids":{"essential":true}}}';
		const found = signInProblemOf(null, refused("interaction_required", 50076, { claims }));
		assert.equal(found.claims, claims);
		assert.ok(!("claims" in found.problem));
	});

	it("takes nothing of an answer that is no code", () => {
		const { problem } = signInProblemOf(
			null,
			refused("<b>secret-text</b>", undefined, { correlation_id: "secret-text" }),
		);
		assert.deepEqual(problem, { code: "unknown" });
	});
});

describe("signInProblemMessage", () => {
	const codes: Readonly<Record<SignInProblemCode, true>> = {
		cancelled: true,
		signInNeeded: true,
		otherAccount: true,
		consentMissing: true,
		conditionalAccess: true,
		wrongTenant: true,
		wrongSecret: true,
		expiredSecret: true,
		wrongCertificate: true,
		wrongClient: true,
		clockSkew: true,
		browserNotOpened: true,
		portTaken: true,
		timedOut: true,
		offline: true,
		proxy: true,
		untrustedCertificate: true,
		unknownAuthority: true,
		foreignResource: true,
		noEditorAccount: true,
		noChallenge: true,
		unavailable: true,
		unknown: true,
	};

	for (const code of Object.keys(codes) as readonly SignInProblemCode[])
		it(`has a sentence and a next step for ${code}`, () => {
			for (const subject of [undefined, "https://contoso.example"]) {
				const { sentence, next } = signInProblemMessage({ code, ...(subject !== undefined && { subject }) });
				for (const text of [english(sentence), ...(next === undefined ? [] : [english(next)])])
					assert.match(text, /^[A-Z h][^{}]*\.$/, "whole, and nothing left open");
				assert.equal(next === undefined, code === "cancelled");
			}
		});

	it("shows what the service said in brackets", () => {
		const { sentence } = signInProblemMessage({ code: "unknown", serviceCode: "AADSTS1", correlationId });
		assert.ok(english(sentence).endsWith(`(AADSTS1, ${correlationId})`));
	});

	it("says when an own registration is needed and what it takes", () => {
		assert.match(english(ownRegistration.when), /client secrets and certificates/);
		assert.match(english(ownRegistration.how), /http:\/\/localhost/);
	});
});
