/** A result as JSON for other programs: two blanks deep, so that people can read it as well. */
export function printJson(result: unknown): string {
	return JSON.stringify(result, null, 2);
}
