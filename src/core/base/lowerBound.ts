/** Index of the first text in a list (in code unit order) that is not before `text`; the list's length if all are. */
export function lowerBound(sorted: readonly string[], text: string): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if ((sorted[middle] ?? "") < text) from = middle + 1;
		else to = middle;
	}
	return from;
}
