/** Who is known to the tenant: users with passwords, and applications. All of it is made up anew for each run. */
import { createPublicKey, randomBytes, randomUUID } from "node:crypto";
import type { ClientMetadata, JWK } from "oidc-provider";
import { createClientKeyPair, type KeyPair, thumbprint } from "./certificates.ts";

export interface TestUser {
	/** Entra object id. */
	readonly id: string;
	readonly name: string;
	/** "ada@contoso.test". */
	readonly userName: string;
	readonly password: string;
	/** What the authority answers when this user has signed in, in place of a code. */
	readonly refusal?: { readonly error: string; readonly code: number; readonly text: string };
}

export interface Users {
	readonly ada: TestUser;
	readonly ben: TestUser;
	/** Of another tenant. */
	readonly stranger: TestUser;
	/** Kept out by a policy. */
	readonly restricted: TestUser;
	/** May not consent to the application. */
	readonly unconsented: TestUser;
}

export interface Applications {
	/** Client id that public tools use, registered here as there. */
	readonly publicClient: { readonly clientId: string };
	/** A public client of the tenant's own. */
	readonly ownClient: { readonly clientId: string };
	readonly secret: { readonly clientId: string; readonly secret: string };
	readonly expiredSecret: { readonly clientId: string; readonly secret: string };
	/** Private key and certificate in one text, as people have them in a file. */
	readonly certificate: { readonly clientId: string; readonly pem: string; readonly pair: KeyPair };
	/** A certificate that nobody has registered. */
	readonly foreignCertificate: { readonly pem: string };
}

/** https://learn.microsoft.com/power-apps/developer/data-platform/xrm-tooling/use-connection-strings-xrm-tooling-connect */
const publicClientId = "51f81489-12ee-4a9e-aaae-a2591f45987d";

export function createUsers(): Users {
	return {
		ada: user("Ada Lind"),
		ben: user("Ben Orlov"),
		stranger: user("Sam Stranger", {
			error: "access_denied",
			code: 50020,
			text: "User account from another identity provider does not exist in the tenant",
		}),
		restricted: user("Rita Restricted", {
			error: "access_denied",
			code: 53003,
			text: "Access has been blocked by Conditional Access policies",
		}),
		unconsented: user("Una Unconsented", {
			error: "access_denied",
			code: 90094,
			text: "An administrator has to consent to the application",
		}),
	};
}

function user(name: string, refusal?: TestUser["refusal"]): TestUser {
	const [first = ""] = name.toLowerCase().split(" ");
	const known = { id: randomUUID(), name, userName: `${first}@contoso.test`, password: secretText(9) };
	return refusal === undefined ? known : { ...known, refusal };
}

export async function createApplications(): Promise<Applications> {
	const [pair, foreign] = await Promise.all([createClientKeyPair("workbench"), createClientKeyPair("foreign")]);
	return {
		publicClient: { clientId: publicClientId },
		ownClient: { clientId: randomUUID() },
		secret: { clientId: randomUUID(), secret: secretText(24) },
		expiredSecret: { clientId: randomUUID(), secret: secretText(24) },
		certificate: { clientId: randomUUID(), pem: `${pair.key}\n${pair.cert}`, pair },
		foreignCertificate: { pem: `${foreign.key}\n${foreign.cert}` },
	};
}

/** The applications as oidc-provider takes them. */
export function clientMetadata(applications: Applications): readonly ClientMetadata[] {
	const { publicClient, ownClient, secret, expiredSecret, certificate } = applications;
	const nobody = { redirect_uris: [], response_types: [], grant_types: ["client_credentials"] };
	return [
		...[publicClient, ownClient].map(({ clientId }) => ({
			client_id: clientId,
			application_type: "native" as const,
			token_endpoint_auth_method: "none" as const,
			redirect_uris: ["http://localhost"],
			response_types: ["code" as const],
			grant_types: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
		})),
		{
			...nobody,
			client_id: secret.clientId,
			client_secret: secret.secret,
			token_endpoint_auth_method: "client_secret_post",
		},
		{
			...nobody,
			client_id: expiredSecret.clientId,
			client_secret: expiredSecret.secret,
			client_secret_expires_at: 1,
			token_endpoint_auth_method: "client_secret_post",
		},
		{
			...nobody,
			client_id: certificate.clientId,
			token_endpoint_auth_method: "private_key_jwt",
			jwks: { keys: [jwkOf(certificate.pair)] },
		},
	];
}

function jwkOf({ cert }: KeyPair): JWK {
	const { n, e } = createPublicKey(cert).export({ format: "jwk" });
	return { kty: "RSA", use: "sig", kid: thumbprint(cert), n, e };
}

/** Words that can be typed and are found again wherever they leak to. */
function secretText(bytes: number): string {
	return `x${randomBytes(bytes).toString("base64url")}`;
}
