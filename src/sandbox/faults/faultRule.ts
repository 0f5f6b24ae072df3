/** Faults on demand: what happens to which requests, and how often. */
export type FaultKind = "429" | "500" | "502" | "503" | "504" | "latency" | "reset" | "cut" | "expired" | "412" | "403";

/** Which of the requests that it concerns a rule meets. Absent: no restriction. */
export interface FaultTiming {
	/** Lets this many pass first. */
	readonly skip?: number;
	/** Then meets each so-many-th, beginning with the first. */
	readonly every?: number;
	/** Of those, this share, drawn from the seed. */
	readonly rate?: number;
	/** Ends after this many. */
	readonly times?: number;
}

export interface FaultRule extends FaultTiming {
	readonly kind: FaultKind;
	/** As it was written, for reports. */
	readonly text: string;
	/** First word of the path behind the service: "accounts", "$batch", "WhoAmI". */
	readonly on?: string;
	readonly methods?: ReadonlySet<string>;
	/** 429. */
	readonly limit?: "requests" | "time" | "concurrency";
	/** Seconds; 429 and 503. */
	readonly retryAfter?: number;
	/** Milliseconds from and to; latency. */
	readonly ms?: readonly [number, number];
	/** reset. */
	readonly when?: "before" | "after";
	/** cut. */
	readonly bytes?: number;
	/** 403: entity set or logical name, record id, logical name. */
	readonly table?: string;
	readonly row?: string;
	readonly column?: string;
}
