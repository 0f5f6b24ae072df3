import type { SchemaCounts } from "../core/schema/countSchema.ts";
import { countWords } from "../words/cliReport.ts";
import { count } from "../words/count.ts";
import { english } from "../words/message.ts";
import { alignRows } from "./alignRows.ts";

/** The counts of a schema, one a line, numbers flush right. */
export function countLines(counts: SchemaCounts): readonly string[] {
	const names = Object.keys(countWords) as readonly (keyof typeof countWords)[];
	return rightAligned(names.map((name) => [english(countWords[name]), counts[name]]));
}

/** Label and number, with the numbers' last digits under each other. */
export function rightAligned(rows: readonly (readonly [label: string, number: number])[]): readonly string[] {
	const width = Math.max(0, ...rows.map(([, number]) => count(number).length));
	return alignRows(rows.map(([label, number]) => [label, count(number).padStart(width)]));
}
