/**
 * Whether patterns of `odata.include-annotations` ask for an annotation (OData 4.01 Protocol, 8.2.8.4): "*", "Name.Space.*"
 * or a full name, each with "-" to leave it out. The most specific pattern that fits decides; on a tie, leaving out.
 *
 * @param term without "@": "OData.Community.Display.V1.FormattedValue".
 */
export function wantsAnnotation(patterns: readonly string[], term: string): boolean {
	let length = -1;
	let wanted = false;
	for (const written of patterns) {
		const excludes = written.startsWith("-");
		const pattern = excludes ? written.slice(1) : written;
		if (!fits(pattern, term) || pattern.length < length) continue;
		wanted = pattern.length === length ? wanted && !excludes : !excludes;
		length = pattern.length;
	}
	return wanted;
}

/** The service also takes a star in the middle of a name: "Microsoft.PowerApps.CDS.ErrorDetails*". */
function fits(pattern: string, term: string): boolean {
	return pattern.endsWith("*") ? term.startsWith(pattern.slice(0, -1)) : pattern === term;
}
