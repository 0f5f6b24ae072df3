/** Entra's scopes carry the resource in them: "https://org.crm.dynamics.com/.default". oidc-provider knows the two apart. */

/** The resource of a scope text; undefined where it names none. A slash at its end belongs to it, as with Entra. */
export function resourceOf(scope: unknown): string | undefined {
	if (typeof scope !== "string") return undefined;
	const permission = scope.split(" ").find((one) => one.includes("://"));
	return permission?.slice(0, permission.lastIndexOf("/"));
}

/** The permissions that a resource knows. */
export function scopesOf(resource: string): readonly string[] {
	return [`${resource}/.default`, `${resource}/user_impersonation`];
}

/** A resource may be asked for with and without a slash at its end; the token's audience is what was asked for. */
export function spellings(origins: readonly string[]): readonly string[] {
	return origins.flatMap((origin) => [origin, `${origin}/`]);
}
