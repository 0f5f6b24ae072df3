import type { Found } from "./mention.ts";
import { locateRequest, splitTop } from "./odataText.ts";
import { columnFound, navigationOfAny, optionFound } from "./found.ts";
import type { SchemaNames } from "./schemaNames.ts";
import { type Span, withoutLookupValue } from "./wordAt.ts";

/** A text that holds a Web API request or a part of one, and the word in it that is asked about. */
export interface ODataQuestion {
	readonly text: string;
	readonly word: Span;
	readonly names: SchemaNames;
	/** The table that the code around names, nearest first; empty where it names none. */
	readonly tables: readonly string[];
	/** Whether the text around speaks of Dataverse, so that a path without /api/data/ may be believed. */
	readonly evidence: boolean;
}

const operators = /^(?:and|or|not|eq|ne|gt|ge|lt|le|in|null|true|false|asc|desc|any|all|with|as)$/;

/** What the word names inside a request; undefined where the text is no request or the word no name in it. */
export function odataMention(question: ODataQuestion): Found | undefined {
	const { text, word, names } = question;
	const request = locateRequest(text, word.start);
	if (request === undefined || word.start >= request.end) return undefined;
	const path = walkPath(question, request.pathStart, request.pathEnd);
	const known = request.origin === "optionsOnly" ? question.tables : path.tables;
	const found =
		word.start < request.pathEnd && word.start >= request.pathStart
			? path.found
			: request.queryStart === undefined
				? undefined
				: inOptions(question, request.queryStart, request.end, "&", known);
	if (found === undefined || request.origin === "api") return found;
	if (request.origin === "relative" && !believable(question, request, path.tables)) return undefined;
	const open = found.table === undefined || (request.origin === "optionsOnly" && question.tables.length === 0);
	return !open || question.evidence || names.hasPublisherPrefix(found.name) ? found : undefined;
}

/** The table of a request's answer, undefined where the text names none. */
export function tableOfRequest(text: string, names: SchemaNames): string | undefined {
	const request = locateRequest(text, text.length);
	if (request === undefined || request.pathEnd === request.pathStart) return undefined;
	const word = { start: text.length, end: text.length, text: "" };
	return walkPath({ text, word, names, tables: [], evidence: true }, request.pathStart, request.pathEnd).tables[0];
}

/**
 * A path without /api/data/ may be that of another service with sets like "contacts". It is believed where each name
 * that it selects is a column of the table, or where it has nothing to compare and the text around speaks of Dataverse.
 */
function believable(
	{ text, names, evidence }: ODataQuestion,
	{ queryStart, end }: { readonly queryStart: number | undefined; readonly end: number },
	tables: readonly string[],
): boolean {
	const [table] = tables;
	if (table === undefined) return false;
	const query = queryStart === undefined ? "" : text.slice(queryStart, end);
	const select = /\$select\s*=\s*([\w\s,]+)/.exec(query)?.[1];
	if (select === undefined) {
		if (evidence || queryStart === undefined) return evidence;
		return (query.match(/\w{4,}/g) ?? []).some((name) => names.hasColumn(table, withoutLookupValue(name) ?? name));
	}
	return select
		.split(",")
		.map((name) => name.trim())
		.filter((name) => name !== "")
		.every((name) => names.hasColumn(table, withoutLookupValue(name) ?? name));
}

interface PathWalk {
	readonly tables: readonly string[];
	readonly found: Found | undefined;
}

function walkPath(question: ODataQuestion, from: number, to: number): PathWalk {
	const { text, word, names } = question;
	let tables: readonly string[] = [];
	let found: Found | undefined;
	let first = true;
	for (const part of splitTop(text, from, to, "/")) {
		const segment = /^\s*([\w$.]*)/.exec(text.slice(part.start, part.end));
		const name = segment?.[1] ?? "";
		if (name === "") continue;
		const here = word.start >= part.start && word.start < part.end;
		const inName = here && word.start < part.start + (segment?.[0].length ?? 0);
		const step = first ? firstSegment(name, names, text.slice(part.start, part.end)) : nextSegment(tables, name, names);
		if (inName) found = step.found;
		tables = step.tables;
		if (here && !inName) found = inKey(question, part, tables);
		first = false;
	}
	return { tables, found };
}

function firstSegment(name: string, names: SchemaNames, segment: string): PathWalk {
	const table = names.tableOfSet(name);
	if (table !== undefined) return { tables: [table], found: { kind: "entitySet", name, table } };
	const definition = /^EntityDefinitions\(LogicalName='(\w+)'\)/.exec(segment)?.[1];
	const defined = definition === undefined ? undefined : names.table(definition);
	return { tables: defined === undefined ? [] : [defined], found: undefined };
}

function nextSegment(tables: readonly string[], name: string, names: SchemaNames): PathWalk {
	const cast = /^Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(name)?.[1];
	if (cast !== undefined) {
		const table = names.table(cast);
		return table === undefined ? { tables, found: undefined } : { tables: [table], found: tableFound(table) };
	}
	if (name.startsWith("$") || name === "Attributes") return { tables, found: undefined };
	return navigation(tables, name, names) ?? { tables, found: columnFound(names, tables, name) };
}

/** In the brackets after a set: `accounts(accountnumber='A1')`, or a name given as LogicalName='..'. */
function inKey(
	{ text, word, names }: ODataQuestion,
	part: { start: number },
	tables: readonly string[],
): Found | undefined {
	const before = text.slice(part.start, word.start);
	if (before.endsWith("LogicalName='")) {
		if (!before.startsWith("Attributes"))
			return names.table(word.text) === undefined ? undefined : tableFound(word.text);
		return columnFound(names, tables, word.text);
	}
	return /^\s*=/.test(text.slice(word.end)) ? columnFound(names, tables, word.text) : undefined;
}

function tableFound(table: string): Found {
	return { kind: "table", name: table, table };
}

/** A navigation property of one of the tables, and where it leads. */
function navigation(tables: readonly string[], name: string, names: SchemaNames): PathWalk | undefined {
	for (const table of tables) {
		if (!names.hasNavigation(table, name)) continue;
		return { tables: names.targets(table, name), found: { kind: "navigationProperty", name, table } };
	}
	return undefined;
}

/** The option in which the word stands; `separator` is "&" in a request and ";" inside an $expand. */
function inOptions(
	question: ODataQuestion,
	from: number,
	to: number,
	separator: string,
	tables: readonly string[],
): Found | undefined {
	const { text, word } = question;
	for (const { start, end } of splitTop(text, from, to, separator)) {
		if (word.start < start || word.start >= end) continue;
		const head = /^\s*\$?(\w+)\s*=/.exec(text.slice(start, end));
		if (head === null) return undefined;
		const valueStart = start + head[0].length;
		return word.start < valueStart ? undefined : inOption(question, head[1] ?? "", valueStart, end, tables);
	}
	return undefined;
}

/** The word inside the value of one option: "select", "filter", ... Also for options that code passes one by one. */
export function inOption(
	question: ODataQuestion,
	option: string,
	from: number,
	to: number,
	tables: readonly string[],
): Found | undefined {
	switch (option.toLowerCase()) {
		case "select":
			return isListed(question, from, to) ? simpleName(question, tables) : undefined;
		case "orderby":
		case "filter":
		case "apply":
			return inExpression(question, from, tables);
		case "expand":
			return inExpand(question, from, to, tables);
		default:
			return undefined;
	}
}

/** Whether the word is a whole item of the list: prose that follows an address is not. */
function isListed({ text, word }: ODataQuestion, from: number, to: number): boolean {
	const before = text.slice(from, word.start);
	const after = text.slice(word.end, to);
	return /(?:^|,)\s*(?:[\w]+\/)?$/.test(before) && /^\s*(?:,|$|["'`<]|\s\S|[)\]]|\u0001)/.test(after);
}

function simpleName({ word, names }: ODataQuestion, tables: readonly string[]): Found | undefined {
	return columnFound(names, tables, withoutLookupValue(word.text) ?? word.text);
}

function inExpand(question: ODataQuestion, from: number, to: number, tables: readonly string[]): Found | undefined {
	const { text, word, names } = question;
	for (const { start, end } of splitTop(text, from, to, ",")) {
		if (word.start < start || word.start >= end) continue;
		const name = /^\s*(\w+)/.exec(text.slice(start, end));
		if (name === null) return undefined;
		const nameEnd = start + name[0].length;
		const step = navigation(tables, name[1] ?? "", names);
		if (word.start < nameEnd) return step?.found ?? openNavigation(names, tables, name[1] ?? "");
		const open = text.indexOf("(", nameEnd);
		if (open < 0 || word.start < open) return undefined;
		const close = text[end - 1] === ")" ? end - 1 : end;
		return inOptions(question, open + 1, close, ";", step?.tables ?? []);
	}
	return undefined;
}

function openNavigation(names: SchemaNames, tables: readonly string[], name: string): Found | undefined {
	return tables.length > 0 ? undefined : navigationOfAny(names, name);
}

function inExpression(question: ODataQuestion, from: number, tables: readonly string[]): Found | undefined {
	const { text, word, names } = question;
	const before = text.slice(from, word.start);
	if (/^-?\d+$/.test(word.text)) return inValue(question, from, before, tables);
	if (isQuoted(before)) {
		if (!/PropertyNames?\s*=\s*\[?\s*'$/.test(before)) return undefined;
		return columnFound(names, tables, word.text);
	}
	if (operators.test(word.text)) return undefined;
	if (/\bas\s+$/.test(before) || /^\s*=/.test(text.slice(word.end))) return undefined;
	return pathInExpression(question, from, word, tables);
}

function isQuoted(before: string): boolean {
	return (before.split("'").length - 1) % 2 === 1;
}

/** A name or one segment of `a/b/c`, starting at a lambda's variable or at the table of the request. */
function pathInExpression(
	{ text, names }: ODataQuestion,
	from: number,
	word: Span,
	tables: readonly string[],
): Found | undefined {
	let start = word.start;
	while (start > from && /[\w/]/.test(text[start - 1] ?? "")) start -= 1;
	const segments = text.slice(start, word.start).split("/").slice(0, -1);
	let at = startOfPath(text.slice(from, start), segments, names, tables);
	for (const segment of at.rest) {
		const step = navigation(at.tables, segment, names);
		if (step === undefined) return undefined;
		at = { tables: step.tables, rest: [] };
	}
	const name = withoutLookupValue(word.text) ?? word.text;
	const next = text[word.end];
	if (next === "/")
		return navigation(at.tables, word.text, names)?.found ?? openNavigation(names, at.tables, word.text);
	if (next === "(") return undefined;
	return columnFound(names, at.tables, name);
}

interface PathStart {
	readonly tables: readonly string[];
	readonly rest: readonly string[];
}

function startOfPath(
	before: string,
	segments: readonly string[],
	names: SchemaNames,
	tables: readonly string[],
): PathStart {
	const [alias, ...rest] = segments;
	if (alias === undefined) return { tables, rest: [] };
	const lambda = new RegExp(`([\\w/]+)/(?:any|all)\\(\\s*${alias}\\s*:`).exec(before);
	if (lambda === null) return { tables, rest: segments };
	const path = (lambda[1] ?? "").split("/");
	const outer = startOfPath(before.slice(0, lambda.index), path, names, tables);
	let current = outer.tables;
	for (const segment of outer.rest) current = navigation(current, segment, names)?.tables ?? [];
	return { tables: current, rest };
}

const comparison = /([\w/]+)\s+(?:eq|ne|gt|ge|lt|le)\s+-?$/;
const inList = /([\w/]+)\s+in\s*\([^()]*$/;
const propertyValue = /PropertyName\s*=\s*'(\w+)'\s*,\s*PropertyValues?\s*=\s*\[?[^\]]*$/;

/** A number: the option of the column that it is compared with. */
function inValue(question: ODataQuestion, from: number, before: string, tables: readonly string[]): Found | undefined {
	const match = comparison.exec(before) ?? inList.exec(before) ?? propertyValue.exec(before);
	const path = match?.[1];
	if (match === null || path === undefined) return undefined;
	const end = from + match.index + match[0].indexOf(path) + path.length;
	const start = end - (path.split("/").at(-1)?.length ?? 0);
	const column = pathInExpression(question, from, { start, end, text: question.text.slice(start, end) }, tables);
	return column === undefined ? undefined : optionFound(question.names, column, Number(question.word.text));
}
