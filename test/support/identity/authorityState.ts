import type { ProviderStore } from "./providerStore.ts";
import type { EntraError } from "./entraErrors.ts";
import type { Applications, Users } from "./registrations.ts";

/** Seconds. May be changed while it runs: what is issued next has the new ones. */
export interface Lifetimes {
	accessToken: number;
	refreshToken: number;
	deviceCode: number;
}

/** What the parts of the authority share. */
export interface AuthorityState {
	/** The tenant's id; a GUID. */
	readonly tenant: string;
	/** Its domain, which leads to the same place. */
	readonly tenantDomain: string;
	readonly users: Users;
	readonly applications: Applications;
	readonly lifetimes: Lifetimes;
	/** Seconds between two questions for a device code's token, as the authority asks for. */
	readonly pollInterval: number;
	/** Origins that tokens are issued for. */
	readonly resources: () => readonly string[];
	readonly store: ProviderStore;
	/** Answers to the next token requests, in place of what would come of them. */
	readonly refusals: EntraError[];
	/** Seconds by which the authority's clock is ahead when it looks at an assertion. */
	clockAhead: number;
	/** Everything secret that was issued or shown: tokens, codes. */
	readonly issued: Set<string>;
	/** What the provider itself stumbled over; empty where all is well. */
	readonly mistakes: string[];
	/** Token requests by grant type, in their order. */
	readonly grants: string[];
}
