import assert from "node:assert/strict";
import { type Challenge, isTenant, parseChallenge } from "../../../src/auth/challenge.ts";
import { fuzz } from "../../support/fuzz.ts";

const tenant = "0ff1ce00-0000-4000-8000-000000000001";
const authority = "https://login.microsoftonline.com";
const resource = "https://contoso.crm4.dynamics.com/";
const whole: Challenge = { authority, tenant, resource };
const uri = `${authority}/${tenant}/oauth2/authorize`;

/** Header, and what it says. */
const cases: readonly (readonly [string, Challenge | undefined])[] = [
	// As the service writes it.
	[`Bearer authorization_uri=${uri}, resource_id=${resource}`, whole],
	[`Bearer authorization_uri=${uri},resource_id=${resource}`, whole],
	[`Bearer authorization_uri=${uri} resource_id=${resource}`, whole],
	[`Bearer authorization_uri="${uri}", resource_id="${resource}"`, whole],
	[`bearer AUTHORIZATION_URI = "${uri}" , Resource_Id = ${resource}`, whole],
	[`Bearer error="invalid_token", authorization_uri=${uri}, resource_id=${resource}`, whole],
	[
		`Bearer error_description="The token, which = expired, is", authorization_uri="${uri}", resource_id="${resource}"`,
		whole,
	],
	[`Bearer authorization_uri=${uri}`, { authority, tenant }],
	[`Bearer authorization_uri=${authority}/${tenant}/oauth2/v2.0/authorize, resource_id=${resource}`, whole],
	[`Bearer authorization_uri=${authority}/${tenant}, resource_id=${resource}`, whole],
	[
		`Bearer authorization_uri=${authority}/common/oauth2/authorize, resource_id=${resource}`,
		{ ...whole, tenant: "common" },
	],
	[
		`Bearer authorization_uri=${authority}/contoso.onmicrosoft.com/oauth2/authorize`,
		{ authority, tenant: "contoso.onmicrosoft.com" },
	],
	[`Negotiate, Bearer authorization_uri=${uri}, resource_id=${resource}`, whole],
	[`Bearer authorization_uri=${uri}, resource_id=${resource}, Basic realm="x"`, whole],
	[
		`Bearer authorization_uri=https://localhost:5000/${tenant}/oauth2/authorize`,
		{ authority: "https://localhost:5000", tenant },
	],
	// The first counts, so that nobody adds a second behind it.
	[`Bearer authorization_uri=${uri}, authorization_uri=https://evil.example/x/y`, { authority, tenant }],
	["", undefined],
	["Bearer", undefined],
	["Negotiate", undefined],
	[`Basic authorization_uri=${uri}`, undefined],
	["Bearer authorization_uri=", undefined],
	["Bearer authorization_uri=nonsense", undefined],
	[`Bearer authorization_uri=http://login.microsoftonline.com/${tenant}/oauth2/authorize`, undefined],
	[`Bearer authorization_uri=https://user:word@login.microsoftonline.com/${tenant}/oauth2/authorize`, undefined],
	[`Bearer authorization_uri=${authority}`, undefined],
	[`Bearer authorization_uri=${authority}/`, undefined],
	[`Bearer authorization_uri=${authority}/a%2Fb/oauth2/authorize`, undefined],
	[`Bearer authorization_uri="${uri}`, undefined],
];

describe("parseChallenge", () => {
	for (const [header, expected] of cases)
		it(header === "" ? "nothing" : header, () => {
			assert.deepEqual(parseChallenge(header), expected);
		});

	it("reads back whatever is written in one of the forms", () => {
		const { runs, pick, below } = fuzz(500);
		for (let run = 0; run < runs; run += 1) {
			const quote = pick(["", '"']);
			const comma = pick([", ", ",", " , ", " "]);
			const equals = pick(["=", " = ", "= "]);
			const host = `login${below(100)}.example`;
			const parts = [
				`authorization_uri${equals}${quote}https://${host}/${tenant}${pick(["", "/oauth2/authorize"])}${quote}`,
				`resource_id${equals}${quote}${resource}${quote}`,
				`x${below(10)}=${below(10)}`,
			].sort(() => pick([-1, 1]));
			const header = `${pick(["Bearer", "bearer", "BEARER"])} ${parts.join(comma)}`;
			assert.deepEqual(parseChallenge(header), { authority: `https://${host}`, tenant, resource }, header);
		}
	});

	it("never throws, and names no authority that is not in the text", () => {
		const { runs, pick, below } = fuzz(3000);
		const pieces = [
			"Bearer",
			" ",
			",",
			"=",
			'"',
			"\\",
			"authorization_uri",
			"resource_id",
			uri,
			resource,
			"https://",
			"/",
			"\u0000",
			"é",
			"%",
			"\uD800",
		];
		for (let run = 0; run < runs; run += 1) {
			const header = Array.from({ length: below(14) }, () => pick(pieces)).join("");
			const found = parseChallenge(header);
			if (found !== undefined) assert.ok(header.includes(authority) && isTenant(found.tenant), header);
		}
	});

	it("takes no long time for a long header", () => {
		for (const part of ["Bearer ", 'a="', 'a="b", ', "a=b,", " = ", '"\\'])
			assert.equal(parseChallenge(`Bearer ${part.repeat(20_000)}`), undefined);
	});
});

describe("isTenant", () => {
	for (const text of [tenant, "contoso.onmicrosoft.com", "organizations", "a"])
		it(`takes ${text}`, () => {
			assert.ok(isTenant(text));
		});
	for (const text of ["", "a/b", "../x", "a..b", "-a", "a b", "a?b", "a#b", "é", ".", "a".repeat(300)])
		it(`refuses ${JSON.stringify(text.slice(0, 20))}`, () => {
			assert.ok(!isTenant(text));
		});
});
