/** Order of two texts by their code units: the same on every machine and in every language, unlike `localeCompare`. */
export function compareCodeUnits(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
