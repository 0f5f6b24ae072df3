/**
 * A record as the service sent it: columns by name with their annotations beside them ("revenue@OData...FormattedValue").
 * It is the parsed payload itself, untouched; readers in readRow.ts tell data and annotations apart.
 */
export interface Row {
	readonly [name: string]: RowValue;
}

/** Any JSON value. A number whose text a double would not give back is an ExactNumber. */
export type RowValue = string | number | boolean | null | ExactNumber | readonly RowValue[] | Row;

/** A JSON number kept as its text, because a double would round it: beyond 2^53, or with more digits than it holds. */
export interface ExactNumber {
	readonly exactNumber: string;
}
