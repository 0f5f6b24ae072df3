import type { SignInTarget } from "./auth.ts";

/**
 * The public client that Microsoft publishes for code against Dataverse, as its samples and many tools use it. It is known in
 * every commercial tenant, may redirect to http://localhost on any port, and is preauthorised for Dataverse.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/quick-start-console-app-csharp
 */
const publicClientId = "51f81489-12ee-4a9e-aaae-a2591f45987d";

/** The client id to sign in with: the person's own, or the one that public tools share. */
export function clientIdOf({ clientId }: Pick<SignInTarget, "clientId">): string {
	return clientId ?? publicClientId;
}
