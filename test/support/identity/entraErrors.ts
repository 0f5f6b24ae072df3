/**
 * Microsoft Entra's error codes for what oidc-provider finds wrong.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export interface EntraError {
	readonly error: string;
	/** The number behind "AADSTS". */
	readonly code: number;
	readonly text: string;
	/** 400 when absent. */
	readonly status?: number;
	readonly suberror?: string;
	/** A claims challenge, as conditional access sends it. */
	readonly claims?: string;
}

/** By what oidc-provider says in its error, detail and description together. The first that fits counts. */
const table: readonly (readonly [RegExp, EntraError])[] = [
	[
		/client not found/,
		{ error: "unauthorized_client", code: 700016, text: "Application was not found in the directory" },
	],
	[
		/invalid secret provided/,
		{ error: "invalid_client", code: 7000215, status: 401, text: "Invalid client secret provided" },
	],
	[
		/client secret is expired/,
		{ error: "invalid_client", code: 7000222, status: 401, text: "The provided client secret keys are expired" },
	],
	[
		/outside of its time/,
		{
			error: "invalid_client",
			code: 700024,
			status: 401,
			text: "Client assertion is not within its valid time range",
		},
	],
	[
		/client assertion|signature|jwt|alg mismatch|no applicable key|authentication mechanism/i,
		{ error: "invalid_client", code: 700027, status: 401, text: "The certificate used to sign is not registered" },
	],
	[
		/refresh token is expired/,
		{ error: "invalid_grant", code: 700082, text: "The refresh token has expired due to inactivity" },
	],
	[
		/refresh token (not found|already used)|grant not found/,
		{ error: "invalid_grant", code: 50173, text: "The provided grant has expired due to it being revoked" },
	],
	[/authorization_pending/, { error: "authorization_pending", code: 70016, text: "Authorization is pending" }],
	[/expired_token/, { error: "expired_token", code: 70020, text: "The provided device code has expired" }],
	[/access_denied/, { error: "authorization_declined", code: 70018, text: "The end user has refused to authorize" }],
	[
		/invalid_target/,
		{ error: "invalid_resource", code: 500011, text: "The resource principal was not found in the tenant" },
	],
];

export function entraError(said: string): EntraError | undefined {
	return table.find(([pattern]) => pattern.test(said))?.[1];
}

export const unknownTenant: EntraError = { error: "invalid_tenant", code: 90002, text: "Tenant was not found" };

/** The body of a refusal. */
export function entraBody(error: EntraError, correlationId: string): Readonly<Record<string, unknown>> {
	const timestamp = `${new Date().toISOString().slice(0, 19).replace("T", " ")}Z`;
	return {
		error: error.error,
		error_description: entraDescription(error),
		error_codes: [error.code],
		timestamp,
		trace_id: "00000000-0000-4000-8000-000000000000",
		correlation_id: correlationId,
		...(error.suberror !== undefined && { suberror: error.suberror }),
		...(error.claims !== undefined && { claims: error.claims }),
	};
}

export function entraDescription({ code, text }: Pick<EntraError, "code" | "text">): string {
	return `AADSTS${code}: ${text}.`;
}
