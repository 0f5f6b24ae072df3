import type { SignInTarget } from "./auth.ts";
import { authorityUrl } from "./accountChoice.ts";
import type { FlowRequest, FlowResult } from "./flow.ts";
import { clientIdOf } from "./publicClientId.ts";
import type { KnownAccount } from "./storeIndex.ts";
import type { TokenPlace } from "./tokenPlace.ts";

/** A token that somebody wants. */
export interface Wanted {
	readonly target: SignInTarget;
	readonly place: TokenPlace;
	/** The one that the service has refused: it is not given again. */
	readonly refused?: string | undefined;
}

export const cancelled: FlowResult = { ok: false, problem: { code: "cancelled" }, needsPerson: false };
export const nobody: FlowResult = { ok: false, problem: { code: "signInNeeded" }, needsPerson: true };

/** Signs in with a secret or certificate, and never has a person to ask. */
export function isApplication({ method }: Pick<SignInTarget, "method">): boolean {
	return method === "clientSecret" || method === "certificate";
}

/** Stands for the account, which an application has none of. */
export function applicationKey(environmentId: string): string {
	return `application ${environmentId}`;
}

export function requestOf({ target, place }: Wanted, signal: AbortSignal, account?: KnownAccount): FlowRequest {
	return { authority: authorityUrl(place, account), scope: place.scope, clientId: clientIdOf(target), signal };
}
