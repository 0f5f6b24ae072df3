/** A count as people read it: 1348 -> "1,348". Never for codes such as option values. */
export function count(number: number): string {
	return number.toLocaleString("en");
}
