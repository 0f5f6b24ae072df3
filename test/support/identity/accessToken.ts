import { createHash, createPublicKey, type JsonWebKey, verify } from "node:crypto";

export interface TokenRules {
	readonly key: JsonWebKey;
	readonly issuer: string;
	/** One of them. */
	readonly audiences: readonly string[];
}

/** Why a service would refuse the token; undefined where it is good. */
export function problemOfToken(token: string, { key, issuer, audiences }: TokenRules): string | undefined {
	const [header = "", payload = "", signature = ""] = token.split(".");
	const claims = read(payload);
	if (claims === undefined || read(header)?.alg !== "RS256") return "no JWT of ours";
	const signed = Buffer.from(`${header}.${payload}`);
	const publicKey = createPublicKey({ key, format: "jwk" });
	if (!verify("sha256", signed, publicKey, Buffer.from(signature, "base64url"))) return "signature";
	if (claims.iss !== issuer) return "issuer";
	if (typeof claims.aud !== "string" || !audiences.includes(claims.aud)) return "audience";
	if (typeof claims.exp !== "number" || claims.exp * 1000 <= Date.now()) return "expired";
	return undefined;
}

/** Names a token where the token itself must not be kept. */
export function hashOf(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

function read(part: string): Readonly<Record<string, unknown>> | undefined {
	try {
		return JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Readonly<Record<string, unknown>>;
	} catch {
		return undefined;
	}
}
