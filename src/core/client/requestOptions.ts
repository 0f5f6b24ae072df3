/** What a request may ask for besides itself. Everything is off by default, and what is on is visible in what is sent. */
export interface RequestOptions {
	readonly signal?: AbortSignal;
	/** Told while the request waits and is repeated, and as rows come in. Must not throw. */
	readonly onProgress?: (progress: Progress) => void;
	/** Longest wait for one answer, milliseconds; the client's own when absent. */
	readonly timeout?: number;
	/** Impersonation by Entra object id, which is preferred, or by systemuserid. */
	readonly caller?: { readonly objectId: string } | { readonly systemUserId: string };
	/** `Consistency: Strong`. */
	readonly strongConsistency?: boolean;
	/** Further headers, as a query file writes them. Those that carry credentials, or that the client sets, are refused. */
	readonly headers?: Readonly<Record<string, string>>;
}

export interface ReadOptions extends RequestOptions {
	/** Asks for formatted values and the other annotations; true when absent. */
	readonly annotations?: boolean;
}

export interface QueryOptions extends ReadOptions {
	/** Rows of one page, 1 to 5,000; the service's own when absent. */
	readonly pageSize?: number;
}

/** https://learn.microsoft.com/power-apps/developer/data-platform/optional-parameters */
export interface WriteOptions extends RequestOptions {
	/** False has duplicates detected (`MSCRM.SuppressDuplicateDetection: false`); the service does not look by default. */
	readonly suppressDuplicateDetection?: boolean;
	/** "CustomSync", "CustomAsync": `MSCRM.BypassBusinessLogicExecution`. */
	readonly bypassBusinessLogic?: readonly ("CustomSync" | "CustomAsync")[];
	/** `MSCRM.SuppressCallbackRegistrationExpanderJob`. */
	readonly suppressFlows?: boolean;
	/** `MSCRM.SolutionUniqueName`. */
	readonly solution?: string;
	/** `Prefer: return=representation`. */
	readonly returnRecord?: boolean;
}

export interface ConditionalWriteOptions extends WriteOptions {
	/**
	 * The version that the person saw (an `@odata.etag`): the write is refused where there is another by now. "*" writes over
	 * any version, but never creates. Absent: unconditional.
	 */
	readonly ifMatch?: string;
}

/** Something that a person who waits wants to know. */
export type Progress =
	| { readonly kind: "signingIn" }
	/** The service asked to wait (429, `reason: "limit"`), or an attempt failed and is repeated. Seconds. */
	| {
			readonly kind: "waiting";
			readonly seconds: number;
			readonly reason: "limit" | "failure";
			readonly attempt: number;
	  }
	| { readonly kind: "rows"; readonly rows: number; readonly pages: number; readonly count?: number };
