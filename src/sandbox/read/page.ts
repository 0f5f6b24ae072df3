import type { Currencies } from "./currencies.ts";
import type { Formats } from "./formats.ts";
import type { LookupNames } from "./lookupNames.ts";

/** What writing the rows of one answer looks up. Names and currencies are kept for the length of that answer. */
export interface Page {
	readonly formats: Formats;
	readonly names: LookupNames;
	readonly currencies: Currencies;
	/** Display name of a table by its logical name. */
	readonly tables: (logicalName: string) => string | undefined;
	/** Service root with a slash at the end. */
	readonly root: string;
}
