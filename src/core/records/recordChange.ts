import type { RecordTarget } from "../client/dataverseClient.ts";
import type { Row, RowValue } from "../client/row.ts";

/** A record as the person has it on the screen. Changes are made over this version and no other. */
export interface RecordBase {
	readonly id: string;
	readonly target: RecordTarget;
	/** Absent where the service told none (virtual tables). */
	readonly etag?: string;
	readonly row: Row;
}

/** What is staged for one record. */
export interface RecordChange {
	readonly base: RecordBase;
	/** New values by property, each another than the one in the base; in the order in which they were first staged. */
	readonly cells: ReadonlyMap<string, RowValue>;
}

/** The value of a cell without what is staged. */
export function baseValue({ row }: RecordBase, property: string): RowValue {
	return row[property] ?? null;
}
