import { countWords } from "../words/cliReport.ts";
import { count } from "../words/count.ts";
import { english } from "../words/message.ts";
import { alignRows } from "./alignRows.ts";

type CountName = keyof typeof countWords;

/** Counts of a schema, one a line, numbers flush right. Those that are not there are left out. */
export function countLines(counts: Readonly<Partial<Record<CountName, number>>>): readonly string[] {
	const names = Object.keys(countWords) as readonly CountName[];
	return rightAligned(
		names.flatMap((name) => (counts[name] === undefined ? [] : [[english(countWords[name]), counts[name]] as const])),
	);
}

/** Label and number, with the numbers' last digits under each other. */
export function rightAligned(rows: readonly (readonly [label: string, number: number])[]): readonly string[] {
	const width = Math.max(0, ...rows.map(([, number]) => count(number).length));
	return alignRows(rows.map(([label, number]) => [label, count(number).padStart(width)]));
}
