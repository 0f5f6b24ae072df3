import type { PemProblem } from "../../words/signInPrompts.ts";

/** What is wrong with the text of one or more PEM files as the certificate of an application (RFC 7468 labels). */
export function pemProblem(text: string): PemProblem | undefined {
	if (!/-----BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----/.test(text)) return "noKey";
	return text.includes("-----BEGIN CERTIFICATE-----") ? undefined : "noCertificate";
}

/** Encrypted as PKCS #8 tells by its label, and as the older form tells by a header. */
export function needsPassphrase(pem: string): boolean {
	return /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED\r?$/m.test(pem);
}
