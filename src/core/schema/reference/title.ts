/** What a page's title tells. */
export interface Title {
	/** The table as the sentences name it: "Account", "Session event (msdyn_sessionevent)". */
	readonly name: string;
	/** Logical name where the title gives it beside the display name. */
	readonly logicalName?: string;
	readonly product?: string;
}

const markers = [" table/entity reference", " entity reference"];
const logicalNamePattern = /^\w{1,200}$/;

/**
 * Reads "Display (logical) table/entity reference (Product)"; older pages say "Display Entity Reference" and put
 * "| MicrosoftDocs" behind. Undefined where the text is no title of a table page.
 */
export function readTitle(text: string): Title | undefined {
	const short = text.slice(0, 1000);
	const lower = short.toLowerCase();
	for (const marker of markers) {
		const at = lower.lastIndexOf(marker);
		if (at <= 0) continue;
		const name = short.slice(0, at).trim();
		const product = productIn(short.slice(at + marker.length));
		const logicalName = logicalNameIn(name);
		return { name, ...(logicalName !== undefined && { logicalName }), ...(product !== undefined && { product }) };
	}
	return undefined;
}

/** The text in the first parentheses. */
function productIn(tail: string): string | undefined {
	const open = tail.indexOf("(");
	const close = tail.indexOf(")", open);
	return open < 0 || close < open + 2 ? undefined : tail.slice(open + 1, close);
}

function logicalNameIn(name: string): string | undefined {
	const open = name.lastIndexOf(" (");
	if (open < 0 || !name.endsWith(")")) return undefined;
	const inner = name.slice(open + 2, -1);
	return logicalNamePattern.test(inner) ? inner : undefined;
}

/** The table's name in titles and sentences: without the logical name where that is the display name, case aside. */
export function titleName(displayName: string, logicalName: string): string {
	return displayName.toLowerCase() === logicalName.toLowerCase() ? displayName : `${displayName} (${logicalName})`;
}

export function printTitle(name: string, product: string | undefined): string {
	return `${name}${markers[0] ?? ""}${product === undefined ? "" : ` (${product})`}`;
}

/** The description line of the front matter. */
export function printMetaDescription(name: string, product: string): string {
	return `Includes schema information and supported messages for the ${name} table/entity with ${product}.`;
}
