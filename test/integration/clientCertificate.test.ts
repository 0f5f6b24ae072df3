import assert from "node:assert/strict";
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { readClientCertificate } from "../../src/auth/clientCertificate.ts";
import { createClientKeyPair, type KeyPair, thumbprint } from "../support/identity/certificates.ts";

/** A clock that stands still, that many days from now. */
function clockAfter(days: number) {
	return { now: () => Date.now() + days * 86_400_000, wait: () => Promise.resolve() };
}

describe("readClientCertificate", () => {
	let own: KeyPair;
	let other: KeyPair;

	before(async () => {
		[own, other] = await Promise.all([createClientKeyPair("own"), createClientKeyPair("other")]);
	});

	/** The thumbprint in base64url, as it goes to the service, or the problem's code. */
	function read(pem: string, passphrase?: string, days = 0): string {
		const found = readClientCertificate({ pem, ...(passphrase !== undefined && { passphrase }) }, clockAfter(days));
		if (!found.ok) return found.problem.code;
		const { thumbprintSha256, privateKey, x5c } = found.value;
		assert.match(thumbprintSha256, /^[0-9a-f]{64}$/);
		assert.match(privateKey, /^-----BEGIN PRIVATE KEY-----/, "MSAL gets it without a passphrase");
		assert.match(x5c, /^-----BEGIN CERTIFICATE-----/);
		return Buffer.from(thumbprintSha256, "hex").toString("base64url");
	}

	function locked(type: "pkcs8" | "pkcs1"): string {
		const key = createPrivateKey(own.key);
		return key.export({ type, format: "pem", cipher: "aes-256-cbc", passphrase: "word" }).toString();
	}

	it("takes key and certificate in any order, with whatever else is in the file", () => {
		const expected = thumbprint(own.cert);
		for (const pem of [
			`${own.key}\n${own.cert}`,
			`${own.cert}\n${own.key}`,
			`Bag Attributes\r\n    friendlyName: own\r\n${`${own.key}\n${own.cert}`.replaceAll("\n", "\r\n")}`,
			`${other.cert}\n${own.cert}\n${own.key}`,
			`${own.key}\n${own.cert}\n${other.cert}\n`,
			createPrivateKey(own.key).export({ type: "pkcs1", format: "pem" }).toString() + own.cert,
		])
			assert.equal(read(pem), expected, pem.slice(0, 40));
	});

	it("opens a key with its passphrase, and only with it", () => {
		for (const type of ["pkcs8", "pkcs1"] as const) {
			const pem = `${locked(type)}\n${own.cert}`;
			assert.equal(read(pem, "word"), thumbprint(own.cert), type);
			assert.equal(read(pem, "another"), "wrongCertificate", type);
			assert.equal(read(pem), "wrongCertificate", type);
		}
	});

	it("refuses what cannot work, before anything is sent", () => {
		const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
		const ecKey = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
		for (const pem of ["", "nonsense", own.key, own.cert, `${own.key}\n${other.cert}`, `${ecKey}\n${own.cert}`])
			assert.equal(read(pem), "wrongCertificate", pem.slice(0, 40));
		assert.equal(read(`${own.key.replace(/[A-Za-z]{20}/, "?")}\n${own.cert}`), "wrongCertificate");
	});

	it("says that a certificate has expired", () => {
		assert.equal(read(`${own.key}\n${own.cert}`, undefined, 30), "expiredSecret");
	});
});
