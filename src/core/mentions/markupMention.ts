import { columnFound, optionFound } from "./found.ts";
import { type Attribute, type Element, type MarkupPlace, attributeOf, markupAt } from "./markup.ts";
import type { Found } from "./mention.ts";
import type { SchemaNames } from "./schemaNames.ts";
import type { Span } from "./wordAt.ts";

/** Markup, the word in it that is asked about, and whether the code around already says that it is FetchXML. */
export interface MarkupQuestion {
	readonly text: string;
	readonly word: Span;
	readonly names: SchemaNames;
	/** True for markup in a string of a program: its root may stand in another string. */
	readonly fragment: boolean;
}

/** What the word names in FetchXML, in a solution's files or in a data file; undefined anywhere else. */
export function markupMention(
	question: MarkupQuestion,
	place = markupAt(question.text, question.word.start),
): Found | undefined {
	if (place.comment) return undefined;
	return fetchMention(question, place) ?? solutionMention(question, place);
}

/** The table that a FetchXML text asks for first. */
export function tableOfFetch(text: string, names: SchemaNames): string | undefined {
	const name = /<entity\s[^>]*?name\s*=\s*\\?["']?\s*["'](\w+)/.exec(text)?.[1];
	return name === undefined ? undefined : names.table(name);
}

const numeric = /^-?\d+$/;

function fetchMention(question: MarkupQuestion, place: MarkupPlace): Found | undefined {
	const { path } = place;
	const root = path.findIndex(({ name }) => name === "fetch");
	if (root < 0 && !(question.fragment && isFetchFragment(path))) return undefined;
	const element = path.at(-1);
	if (element === undefined) return undefined;
	if (place.attribute !== undefined) return inFetchAttribute(question, place, element, place.attribute);
	if (place.text === undefined || element.name !== "value" || !numeric.test(question.word.text)) return undefined;
	const condition = path.at(-2);
	return condition === undefined ? undefined : conditionOption(question, place, condition);
}

function isFetchFragment(path: readonly Element[]): boolean {
	const [outermost] = path;
	return outermost !== undefined && /^(?:entity|link-entity|attribute|filter|condition|order)$/.test(outermost.name);
}

function inFetchAttribute(
	question: MarkupQuestion,
	place: MarkupPlace,
	element: Element,
	attribute: Attribute,
): Found | undefined {
	const { word, names } = question;
	if (attribute.value !== word.text && attribute.name !== "valueof" && attribute.name !== "value") return undefined;
	switch (`${element.name}@${attribute.name}`) {
		case "entity@name":
		case "link-entity@name":
		case "condition@entityname":
		case "order@entityname":
			return tableFound(names, word.text);
		case "link-entity@from":
			return columnIn(names, tableAttribute(element), word.text);
		case "link-entity@to":
			return columnIn(names, tableAround(place.path.slice(0, -1)), word.text);
		case "attribute@name":
			return columnIn(names, tableAround(place.path), word.text);
		case "order@attribute":
		case "condition@attribute":
			return columnIn(names, tableOfCondition(place, element), word.text);
		case "condition@valueof":
			return columnIn(names, tableOfCondition(place, element), word.text);
		case "condition@value":
			return numeric.test(word.text) ? conditionOption(question, place, element) : undefined;
		default:
			return undefined;
	}
}

/** A condition inside a fragment whose table is in another string: the column is found with the question left open. */
function columnIn(names: SchemaNames, table: string | undefined, text: string): Found | undefined {
	return columnFound(names, table === undefined ? [] : [table], text);
}

function conditionOption({ word, names }: MarkupQuestion, place: MarkupPlace, condition: Element): Found | undefined {
	const column = attributeOf(condition, "attribute")?.value;
	if (column === undefined) return undefined;
	const found = columnIn(names, tableOfCondition(place, condition), column);
	return found === undefined ? undefined : optionFound(names, found, Number(word.text));
}

function tableAttribute(element: Element | undefined): string | undefined {
	return attributeOf(element, "name")?.value;
}

/** The table of the nearest entity or link-entity around. */
function tableAround(path: readonly Element[]): string | undefined {
	return tableAttribute(path.findLast(({ name }) => name === "entity" || name === "link-entity"));
}

/** A condition or order with `entityname` belongs to the link with that alias, or to the table of that name. */
function tableOfCondition(place: MarkupPlace, condition: Element): string | undefined {
	const alias = attributeOf(condition, "entityname")?.value;
	if (alias === undefined) return tableAround(place.path);
	const link = place.elements.find(
		(element) => element.name === "link-entity" && attributeOf(element, "alias")?.value === alias,
	);
	return link === undefined ? alias : tableAttribute(link);
}

function tableFound(names: SchemaNames, text: string): Found | undefined {
	const table = names.table(text) ?? names.table(text.toLowerCase()) ?? names.tableOfClass(text);
	return table === undefined ? undefined : { kind: "table", name: table, table };
}

/** Elements and attributes of solution, form, view, ribbon and data files that hold names. */
const tableTexts =
	/^(?:PrimaryEntity|ReferencingEntityName|ReferencedEntityName|EntityLogicalName|FirstEntityName|SecondEntityName|ReturnedTypeCode|PrimaryEntityName|EntityName)$/;
const columnTexts = /^(?:LogicalName|ReferencingAttributeName|FilteringAttributes)$/;

function solutionMention(question: MarkupQuestion, place: MarkupPlace): Found | undefined {
	const element = place.path.at(-1);
	if (element === undefined) return undefined;
	if (place.text !== undefined) return inSolutionText(question, place, element);
	return place.attribute === undefined ? undefined : inSolutionAttribute(question, place, element, place.attribute);
}

function inSolutionText(
	{ text, word, names }: MarkupQuestion,
	place: MarkupPlace,
	element: Element,
): Found | undefined {
	const content = text.slice(place.text?.start, place.text?.end).trim();
	if (tableTexts.test(element.name)) return content === word.text ? tableFound(names, word.text) : undefined;
	const name = columnTexts.test(element.name) || (element.name === "Name" && place.path.at(-2)?.name === "attribute");
	if (!name) return undefined;
	const table =
		element.name === "ReferencingAttributeName" ? siblingTable(text, place, "ReferencingEntityName", names) : undefined;
	const around = table ?? siblingTable(text, place, "PrimaryEntity", names) ?? solutionTable(text, place, names);
	return around === undefined ? undefined : columnFound(names, [around], word.text);
}

/** The table that a sibling element of the text's element names. */
function siblingTable(text: string, place: MarkupPlace, name: string, names: SchemaNames): string | undefined {
	const parent = place.path.at(-2);
	if (parent === undefined) return undefined;
	const sibling = place.elements.find((element) => element.name === name && element.start > parent.start);
	return sibling === undefined ? undefined : names.tableOfAnyName(textAfter(text, sibling));
}

function textAfter(text: string, element: Element): string {
	return text.slice(element.end, text.indexOf("<", element.end)).trim();
}

/** The table of the <Entity> or <entity> around: by attribute, or by its <Name>. */
function solutionTable(text: string, place: MarkupPlace, names: SchemaNames): string | undefined {
	const entity = place.path.findLast(({ name }) => name.toLowerCase() === "entity");
	if (entity === undefined) return undefined;
	const own = attributeOf(entity, "Name") ?? attributeOf(entity, "name");
	if (own !== undefined) return names.tableOfAnyName(own.value);
	const named = place.elements.find(({ name, start }) => name === "Name" && start > entity.start);
	return named === undefined ? undefined : names.tableOfAnyName(textAfter(text, named));
}

function inSolutionAttribute(
	{ text, word, names }: MarkupQuestion,
	place: MarkupPlace,
	element: Element,
	attribute: Attribute,
): Found | undefined {
	if (attribute.value !== word.text) return undefined;
	switch (`${element.name}@${attribute.name}`) {
		case "attribute@PhysicalName":
			return within(names, solutionTable(text, place, names), word.text);
		case "control@datafieldname":
			return columnFound(names, asList(solutionTable(text, place, names)), word.text);
		case "EntityRelationship@Name":
			return names.isRelationship(word.text) ? { kind: "relationship", name: word.text } : undefined;
		case "RootComponent@schemaName":
			return attributeOf(element, "type")?.value === "1" ? tableFound(names, word.text) : undefined;
		case "entity@Name":
			return place.path.some(({ name }) => name === "EntityInfo") ? tableFound(names, word.text) : undefined;
		case "row@id":
			return attributeOf(element, "name")?.value === "result" ? rowColumn(names, element, word.text) : undefined;
		case "cell@name":
			return rowColumn(
				names,
				place.path.findLast(({ name }) => name === "row"),
				word.text,
			);
		case "entity@name":
			return isDataFile(place) ? tableFound(names, word.text) : undefined;
		case "field@name":
			return isDataFile(place) ? within(names, solutionTable(text, place, names), word.text) : undefined;
		default:
			return undefined;
	}
}

function asList(table: string | undefined): readonly string[] {
	return table === undefined ? [] : [table];
}

function within(names: SchemaNames, table: string | undefined, text: string): Found | undefined {
	return table === undefined ? undefined : columnFound(names, [table], text);
}

/** The columns of a view's layout belong to the table whose primary id the row names. */
function rowColumn(names: SchemaNames, row: Element | undefined, text: string): Found | undefined {
	const id = attributeOf(row, "id")?.value;
	if (id?.endsWith("id") !== true) return undefined;
	const table = names.table(id.slice(0, -2));
	return table === undefined || !names.hasColumn(table, id) ? undefined : columnFound(names, [table], text);
}

/** The schema and data files of the Configuration Migration tool. */
function isDataFile({ path, elements }: MarkupPlace): boolean {
	if (path[0]?.name !== "entities") return false;
	return elements.some(
		({ name, attributes }) =>
			name === "records" || attributes.some((one) => one.name === "primaryidfield" || one.name === "displayname"),
	);
}
