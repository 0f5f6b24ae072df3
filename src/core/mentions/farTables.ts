import { type CodeContext, tableInString } from "./tableInCode.ts";

const reach = 4000;

/**
 * Tables that the code names somewhere before the place, nearest first, and after them the nearest one that follows. Only
 * for places that are surely a column: the code around says nothing of their table.
 */
export function farTables(context: CodeContext, index: number): readonly string[] {
	const found = new Set<string>();
	const { code } = context;
	for (let at = index - 1; at >= Math.max(0, index - reach) && found.size < 4; at -= 1) {
		const table = tableInString(context, at);
		if (table !== undefined && !table.reference) found.add(table.table);
	}
	for (let at = index + 1; at < Math.min(code.length, index + reach / 4) && found.size === 0; at += 1) {
		const table = tableInString(context, at);
		if (table !== undefined && !table.reference) found.add(table.table);
	}
	return [...found];
}
