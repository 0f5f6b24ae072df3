/** What a JSON string cannot hold as it is; halves of surrogate pairs are rare enough to be left to `JSON.stringify`. */
const special = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** The text as a JSON string with its quotes: what `JSON.stringify` writes, in a fraction of its time. */
export function jsonText(text: string): string {
	return special.test(text) ? JSON.stringify(text) : `"${text}"`;
}
