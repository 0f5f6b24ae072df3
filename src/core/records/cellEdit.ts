import type { RowValue } from "../client/row.ts";

/**
 * One cell went from one shown value to another. It holds values and not differences, so that it can be taken back over
 * whatever was saved in between: that stages the value of before anew.
 */
export interface CellEdit {
	/** Id of the record. */
	readonly record: string;
	/** The column as the row names it: "revenue", "_primarycontactid_value". */
	readonly property: string;
	readonly before: RowValue;
	readonly after: RowValue;
}

/** The edit that undoes it. */
export function inverse({ record, property, before, after }: CellEdit): CellEdit {
	return { record, property, before: after, after: before };
}

/** The edits that undo several, which were made in this order. */
export function inverseOf(edits: readonly CellEdit[]): readonly CellEdit[] {
	return edits.map(inverse).reverse();
}
