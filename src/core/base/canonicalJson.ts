/**
 * JSON with the properties in code unit order: equal data gives equal text, however it was put together.
 *
 * @param known texts of parts that have been written before, so that they are not made twice.
 */
export function canonicalJson(value: unknown, known?: ReadonlyMap<unknown, string>): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const written = known?.get(value);
	if (written !== undefined) return written;
	if (Array.isArray(value)) return `[${value.map((part) => canonicalJson(part, known)).join(",")}]`;
	const parts = value as Readonly<Record<string, unknown>>;
	let text = "";
	// Without an order of its own, `sort` compares code units.
	for (const key of Object.keys(parts).sort()) {
		const part = parts[key];
		if (part !== undefined) text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${canonicalJson(part, known)}`;
	}
	return text === "" ? "{}" : `${text}}`;
}
