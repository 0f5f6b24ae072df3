import type { Auth, AuthParts } from "./auth.ts";

/** Sign-in over MSAL, which is loaded with the first token that has to be fetched. */
export function createAuth(parts: AuthParts): Auth {
	throw new Error(`not there yet for ${parts.clouds.length} clouds`);
}
