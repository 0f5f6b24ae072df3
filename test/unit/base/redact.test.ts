import assert from "node:assert/strict";
import { redact, Redactor } from "../../../src/core/base/redact.ts";
import { fuzz } from "../../support/fuzz.ts";

const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";
const refreshToken = "0.AXoAexampleexampleexampleexampleexample-example_example.AgABAAEAAAD--DLA3VO7Qrdd";
const key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nBAQEFAASCBKcwggSj\n-----END PRIVATE KEY-----";

/** Text, and what is left of it. */
const cases: readonly (readonly [string, string])[] = [
	["Authorization: Bearer abcdefgh", "Authorization: [removed]"],
	['{"authorization":"Bearer abcdefgh","x":1}', '{"authorization":"[removed]","x":1}'],
	["authorization: [Bearer abcdefgh]", "authorization: [removed]"],
	["sent with bearer abcdefghi to it", "sent with bearer [removed] to it"],
	["Cookie: a=b; c=d\r\nAccept: */*", "Cookie: [removed]\r\nAccept: */*"],
	[`a token ${jwt} in it`, "a token [removed] in it"],
	[`cut ${jwt.slice(0, 30)}`, "cut [removed]"],
	[`refreshed by ${refreshToken}.`, "refreshed by [removed]"],
	["?code=0123&state=xyz&session_state=1", "?code=[removed]&state=[removed]&session_state=[removed]"],
	["http://localhost:5000/?code=abc", "http://localhost:5000/?code=[removed]"],
	["grant_type=x&client_secret=a~b.c&scope=y", "grant_type=x&client_secret=[removed]&scope=y"],
	["client_assertion=abc&x=1", "client_assertion=[removed]&x=1"],
	['{"refresh_token":"abc","expires_in":3599}', '{"refresh_token":[removed],"expires_in":3599}'],
	['{"client_secret": "a\\"b c"}', '{"client_secret": [removed]}'],
	['{\\"access_token\\":\\"abc\\",\\"n\\":1}', '{\\"access_token\\":[removed],\\"n\\":1}'],
	["password=hunter2 and more", "password=[removed] and more"],
	["Password: 'two words' here", "Password: [removed] here"],
	["redirect%3Fcode%3Dabc", "redirect%3Fcode%3D[removed]"],
	["device_code=abc&user_code=ABCD-EFGH", "device_code=[removed]&user_code=ABCD-EFGH"],
	[`before ${key} after`, "before [removed] after"],
	[key.slice(0, 40), "[removed]"],
	// What must stay readable.
	[
		'{"error":{"code":"0x80040220","message":"no privilege"}}',
		'{"error":{"code":"0x80040220","message":"no privilege"}}',
	],
	["AADSTS65001: consent is missing", "AADSTS65001: consent is missing"],
	["accounts?$select=statecode&$filter=statecode eq 0", "accounts?$select=statecode&$filter=statecode eq 0"],
	["0.A", "0.A"],
	["version 1.A2 of it", "version 1.A2 of it"],
];

describe("redact", () => {
	for (const [text, expected] of cases)
		it(JSON.stringify(text.slice(0, 60)), () => {
			assert.equal(redact(text), expected);
		});

	it("changes nothing more when it is done again", () => {
		for (const [text] of cases) assert.equal(redact(redact(text)), redact(text));
	});

	it("leaves no part of a secret, whatever stands around it", () => {
		const { runs, pick, below } = fuzz(2000);
		const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
		const word = (length: number): string => Array.from({ length }, () => pick(letters)).join("");
		const before = ["", " ", "\n", '"', "(", "x=1&", "?", "{'", "log: "];
		const after = ["", " ", "\n", '"', ")", "&x=1", "'}", ", more"];
		const shapes: readonly ((secret: string) => string)[] = [
			(secret) => `Bearer ${secret}`,
			(secret) => `eyJ${secret}.eyJ${secret}.${secret}`,
			(secret) => `0.A${secret}`,
			...["access_token", "refresh_token", "client_secret", "password", "id_token", "assertion"].flatMap((name) => [
				(secret: string) => `${name}=${secret}`,
				(secret: string) => `"${name}":"${secret}"`,
				(secret: string) => `${name}: ${secret}`,
			]),
			(secret) => `code=${secret}`,
		];
		for (let run = 0; run < runs; run += 1) {
			const secret = word(24 + below(40));
			const text = `${pick(before)}${pick(shapes)(secret)}${pick(after)}`;
			assert.ok(!redact(text).includes(secret.slice(0, 12)), text);
			assert.ok(!redact(text).includes(secret.slice(-12)), text);
		}
	});

	it("ends in time for a long text of almost secrets", () => {
		for (const part of ["eyJ", "password", '"', "\\", "Bearer ", "token:", "0.A", "-----BEGIN PRIVATE KEY-----"])
			assert.ok(redact(part.repeat(20_000)).length >= 0);
	});
});

describe("Redactor", () => {
	it("takes away what was told to it, however it is written", () => {
		const redactor = new Redactor();
		redactor.remember('p ß"/+&%x');
		for (const text of ['p ß"/+&%x', encodeURIComponent('p ß"/+&%x'), 'p ß\\"/+&%x', "p+%C3%9F%22%2F%2B%26%25x"])
			assert.equal(redactor.redact(`<${text}>`), "<[removed]>");
	});

	it("does what redact does, and leaves short words alone", () => {
		const redactor = new Redactor();
		redactor.remember("abc");
		assert.equal(redactor.redact(`abc ${jwt}`), "abc [removed]");
	});

	it("remembers the newest of very many", () => {
		const redactor = new Redactor();
		for (let number = 0; number < 2000; number += 1) redactor.remember(`secret-${number}-end`);
		assert.equal(redactor.redact("secret-1999-end"), "[removed]");
		assert.equal(redactor.redact("secret-1-end"), "secret-1-end");
	});

	it("takes half a surrogate pair for what it is", () => {
		const redactor = new Redactor();
		redactor.remember("half \uD800 pair");
		assert.equal(redactor.redact("half \uD800 pair"), "[removed]");
	});
});
