import type { Row } from "./row.ts";
import type { SignInProblem } from "./signInProblem.ts";

/** Which request a problem belongs to, as people and support need it. No token, no header. */
export interface RequestIdentity {
	readonly method: string;
	/** Path and query below the environment: "/api/data/v9.2/accounts?$top=1". */
	readonly path: string;
	/** Ours, sent as `x-ms-client-request-id`; the service writes it into its logs. */
	readonly clientRequestId: string;
	/** The service's own, where it answered. */
	readonly serviceRequestId?: string;
}

/** Why a request did not give what was asked for. Never thrown. */
export type ClientProblem = { readonly request?: RequestIdentity } &
	/** `mayHaveBeenApplied` where a write was under way already, which nothing can take back. */
	(
		| { readonly code: "cancelled"; readonly mayHaveBeenApplied?: true }
		/** The environment is locked against writes: nothing was sent. */
		| { readonly code: "readOnly" }
		/** A URL of another origin than the environment's: nothing was sent there. */
		| { readonly code: "foreignOrigin"; readonly origin: string }
		/** A header that was asked for and that the client does not send: it carries credentials or is the client's own. */
		| { readonly code: "forbiddenHeader"; readonly header: string }
		| InvalidBatch
		| { readonly code: "signIn"; readonly problem: SignInProblem }
		| NetworkProblem
		| ServiceProblem
		| VersionConflict
		| MayHaveBeenApplied
		/** The service answered, and not in the form it is documented to answer in. `what` is a code for the words. */
		| { readonly code: "unreadable"; readonly what: "notJson" | "noRows" | "badBatch" | "redirect" | "noId" | "loop" }
	);

export type ClientProblemCode = ClientProblem["code"];

/** A batch that no service takes: nothing was sent. */
export interface InvalidBatch {
	readonly code: "invalidBatch";
	readonly reason:
		"tooManyRequests" | "urlTooLong" | "readInChangeSet" | "batchInBatch" | "emptyChangeSet" | "repeatedContentId";
	/** Which request, counted from 1 through the whole batch. */
	readonly place: number;
}

/** No answer, and it is certain that nothing was changed. `attempts` counts all that were made. */
export interface NetworkProblem {
	readonly code: "network";
	readonly cause: "offline" | "nameNotFound" | "refused" | "reset" | "timedOut" | "certificate" | "proxy" | "other";
	readonly attempts: number;
}

/** The service refused. */
export interface ServiceProblem {
	readonly code: "service";
	readonly status: number;
	/** "0x80040220"; absent where the service gave none or an empty one. */
	readonly serviceCode?: string;
	readonly message: string;
	/** Inner error, trace and help link, as they came with the annotations that are always asked for. */
	readonly innerDetail?: string;
	/** Of a 412, which differ in kind by their code only: a key or record that exists, or a duplicate rule (a 500 as well). */
	readonly precondition?: "version" | "exists" | "duplicate";
	/** Of a 403: what is missing, as far as the message tells. */
	readonly missing?: { readonly privilege?: string; readonly table?: string; readonly user?: string };
	/** Of the last 429, seconds. */
	readonly retryAfter?: number;
	readonly attempts: number;
}

/**
 * Somebody else changed the record in between: nothing was written. Only said where that is certain. Where the answer of an
 * attempt was lost and the record is not as it was to be, our write may have been applied and written over since: that is
 * mayHaveBeenApplied with "changedSince".
 */
export interface VersionConflict {
	readonly code: "conflict";
	/** The version that was expected, as it was sent in If-Match. */
	readonly expected: string;
	/** The record as it is now, with its version; absent where it could not be read (no right, deleted meanwhile). */
	readonly theirs?: Row;
	/** What was to be written. */
	readonly mine: Row;
}

/** A write was sent and its answer was lost or is none of the service, and it could not be found out whether it was applied. */
export interface MayHaveBeenApplied {
	readonly code: "mayHaveBeenApplied";
	/** Why it could not be repeated or checked. "unanswered": no attempt was answered, and the write may still arrive. */
	readonly reason: "action" | "noClientId" | "notReadable" | "changedSince" | "unanswered" | "batch" | "unconditional";
	/** What to look at to find out: a GET below the service root ("accounts(...)"), where there is one. */
	readonly check?: string;
	/** The record as it was read afterwards, where it was. */
	readonly theirs?: Row;
	/** What was to be written, where there is something to compare. */
	readonly mine?: Row;
	readonly attempts: number;
}
