/** A change of one record in the words and names that people know. */
export interface DescribedChange {
	/** Of the record. */
	readonly name: string;
	readonly cells: readonly DescribedCell[];
}

export interface DescribedCell {
	readonly property: string;
	/** Display name and logical name, the leading one first. */
	readonly column: readonly string[];
	readonly before: string;
	readonly after: string;
}
