import type { RecordTarget } from "../client/dataverseClient.ts";
import type { ConditionalWriteOptions } from "../client/requestOptions.ts";
import type { Row } from "../client/row.ts";
import { bodyOf, type ColumnFacts } from "./bodyOf.ts";
import type { RecordChange } from "./recordChange.ts";

/** The arguments of `DataverseClient.update` that save a change. What is shown beforehand is made of the same. */
export interface ChangeWrite {
	readonly target: RecordTarget;
	readonly body: Row;
	readonly options: ConditionalWriteOptions & { readonly ifMatch: string };
}

/**
 * A change is saved over the version that the person saw. Where a table has no versions, "*": it is written over whatever
 * is there, but never creates a record.
 */
export function writeOf(change: RecordChange, facts: ColumnFacts): ChangeWrite {
	const { target, etag } = change.base;
	return { target, body: bodyOf(change, facts), options: { ifMatch: etag ?? "*" } };
}
