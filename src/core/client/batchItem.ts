import type { Outcome } from "../base/outcome.ts";
import type { ServiceProblem } from "./clientProblem.ts";
import type { RawRequest } from "./dataverseClient.ts";
import type { RequestOptions } from "./requestOptions.ts";
import type { Row } from "./row.ts";

/**
 * One request of a batch, or several that are applied together or not at all. Requests are numbered from 1 through the whole
 * batch, which is their Content-ID where the header does not give another; "$1" stands for the record of request 1 in later
 * ones of its change set. Names and values of headers as for any other request.
 */
export type BatchItem = RawRequest | { readonly changeSet: readonly RawRequest[] };

export interface BatchOptions extends RequestOptions {
	/** `Prefer: odata.continue-on-error`: without it the service stops at the first failure. */
	readonly continueOnError?: boolean;
}

export interface BatchAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** The parsed body; null where it is no JSON object. */
	readonly body: Row | null;
	/** The body as it came: a count, for one, is no JSON object. */
	readonly text: string;
}

/** What became of one item. A change set that was refused has one result for all of it. */
export type BatchResult =
	| Outcome<BatchAnswer, ServiceProblem>
	| { readonly changeSet: Outcome<readonly BatchAnswer[], ServiceProblem> }
	/** The service stopped before it. */
	| { readonly skipped: true };
