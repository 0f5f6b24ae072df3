import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import type { Clock } from "../core/base/clock.ts";
import type { Outcome } from "../core/base/outcome.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import type { ClientCertificate } from "./auth.ts";

/** A certificate in the form that MSAL takes. */
export interface UsableCertificate {
	readonly thumbprintSha256: string;
	/** PKCS #8 without a passphrase. */
	readonly privateKey: string;
	/** The certificate, for registrations that trust it by subject and issuer. */
	readonly x5c: string;
}

/**
 * Takes key and certificate out of a PEM text, in whatever order they stand, with whatever else is in it: of several
 * certificates the one that the key fits. The identity service takes RSA keys only.
 */
export function readClientCertificate(
	{ pem, passphrase }: ClientCertificate,
	clock: Clock,
): Outcome<UsableCertificate, SignInProblem> {
	const wrong = { ok: false, problem: { code: "wrongCertificate" } } as const;
	const key = privateKeyIn(pem, passphrase);
	if (key?.asymmetricKeyType !== "rsa") return wrong;
	const certificate = certificatesIn(pem).find((each) => each.checkPrivateKey(key));
	if (certificate === undefined) return wrong;
	if (Date.parse(certificate.validTo) < clock.now()) return { ok: false, problem: { code: "expiredSecret" } };
	return {
		ok: true,
		value: {
			thumbprintSha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
			privateKey: key.export({ type: "pkcs8", format: "pem" }).toString(),
			x5c: certificate.toString(),
		},
	};
}

function privateKeyIn(pem: string, passphrase: string | undefined): KeyObject | undefined {
	const [block] = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]+?-----END \1-----/.exec(pem) ?? [];
	if (block === undefined) return undefined;
	try {
		return createPrivateKey({ key: block, format: "pem", ...(passphrase !== undefined && { passphrase }) });
	} catch {
		return undefined;
	}
}

function certificatesIn(pem: string): readonly X509Certificate[] {
	const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
	return blocks.flatMap((block) => {
		try {
			return [new X509Certificate(block)];
		} catch {
			return [];
		}
	});
}
