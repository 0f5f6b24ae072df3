/** One request as *Show Requests* lists it, all its attempts together. No header with credentials is ever in it. */
export interface RequestEntry {
	/** Grows from 1. */
	readonly number: number;
	/** Id and name of the environment are known to whoever made the log. */
	readonly environment: string;
	readonly method: string;
	readonly url: string;
	/** As they were sent, without `Authorization`. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	/** Undefined while it runs. */
	readonly end?: RequestEnd;
}

export interface RequestEnd {
	/** Absent where no answer came. */
	readonly status?: number;
	readonly milliseconds: number;
	/** Characters of the body. */
	readonly size: number;
	readonly retries: number;
	/** Code of the problem, where it failed without an answer. */
	readonly problem?: string;
	readonly serviceRequestId?: string;
	/** What the service said of its limits, for people to see. */
	readonly remainingRequests?: string;
	readonly remainingTime?: string;
}

/** Where the client tells what it sends. */
export interface RequestLog {
	/** Gives the function that says how it ended. */
	started(entry: Omit<RequestEntry, "number" | "environment" | "end">): (end: RequestEnd) => void;
}
