import { createHash, X509Certificate } from "node:crypto";
import { createServer } from "node:net";
import { generate } from "selfsigned";

/** A key with its certificate, PEM. */
export interface KeyPair {
	readonly key: string;
	readonly cert: string;
}

/** All that is made anew for each run; nothing of it is ever committed. */
export interface Certificates {
	/** Certificate of the authority that signs the servers. Its key is forgotten at once. */
	readonly ca: string;
	/** Of all servers of one identity: localhost and 127.0.0.1. */
	readonly server: KeyPair;
}

/** Addresses of this machine that few programs take for it. The second is where the first is not: on macOS. */
const otherAddresses = ["127.0.0.2", "::1"] as const;

const day = 86_400_000;

/** A certificate authority for tests and a server certificate that it has signed. */
export async function createCertificates(): Promise<Certificates> {
	const authority = await generate([{ name: "commonName", value: "Dataverse Workbench test authority" }], {
		...validity(),
		keyType: "ec",
		algorithm: "sha256",
		extensions: [
			{ name: "basicConstraints", cA: true, critical: true },
			{ name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
		],
	});
	const server = await generate([{ name: "commonName", value: "localhost" }], {
		...validity(),
		keyType: "ec",
		algorithm: "sha256",
		ca: { key: authority.private, cert: authority.cert },
		extensions: [
			{ name: "basicConstraints", cA: false },
			{ name: "keyUsage", digitalSignature: true },
			{ name: "extKeyUsage", serverAuth: true },
			{
				name: "subjectAltName",
				altNames: [
					{ type: 2, value: "localhost" },
					...["127.0.0.1", ...otherAddresses].map((ip) => ({ type: 7 as const, ip })),
				],
			},
		],
	});
	return { ca: authority.cert, server: { key: server.private, cert: server.cert } };
}

/**
 * An address of this machine that VS Code does not take for localhost. Pages of localhost it sends through a proxy of its
 * own where it runs in a browser, which the real authority's are not.
 */
export async function addressBesideLocalhost(): Promise<string> {
	for (const address of otherAddresses) if (await canListen(address)) return address;
	throw new Error(`Neither of ${otherAddresses.join(" and ")} is an address of this machine.`);
}

async function canListen(address: string): Promise<boolean> {
	const server = createServer();
	return await new Promise((resolve) => {
		server.once("error", () => {
			resolve(false);
		});
		server.listen(0, address, () => {
			server.close();
			resolve(true);
		});
	});
}

/** The certificate of an application. RSA, because MSAL signs its assertions with PS256. */
export async function createClientKeyPair(name: string): Promise<KeyPair> {
	const { private: key, cert } = await generate([{ name: "commonName", value: name }], {
		...validity(),
		keyType: "rsa",
		keySize: 2048,
		algorithm: "sha256",
	});
	return { key, cert };
}

/** What MSAL writes as `x5t#S256` into the header of an assertion. */
export function thumbprint(cert: string): string {
	return createHash("sha256").update(new X509Certificate(cert).raw).digest("base64url");
}

function validity(): { readonly notBeforeDate: Date; readonly notAfterDate: Date } {
	return { notBeforeDate: new Date(Date.now() - day), notAfterDate: new Date(Date.now() + 7 * day) };
}
