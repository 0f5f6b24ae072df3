import { usualChoiceForm } from "./choiceTable.ts";
import { columnRows } from "./columnRows.ts";
import { printItemHeading } from "./itemHeading.ts";
import { printOption } from "./optionCells.ts";
import type { ItemForm, PageColumn } from "./page.ts";
import type { PageWriter } from "./pageWriter.ts";
import { printRows } from "./printRows.ts";
import { type RelationshipKind, relationshipSentence } from "./relationshipItems.ts";

const propertyHeader = ["|Property|Value|", "|---|---|"];

/** One item of a section: what is printed, under which name, and in which form. */
export interface PrintItem<T> {
	readonly thing: T;
	readonly form: ItemForm;
	/** How the headings of the section's items begin. */
	readonly marks: string;
}

/** The name in an item's heading. */
export function headingName({ thing, form }: PrintItem<{ readonly schemaName: string }>): string {
	return form.heading ?? thing.schemaName;
}

function printHeading(item: PrintItem<{ readonly schemaName: string }>, page: PageWriter): void {
	page.gap(item.form.gaps, "heading", 1);
	page.write(printItemHeading(headingName(item), item.marks));
}

/** "Changes from [name (product)](link)". */
function printChanges(item: PrintItem<{ readonly schemaName: string }>, page: PageWriter): void {
	const { changes, gaps } = item.form;
	if (changes === undefined) return;
	page.gap(gaps, "sentence", 1);
	const { product, link, colon } = changes;
	page.write(`Changes from [${headingName(item)} (${product})](${link})${colon ? ":" : ""}`);
}

export function printColumn(item: PrintItem<PageColumn>, page: PageWriter): void {
	const { thing, form } = item;
	printHeading(item, page);
	printChanges(item, page);
	printTable(printRows(columnRows, thing, form), form, 1, page);
	const options = thing.type === "Boolean" ? [] : (thing.choice?.options ?? []);
	if (options.length === 0 && form.emptyChoices === undefined) return;
	page.gap(form.gaps, "choices", 1);
	page.write(`#### ${headingName(item)} Choices/Options`);
	if (options.length === 0 && form.emptyChoices === "heading") return;
	const choiceForm = { ...usualChoiceForm(options, form.changes !== undefined), ...form.choice };
	page.gap(form.gaps, "options", 1);
	page.write(`|Value|${choiceForm.table}|`, "|---|---|");
	for (const option of options) page.write(`|${option.value}|${printOption(option, choiceForm)}|`);
}

function printTable(rows: readonly string[], { gaps }: ItemForm, usualGap: number, page: PageWriter): void {
	if (rows.length === 0) return;
	page.gap(gaps, "table", usualGap);
	page.write(...propertyHeader, ...rows);
}

export function printRelationship<T extends { readonly schemaName: string }>(
	kind: RelationshipKind<T>,
	item: PrintItem<T>,
	page: PageWriter,
): void {
	const { thing, form } = item;
	printHeading(item, page);
	printChanges(item, page);
	const table = form.silent || form.changes ? undefined : kind.table(thing);
	if (table !== undefined) {
		page.gap(form.gaps, "sentence", 1);
		page.write(relationshipSentence(kind, table, headingName(item), form.link));
	}
	const usualGap = table === undefined && form.changes === undefined ? kind.silentGap : 1;
	printTable(printRows(kind.rules, thing, form), form, usualGap, page);
}
