import type { Outcome } from "../base/outcome.ts";
import type { BatchItem, BatchOptions, BatchResult } from "./batchItem.ts";
import type { ClientProblem } from "./clientProblem.ts";
import type { Operation } from "./operation.ts";
import type {
	ConditionalWriteOptions,
	QueryOptions,
	ReadOptions,
	RequestOptions,
	WriteOptions,
} from "./requestOptions.ts";
import type { Row } from "./row.ts";

export type ClientResult<Value> = Outcome<Value, ClientProblem>;

/** A table as the client needs to know it. Names come from the schema, never from a rule. */
export interface TableTarget {
	readonly entitySet: string;
	/** "accountid"; without it a create cannot be made safe to repeat. */
	readonly primaryIdColumn?: string;
	/** False where the service refuses ids made by the client. */
	readonly takesClientIds?: boolean;
}

/** One record: by id, or by the columns of an alternate key. */
export interface RecordTarget {
	readonly entitySet: string;
	readonly key: string | Readonly<Record<string, string | number | boolean>>;
	/** Needed only to read back what became of a write whose answer was lost; the whole record is read without it. */
	readonly primaryIdColumn?: string;
}

/** What a write has left behind. */
export interface Written {
	/** Absent where the service did not tell it. */
	readonly id?: string;
	/** The version after the write, where it was told. */
	readonly etag?: string;
	/** The record, where it was asked for or read back: `etag` is the version of just these values. */
	readonly record?: Row;
	/** Of an upsert, where it can be told. */
	readonly created?: boolean;
	/** True where the answer was lost and the record was read back and found as it was to be. */
	readonly confirmedByReading?: boolean;
}

export interface Page {
	readonly rows: readonly Row[];
	/** Address of the next page, already found to be of this environment. Absent on the last. */
	readonly next?: string;
	/** Of `$count=true`: at most 5,000. */
	readonly count?: number;
	readonly countLimitExceeded?: boolean;
	readonly reply: Reply;
}

/** How an answer came about. */
export interface Reply {
	readonly status: number;
	readonly milliseconds: number;
	/** Characters of the body. */
	readonly size: number;
	/** Times that the request was repeated. */
	readonly retries: number;
	readonly clientRequestId: string;
	readonly serviceRequestId?: string;
}

/** Any request, as a query file writes it. */
export interface RawRequest {
	readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
	/** Below the service root ("accounts?$top=1"), or a whole URL of the environment. */
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

export interface RawAnswer {
	readonly reply: Reply;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
}

/**
 * A Dataverse environment over its Web API. Nothing here throws or rejects: what went wrong is a ClientProblem. Reads are
 * repeated after failures; a write only where that cannot write twice, and otherwise the problem says that it may have been
 * applied. While the environment is locked, everything but reads is refused before it is sent.
 */
export interface DataverseClient {
	/** One record. `query` is what follows the "?": "$select=name". */
	retrieve(target: RecordTarget, query?: string, options?: ReadOptions): Promise<ClientResult<Row>>;
	/** Pages of rows, one request each, fetched as they are asked for; ends after the first problem. */
	query(path: string, options?: QueryOptions): AsyncIterable<ClientResult<Page>>;
	create(table: TableTarget, record: Row, options?: WriteOptions): Promise<ClientResult<Written>>;
	/** Changes a record that exists; never creates one. */
	update(target: RecordTarget, changes: Row, options?: ConditionalWriteOptions): Promise<ClientResult<Written>>;
	/** Creates or changes. `only` restricts it to one of the two. */
	upsert(
		target: RecordTarget,
		record: Row,
		options?: WriteOptions & { readonly only?: "create" | "update" },
	): Promise<ClientResult<Written>>;
	delete(target: RecordTarget, options?: ConditionalWriteOptions): Promise<ClientResult<Written>>;
	/** Both are idempotent and so may be repeated. A lookup is set where `lookup` says that the property is one. */
	associate(
		target: RecordTarget,
		navigationProperty: string,
		related: RecordTarget,
		options?: WriteOptions & { readonly lookup?: boolean },
	): Promise<ClientResult<Written>>;
	/** Without `related` the property is a lookup. */
	disassociate(
		target: RecordTarget,
		navigationProperty: string,
		related?: RecordTarget,
		options?: WriteOptions,
	): Promise<ClientResult<Written>>;
	/** A function (read) or an action (write, never repeated). The answer is the parsed body; null where there is none. */
	execute(operation: Operation, options?: WriteOptions): Promise<ClientResult<Row | null>>;
	batch(items: readonly BatchItem[], options?: BatchOptions): Promise<ClientResult<readonly BatchResult[]>>;
	/** A metadata path ("EntityDefinitions(LogicalName='account')"), all pages of a collection put together. */
	metadata(path: string, options?: RequestOptions): Promise<ClientResult<Row>>;
	/** Any request. Reads are repeated as others are; a write is sent once. */
	send(request: RawRequest, options?: RequestOptions): Promise<ClientResult<RawAnswer>>;
}
