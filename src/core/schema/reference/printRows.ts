import type { TableFacts } from "./draft.ts";
import type { ItemForm } from "./page.ts";
import { propertyRows } from "./propertyRows.ts";
import type { RowRule, RowRules } from "./rowRules.ts";

/** The rows of a thing's property table: each fact it has, in the published order or in the page's own. */
export function printRows<T>(rows: RowRules<T>, thing: T, form: ItemForm): string[] {
	const lines: string[] = [];
	for (const rule of inOrder(rows, form.rows)) {
		if (form.omitted?.includes(rule.name)) continue;
		const cell = rule.print(thing);
		if (cell === undefined) continue;
		const alternative = form.alternatives?.includes(rule.name) ? rule.alternative?.(thing) : undefined;
		lines.push(`|${rule.name}|${alternative ?? cell}|`);
	}
	return lines;
}

/** The page's own order first; facts that it did not have when it was read follow. */
function inOrder<T>({ rules }: RowRules<T>, names: readonly string[] | undefined): readonly RowRule<T>[] {
	if (names === undefined) return rules;
	const place = (rule: RowRule<T>): number => (names.includes(rule.name) ? names.indexOf(rule.name) : names.length);
	return [...rules].sort((a, b) => place(a) - place(b));
}

/** The rows of the section Properties, which have their own habits with blanks. */
export function printProperties(facts: TableFacts, form: ItemForm): string[] {
	const lines: string[] = [];
	for (const rule of inOrder(propertyRows, form.rows)) {
		const cell = rule.print(facts);
		if (cell === undefined) continue;
		const before = rule.name === "PrimaryNameAttribute" ? "" : " ";
		const after = rule.name === "EntitySetName" ? "" : " ";
		lines.push(`| **${rule.name}** |${before}${cell}${after}|`);
	}
	return lines;
}
