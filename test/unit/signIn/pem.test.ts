import { equal } from "node:assert/strict";
import { needsPassphrase, pemProblem } from "../../../src/features/signIn/pem.ts";

const block = (label: string, head = "") => `-----BEGIN ${label}-----\n${head}MIIB\n-----END ${label}-----\n`;
const certificate = block("CERTIFICATE");

const files: readonly (readonly [string, string, problem: string | undefined, passphrase: boolean])[] = [
	["key and certificate", block("PRIVATE KEY") + certificate, undefined, false],
	["an RSA key", block("RSA PRIVATE KEY") + certificate, undefined, false],
	["an EC key after the certificate", certificate + block("EC PRIVATE KEY"), undefined, false],
	["an encrypted key", block("ENCRYPTED PRIVATE KEY") + certificate, undefined, true],
	[
		"an encrypted key of the old form",
		block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\r\nDEK-Info: AES-256-CBC,00\r\n\r\n") + certificate,
		undefined,
		true,
	],
	["a certificate alone", certificate, "noKey", false],
	["a key alone", block("PRIVATE KEY"), "noCertificate", false],
	["a public key", block("PUBLIC KEY") + certificate, "noKey", false],
	["nothing", "", "noKey", false],
	["binary", "\u0000\u0001\u0002", "noKey", false],
];

describe("The certificate of an application", () => {
	for (const [name, text, problem, passphrase] of files) {
		it(`from ${name}`, () => {
			equal(pemProblem(text), problem);
			equal(needsPassphrase(text), passphrase);
		});
	}
});
