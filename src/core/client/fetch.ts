/**
 * How the client reaches the network: the shape of the platform's own `fetch` (https://fetch.spec.whatwg.org), which fits
 * as it is. It is handed in, so that the proxies and certificates of the editor hold.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
	readonly method: string;
	readonly headers: Record<string, string>;
	readonly body?: string;
	readonly signal: AbortSignal;
	/** Never followed by the platform: a redirect could carry the token to another origin. */
	readonly redirect: "manual";
}

export interface FetchResponse {
	readonly status: number;
	readonly headers: {
		get(name: string): string | null;
		forEach(visit: (value: string, name: string) => void): void;
	};
	/** The whole body. Rejects where the connection breaks or the signal is aborted. */
	text(): Promise<string>;
}
