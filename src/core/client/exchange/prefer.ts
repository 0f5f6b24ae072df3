/** Error detail: inner error, trace and help link. They come with these annotations only, so they are always asked for. */
const errorDetail = "Microsoft.PowerApps.CDS.*";
const annotations = "odata.include-annotations";

/**
 * One `Prefer` header of several: each preference once, the first one wins, as the service reads them; the annotations are
 * put together, with error detail among them. https://www.rfc-editor.org/rfc/rfc7240
 *
 * @param written preferences, or whole headers with several of them, the most important first.
 */
export function preferHeader(written: readonly string[]): string {
	const kept = new Map<string, string>();
	const patterns: string[] = [];
	for (const preference of written.flatMap(splitOutsideQuotes)) {
		const name = (/^[^=;\s]*/.exec(preference)?.[0] ?? "").toLowerCase();
		if (name === annotations) patterns.push(...annotationPatterns(preference));
		else if (!kept.has(name)) kept.set(name, preference);
	}
	return [...kept.values(), `${annotations}="${withErrorDetail(patterns).join(",")}"`].join(",");
}

/** A star has the details already; a pattern that leaves them out is more special than a star and stays as it is. */
function withErrorDetail(patterns: readonly string[]): readonly string[] {
	const all = new Set(patterns);
	if (all.has("*")) return [...all].filter((pattern) => pattern === "*" || pattern.startsWith("-"));
	return [...all.add(errorDetail)];
}

function annotationPatterns(preference: string): readonly string[] {
	const value = preference.slice(preference.indexOf("=") + 1).trim();
	const quoted = /^"([^"]*)"/.exec(value);
	return (quoted?.[1] ?? value)
		.split(",")
		.map((pattern) => pattern.trim())
		.filter((pattern) => /^-?[\w.*#]+$/.test(pattern));
}

/** One preference, with its value and parameters. https://www.rfc-editor.org/rfc/rfc7240#section-2 */
const onePreference = /^[!#$%&'*+.^_`|~\w-]+(?:[^",]|"(?:[^"\\]|\\.)*")*$/;

/**
 * Splits at commas that stand in no quoted string. What is no preference is left out: a quote that is not closed would
 * take those behind it along.
 */
function splitOutsideQuotes(header: string): readonly string[] {
	const parts = header.match(/(?:"(?:[^"\\]|\\.)*"?|[^",])+/g) ?? [];
	return parts.map((part) => part.trim()).filter((part) => onePreference.test(part));
}
