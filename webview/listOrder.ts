/** Filtering and sorting of lists. Pure. */

export interface Sort {
	readonly by: string;
	readonly descending: boolean;
}

export function isSort(value: unknown): value is Sort | null {
	if (value === null) return true;
	if (typeof value !== "object") return false;
	const { by, descending } = value as Readonly<Partial<Record<keyof Sort, unknown>>>;
	return typeof by === "string" && typeof descending === "boolean";
}

/** A click on a header: first upwards, then downwards, then back to the order of the source. */
export function nextSort(sort: Sort | null, by: string): Sort | null {
	if (sort?.by !== by) return { by, descending: false };
	return sort.descending ? null : { by, descending: true };
}

/** True where every word of the filter is somewhere in the text, whatever the case. */
export function matchesFilter(text: string, filter: string): boolean {
	const lower = text.toLowerCase();
	return filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => lower.includes(word));
}

/** The rows in the order of their texts; numbers inside by value. Rows without a text come last either way. */
export function sorted<Row>(
	rows: readonly Row[],
	text: (row: Row) => string,
	descending: boolean,
	language: string,
): readonly Row[] {
	const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
	const keyed = rows.map((row) => ({ row, key: text(row) }));
	keyed.sort((left, right) => {
		if (left.key === "" || right.key === "") return Number(left.key === "") - Number(right.key === "");
		return descending ? compare(right.key, left.key) : compare(left.key, right.key);
	});
	return keyed.map(({ row }) => row);
}
