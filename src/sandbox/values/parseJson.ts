/**
 * `JSON.parse`, but a whole number that no number holds exactly comes as a bigint: columns of type BigInt have 64 bits.
 * Throws a SyntaxError for what is no JSON.
 */
export function parseJson(text: string): unknown {
	return /\d{16}/.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text);
}

/** @param context has the text of the value since Node 21; the types do not know it yet. */
function exactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
	if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
	const source = context?.source ?? "";
	return /^-?\d+$/.test(source) ? BigInt(source) : value;
}
