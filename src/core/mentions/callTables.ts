import { tableCalls } from "./apiNames.ts";
import { type CodeContext, tableInString } from "./tableInCode.ts";

export function callTables(context: CodeContext, open: number, inside: number): readonly string[] {
	const callee = context.code.chainBefore(open).at(-1)?.word.toLowerCase() ?? "";
	if (callee === "addlink" || callee === "linkentity") return linkTables(context, open, inside);
	const strings = context.code.directStrings(open).filter((index) => index !== inside);
	const tables = strings.flatMap((index) => {
		const found = tableInString(context, index);
		if (found === undefined) return [];
		return found.reference && !(tableCalls.has(callee) && found.whole !== undefined) ? [] : [found.table];
	});
	return tables;
}

function linkTables(context: CodeContext, open: number, inside: number): readonly string[] {
	if (inside < 0) return [];
	const tables = context.code.directStrings(open).map((index) => tableInString(context, index)?.table);
	const place = context.code.argumentIndex(inside) - 2;
	const table = place < 0 ? undefined : tables[place];
	return table === undefined ? [] : [table];
}
