/**
 * One request and its answer as the service sees them, free of sockets: an HTTP request, a part of a batch and a test
 * call look alike. Header names are in lower case.
 */
export interface ServiceRequest {
	readonly method: string;
	/** Path and query as sent, still percent-encoded: "/api/data/v9.2/accounts?$top=1". */
	readonly url: string;
	readonly headers: ReadonlyMap<string, string>;
	/** Decoded from its transfer and content encoding; absent where none was sent. */
	readonly body?: Uint8Array;
}

export interface ServiceResponse {
	readonly status: number;
	readonly headers: ReadonlyMap<string, string>;
	/** Text is sent as UTF-8. */
	readonly body?: string | Uint8Array;
	/** The same body compressed by gzip, where it is at hand: sent to clients that take it. */
	readonly gzipped?: Uint8Array;
}
