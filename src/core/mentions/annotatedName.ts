import { isCommonWord } from "./commonWords.ts";
import { farTables } from "./farTables.ts";
import { columnFound, navigationOfAny, openColumn } from "./found.ts";
import type { Found } from "./mention.ts";
import { tableContext } from "./tableContext.ts";
import type { CodeContext } from "./tableInCode.ts";
import { type Span, withoutLookupValue } from "./wordAt.ts";

export function annotated(context: CodeContext, index: number, content: string, word: Span): Found | undefined {
	const { names } = context;
	const match = /^(?:item\/|body\/|subscriptionRequest\/)?(\w+)(@[\w.]+)?$/.exec(content.trim());
	const name = match?.[1];
	if (match === null || name === undefined || name !== word.text) return undefined;
	const annotation = match[2] ?? "";
	if (/^@odata\.bind$/i.test(annotation)) return bound(context, index, name);
	const column = withoutLookupValue(name);
	const flow = /^(?:item|body)\//.test(content);
	if (column === undefined && !/^@(?:OData\.Community|Microsoft\.Dynamics\.CRM)/i.test(annotation) && !flow)
		return undefined;
	const tables = recordTables(context, index);
	const found = firstWith(context, tables, column ?? name);
	if (found !== undefined) return found;
	return flow && isCommonWord(name) ? undefined : openColumn(names, column ?? name);
}

function bound(context: CodeContext, index: number, name: string): Found | undefined {
	const { names } = context;
	for (const table of recordTables(context, index)) {
		if (names.hasNavigation(table, name)) return { kind: "navigationProperty", name, table };
	}
	return navigationOfAny(names, name);
}

function recordTables(context: CodeContext, index: number): readonly string[] {
	const { direct, outer } = tableContext(context, index);
	const near = [...direct, ...outer];
	if (near.length > 0) return near;
	const fitting = tablesOfKeys(context, index);
	return fitting.length > 0 ? fitting : farTables(context, index);
}

function tablesOfKeys({ code, names }: CodeContext, index: number): readonly string[] {
	const open = code.opener(index);
	if (code.word(open) !== "{") return [];
	let tables: readonly string[] | undefined;
	let record = false;
	for (const at of code.directStrings(open)) {
		if (code.word(at + 1) !== ":" && code.word(at + 1) !== "=") continue;
		const [, name, annotation] = /^(\w+)(@.*)?$/.exec(code.content(at)) ?? [];
		if (name === undefined) continue;
		const binding = annotation === "@odata.bind";
		record ||= binding || annotation !== undefined;
		const having = binding
			? names.tablesWithNavigation(name)
			: names.tablesWithColumn(withoutLookupValue(name) ?? name);
		tables = tables === undefined ? having : tables.filter((table) => having.includes(table));
	}
	return record && tables?.length === 1 ? tables : [];
}

export function firstWith({ names }: CodeContext, tables: readonly string[], column: string): Found | undefined {
	return tables.length === 0 ? undefined : columnFound(names, tables, column);
}
