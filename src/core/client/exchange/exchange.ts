import type { ClientProblem, MayHaveBeenApplied, RequestIdentity } from "../clientProblem.ts";
import type { Reply } from "../dataverseClient.ts";
import type { WriteOptions } from "../requestOptions.ts";

/** One request of an operation, told in the operation's own terms; the exchange adds the rest. */
export interface ExchangeRequest {
	readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
	/** Below the service root ("accounts?$top=1"), or a whole URL, which has to be of the environment. */
	readonly url: string;
	/** What the operation itself needs (If-Match, Content-Type). `Prefer` may be in it: it is merged. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Preferences of the operation: "return=representation", "odata.maxpagesize=500". */
	readonly prefer?: readonly string[];
	readonly body?: string;
	/** Their headers are set where they are asked for. */
	readonly options?: WriteOptions;
	/**
	 * Whether it may be sent again after an attempt whose answer was lost. "safe": always. "never": not at all, the failure
	 * is then mayHaveBeenApplied. "conditional": yes, but a refusal may be the echo of our own write: see `repeated`. What
	 * certainly changed nothing (429, 401, no connection) is repeated for all three.
	 */
	readonly repeat: "safe" | "never" | "conditional";
	/** What the operation believes. The exchange looks itself, and the stricter of the two counts. */
	readonly write: boolean;
	/** What a mayHaveBeenApplied says; "unconditional" and no check when absent. */
	readonly unsure?: Pick<MayHaveBeenApplied, "reason" | "check">;
	/**
	 * An answer in multipart/mixed is given as it is, whatever its status: the status of a batch is that of its first failure,
	 * and the parts tell what became of each request.
	 */
	readonly isBatch?: boolean;
}

export interface ExchangeAnswer {
	/** 2xx, or 304 to a read; everything else is a problem, but for the answer of a batch. */
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	/** An earlier attempt may have reached the service as well: its answer was lost. */
	readonly repeated: boolean;
	readonly reply: Reply;
	readonly request: RequestIdentity;
	/** The URL that was asked, for what is relative to it. */
	readonly url: string;
}

/** Fits `Outcome<ExchangeAnswer, ClientProblem>`. */
export type ExchangeResult =
	| { readonly ok: true; readonly value: ExchangeAnswer }
	/**
	 * `repeated`: an attempt may have been applied, or the service failed in it, so that a refusal (a 412) may be the echo of
	 * our own write.
	 */
	| { readonly ok: false; readonly problem: ClientProblem; readonly repeated: boolean };

/** Sends requests to one environment and nowhere else. Never rejects. */
export interface Exchange {
	send(request: ExchangeRequest): Promise<ExchangeResult>;
	/**
	 * A URL that the service gave (nextLink, Location, OData-EntityId, of a batch): whole, or undefined where it is none of
	 * this environment. `base` is the URL of the request that it answers; the service root when absent.
	 */
	ownUrl(url: string, base?: string): string | undefined;
	/** "https://contoso.crm4.dynamics.com/api/data/v9.2/" */
	readonly serviceRoot: string;
	/** For ids of records that we make. */
	readonly newId: () => string;
}
