import type { Clock } from "../base/clock.ts";
import type { Fetch } from "./fetch.ts";
import type { RequestLog } from "./requestLog.ts";
import type { TokenProvider } from "./tokenProvider.ts";

/** What a client is built from. `createClient(parts)` of createClient.ts. */
export interface ClientParts {
	/** The environment's origins: of the app, and of the API where it is known. Nothing is ever sent elsewhere. */
	readonly origins: readonly [app: string, api?: string];
	/** "9.2" when absent. */
	readonly apiVersion?: string;
	readonly fetch: Fetch;
	readonly tokens: TokenProvider;
	readonly clock: Clock;
	/** From 0 to below 1, for jitter. */
	readonly random: () => number;
	/** A new GUID, for request ids and for records whose id we make. */
	readonly newId: () => string;
	/** Asked right before each write is sent, also before it is repeated. */
	readonly writes: WriteGuard;
	readonly log: RequestLog;
	/** Requests in flight at a time; 8 when absent. The service allows 52 for a user. */
	readonly concurrency?: number;
	/** Longest wait for one answer, milliseconds; 120,000 when absent. */
	readonly timeout?: number;
	/** Attempts of one request, the first included; 6 when absent. A 429 is waited for and does not count. */
	readonly attempts?: number;
}

/** The lock of an environment. */
export interface WriteGuard {
	mayWrite(): boolean;
}
