import type { Message } from "../model.ts";
import { type SectionGapAfter, usualSectionGap } from "./gaps.ts";
import { printMessage } from "./messageRows.ts";
import type { ItemForm, Page, PageColumn, SectionForm } from "./page.ts";
import { PageWriter } from "./pageWriter.ts";
import { headingName, type PrintItem, printColumn, printRelationship } from "./printItems.ts";
import { printProperties } from "./printRows.ts";
import { manyToManyKind, manyToOneKind, oneToManyKind, type RelationshipKind } from "./relationshipItems.ts";
import { itemMarks, type SectionKind, sectionHeading, sectionOrder, sectionSentences } from "./sections.ts";
import { printMetaDescription, printTitle, titleName } from "./title.ts";

/**
 * The page of a table as the publisher's tool would write it: facts from the model, and from the page's source what is
 * no fact. A page that was read with its descriptions and without a problem comes out as it was.
 */
export function printPage(page: Page): string {
	const writer = new PageWriter();
	const { source } = page;
	printHead(page, writer);
	let after: SectionGapAfter = afterHead(page);
	for (const form of sectionsOf(page)) {
		writer.gap(form.gaps, "heading", usualSectionGap(form.kind, after));
		printSection(page, form, writer);
		after = "rows";
	}
	if (source.seeAlso) {
		writer.gap(source.gaps, "seeAlso", usualSectionGap("seeAlso", after));
		writer.write("### See also");
		for (const [index, line] of source.seeAlso.entries()) {
			writer.gap(source.gaps, `seeAlso${index}`, index === 0 ? 1 : 0);
			writer.write(line);
		}
	}
	writer.gap(source.gaps, "end", 0);
	if (!source.openEnd) writer.write("");
	return (source.byteOrderMark ? "\ufeff" : "") + writer.text(source.newline ?? "\n");
}

/** The table as the title and the sentences call it. */
function nameOf({ source, facts, logicalName }: Page): string {
	return source.titleName ?? titleName(facts.displayName ?? "", logicalName);
}

function printHead(page: Page, writer: PageWriter): void {
	const { source, facts, bases, product = "" } = page;
	const name = nameOf(page);
	if (source.frontMatter) {
		writer.write("---");
		for (const line of source.frontMatter) {
			if (typeof line === "string") writer.write(line);
			else if (line.usual === "title") writer.write(`title: "${printTitle(name, product)}"`);
			else writer.write(`description: "${printMetaDescription(name, product)}"`);
		}
		writer.write("---");
	}
	writer.gap(source.gaps, "title", source.frontMatter ? 1 : 0);
	writer.write(`# ${printTitle(name, source.headingWithoutProduct ? undefined : page.product)}`);
	if (facts.description) {
		writer.gap(source.gaps, "description", 1);
		writer.write(facts.description);
	}
	if (bases.length === 0) return;
	writer.gap(source.gaps, "note", facts.description ? 1 : 2);
	writer.write(...printNote(page, `${product} ${name}`, product));
}

/** The note of an extension page. */
function printNote({ bases, source }: Page, table: string, product: string): readonly string[] {
	const behind = bases.some(({ productBehind }) => productBehind);
	const links = bases
		.map(({ productBehind, product: base, name, link }) =>
			productBehind ? `[${name} table (${base})](${link})` : `[${base} ${name} table](${link})`,
		)
		.join(" and ");
	const first = ["> [!NOTE]", `> The ${table} table extends ${behind ? "" : "the "}${links}.`];
	if (!source.noteRepeats) return first;
	return [
		...first,
		">",
		`> This reference contains only the changes added by ${product}.`,
		`> See the ${links} reference documentation for more information.`,
	];
}

function afterHead({ bases, facts }: Page): SectionGapAfter {
	if (bases.length > 0) return "note";
	return facts.description ? "text" : "nothing";
}

/** The page's own sections, and those that only the model knows, each in its place. */
function sectionsOf(page: Page): readonly SectionForm[] {
	const { sections } = page.source;
	const known = new Set(sections.map(({ kind }) => kind));
	const added = sectionOrder.filter((kind) => !known.has(kind) && hasContent(page, kind));
	if (added.length === 0) return sections;
	const all: SectionForm[] = [...sections, ...added.map((kind): SectionForm => ({ kind, items: {} }))];
	return all.sort((a, b) => sectionOrder.indexOf(a.kind) - sectionOrder.indexOf(b.kind));
}

function hasContent(page: Page, kind: SectionKind): boolean {
	if (kind === "properties") return page.facts.schemaName !== undefined;
	if (kind === "customizedRelationships") {
		return page.changedManyToOne.length + page.changedOneToMany.length > 0;
	}
	return contentOf(page, kind).length > 0;
}

function columnsOf(page: Page, kind: SectionKind): readonly PageColumn[] {
	return kind === "customizedColumns" ? page.changedColumns : page.columns.filter(({ access }) => access === kind);
}

function contentOf(page: Page, kind: SectionKind): readonly object[] {
	switch (kind) {
		case "messages":
		case "events":
			return page[kind] ?? [];
		case "writable":
		case "readOnly":
		case "customizedColumns":
			return columnsOf(page, kind);
		case "manyToOne":
		case "oneToMany":
		case "manyToMany":
			return page[kind];
		case "customizedManyToOne":
			return page.changedManyToOne;
		case "customizedOneToMany":
			return page.changedOneToMany;
		case "properties":
		case "customizedRelationships":
			return [];
	}
}

function printSection(page: Page, form: SectionForm, writer: PageWriter): void {
	const { kind } = form;
	writer.write(sectionHeading(kind));
	const { product = "" } = page;
	const whole = sectionSentences(kind, { title: nameOf(page), product });
	const sentences = form.broken ? whole.flatMap((line) => breakBehind(product, line)) : whole;
	if (!form.silent && sentences.length > 0) {
		writer.gap(form.gaps, "sentence", 1);
		writer.write(...sentences);
	}
	switch (kind) {
		case "messages":
		case "events":
			printMessages(page[kind] ?? [], form, writer);
			break;
		case "properties":
			writer.gap(form.itemGaps, "table", 1);
			writer.write("|Property|Value|", "| --- | --- |");
			writer.write(...printProperties({ logicalName: page.logicalName, ...page.facts }, form.items[0] ?? {}));
			break;
		case "writable":
		case "readOnly":
		case "customizedColumns":
			printItems(columnsOf(page, kind), form, writer, printColumn);
			break;
		case "manyToOne":
		case "customizedManyToOne":
			printRelationships(manyToOneKind, kind === "manyToOne" ? page.manyToOne : page.changedManyToOne, form, writer);
			break;
		case "oneToMany":
		case "customizedOneToMany":
			printRelationships(oneToManyKind, kind === "oneToMany" ? page.oneToMany : page.changedOneToMany, form, writer);
			break;
		case "manyToMany":
			printRelationships(manyToManyKind, page.manyToMany, form, writer);
			break;
		case "customizedRelationships":
			break;
	}
}

/** The line as two where it begins with the product. */
function breakBehind(product: string, line: string): readonly string[] {
	return line.startsWith(`${product} `) ? [product, line.slice(product.length + 1)] : [line];
}

function printMessages(messages: readonly Message[], { kind, items, itemGaps }: SectionForm, writer: PageWriter): void {
	writer.gap(itemGaps, "table", 1);
	const first = kind === "messages" ? "| Name <br />Is Event? |" : "|Name|";
	writer.write(`${first}Web API Operation |SDK for .NET |`, "| ---- | ----- |----- |");
	for (const [index, message] of messages.entries()) writer.write(printMessage(message, items[index]?.message ?? {}));
}

function printRelationships<T extends { readonly schemaName: string }>(
	kind: RelationshipKind<T>,
	things: readonly T[],
	form: SectionForm,
	writer: PageWriter,
): void {
	printItems(things, form, writer, (item: PrintItem<T>) => {
		printRelationship(kind, item, writer);
	});
}

/** The list of names where there are several items, then the items. */
function printItems<T extends { readonly schemaName: string }>(
	things: readonly T[],
	section: SectionForm,
	writer: PageWriter,
	print: (item: PrintItem<T>, writer: PageWriter) => void,
): void {
	const marks = itemMarks(section.kind);
	const items = things.map((thing, index) => ({ thing, form: section.items[index] ?? noForm, marks }));
	if (things.length > 1 !== (section.unusualBullets ?? false)) {
		writer.gap(section.itemGaps, "bullets", 1);
		for (const item of items) writer.write(`- [${headingName(item)}](#BKMK_${headingName(item)})`);
	}
	for (const item of items) print(item, writer);
}

const noForm: ItemForm = {};
