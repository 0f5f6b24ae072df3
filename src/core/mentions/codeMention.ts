import { columnCalls, columnKeys, formNames, plainKey, recordCalls, recordNames } from "./apiNames.ts";
import { isCommonWord } from "./commonWords.ts";
import { columnFound, openColumn, optionFound } from "./found.ts";
import { farTables } from "./farTables.ts";
import type { Found } from "./mention.ts";
import { textFound } from "./textFound.ts";
import { type CodeContext, keyBefore, tableInString } from "./tableInCode.ts";
import { isBody, tableContext, holderTables } from "./tableContext.ts";
import { type Span, withoutLookupValue } from "./wordAt.ts";

/** What the word names in code: in a string, as the key of a record, as a member, or as an option's number. */
export function codeMention(context: CodeContext, index: number, word: Span): Found | undefined {
	const { code } = context;
	if (code.isString(index)) return inString(context, index, word);
	if (code.token(index)?.kind === "number") return optionMention(context, index, Number(word.text));
	return code.isName(index) ? bareName(context, index, code.word(index)) : undefined;
}

function inString(context: CodeContext, index: number, word: Span): Found | undefined {
	const { code } = context;
	const token = code.token(index);
	if (token === undefined || word.start < token.innerStart || word.end > token.innerEnd) return undefined;
	const content = code.content(index);
	const local = { start: word.start - token.innerStart, end: word.end - token.innerStart, text: word.text };
	const table = tableInString(context, index);
	if (table?.whole === "table") return { kind: "table", name: table.table, table: table.table };
	if (table?.whole === "entitySet") return { kind: "entitySet", name: word.text, table: table.table };
	const type = /^#?Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(content)?.[1];
	if (type === word.text && table !== undefined) return { kind: "table", name: type, table: table.table };
	const named = annotated(context, index, content, local) ?? listed(context, index, content, local);
	if (named !== undefined) return named;
	if (/^[\w.]*$/.test(content)) return distinctive(context, word.text);
	const { text, shift } = code.joined(index);
	const moved = { start: local.start + shift, end: local.end + shift, text: local.text };
	return embedded(context, index, text, moved) ?? distinctive(context, word.text);
}

/** A request, FetchXML, SQL or the value of one option inside a string. */
function embedded(context: CodeContext, index: number, text: string, word: Span): Found | undefined {
	const { names, evidence } = context;
	const option = optionKey(context, index);
	const around = (): readonly string[] => tablesAround(context, index);
	return textFound({ text, word, names, evidence, fragment: true, option, around });
}

/** "filter" for the value of `filter: "..."` or `"$filter": "..."`; also for what is passed to `.filter("...")`. */
function optionKey({ code }: CodeContext, index: number): string | undefined {
	const open = code.opener(index);
	const list = code.word(open) === "[" && !code.isName(open - 1) ? open : index;
	const key = keyBefore(code, list);
	const plain = key === undefined ? undefined : plainKey(key).replace(/^\$/, "");
	if (plain === undefined) return undefined;
	if (/^(?:select|filter|expand|orderby|apply)$/.test(plain)) return plain;
	return plain === "filterexpression" ? "filter" : undefined;
}

function tablesAround(context: CodeContext, index: number): readonly string[] {
	const { direct, outer } = tableContext(context, index);
	return direct.length > 0 ? direct : outer.length > 0 ? outer : farTables(context, index);
}

/** `"primarycontactid@odata.bind"`, `"statuscode@OData.Community..."`, `"_ownerid_value"`, `"item/name"`, `?['body/name']`. */
function annotated(context: CodeContext, index: number, content: string, word: Span): Found | undefined {
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

/** The navigation property of a binding, of the table of the record or of the only one that all keys fit. */
function bound(context: CodeContext, index: number, name: string): Found | undefined {
	const { names } = context;
	for (const table of recordTables(context, index)) {
		if (names.hasNavigation(table, name)) return { kind: "navigationProperty", name, table };
	}
	const having = names.catalog.tablesWithNavigationProperty(name);
	if (having.length === 0) return undefined;
	return having.length === 1
		? { kind: "navigationProperty", name, table: having[0] ?? "" }
		: { kind: "navigationProperty", name, tables: having };
}

function recordTables(context: CodeContext, index: number): readonly string[] {
	const { direct, outer } = tableContext(context, index);
	const near = [...direct, ...outer];
	if (near.length > 0) return near;
	const fitting = tablesOfKeys(context, index);
	return fitting.length > 0 ? fitting : farTables(context, index);
}

/** The one table that has all keys of the literal around, where one of them says that it is a Dataverse record. */
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
			? names.catalog.tablesWithNavigationProperty(name)
			: names.tablesWithColumn(withoutLookupValue(name) ?? name);
		tables = tables === undefined ? having : tables.filter((table) => having.includes(table));
	}
	return record && tables?.length === 1 ? tables : [];
}

function firstWith({ names }: CodeContext, tables: readonly string[], column: string): Found | undefined {
	return tables.length === 0 ? undefined : columnFound(names, tables, column);
}

/** A string that is a name or a list of names with nothing else in it. */
function listed(context: CodeContext, index: number, content: string, word: Span): Found | undefined {
	if (!/^\s*\w+(?:\s*,\s*\w+)*\s*$/.test(content)) return undefined;
	const place = placeOfName(context, index);
	if (place === undefined) return undefined;
	const { names } = context;
	const { direct, outer } = tableContext(context, index);
	const name = withoutLookupValue(word.text) ?? word.text;
	if (place === "relationship") {
		return names.isRelationship(word.text) ? { kind: "relationship", name: word.text } : undefined;
	}
	const near = firstWith(context, [...direct, ...(place === "value" ? [] : outer)], name);
	if (near !== undefined || place === "value") return near;
	if (place === "form") return openColumn(names, name);
	const far =
		place === "column" || place === "record" ? firstWith(context, farTables(context, index), name) : undefined;
	if (far !== undefined) return far;
	return place === "column" && direct.length + outer.length === 0 ? openColumn(names, name) : undefined;
}

/**
 * What a string that is a name can be by its place. "column": only a column; "record": a column if the receiver is a
 * record; "indexer": a column if the receiver's table is known; "value": one of several arguments or list items.
 */
type NamePlace = "column" | "record" | "indexer" | "value" | "form" | "relationship";

function placeOfName(context: CodeContext, index: number): NamePlace | undefined {
	const { code } = context;
	let at = index;
	let open = code.opener(at);
	if (code.word(open) === "[" && code.chainBefore(open).length === 0) {
		at = open;
		open = code.opener(at);
	}
	if (code.word(open) === "[" && at === index) return indexerPlace(context, open);
	const isKey =
		code.word(at + 1) === ":" || (code.word(at + 1) === "=" && code.word(at + 2) !== "=" && code.word(open) === "{");
	if (isKey && code.word(open) === "{") return isBody(context, open) ? undefined : "value";
	const key = keyBefore(code, at);
	if (key !== undefined) return columnKeys.has(plainKey(key)) ? "value" : undefined;
	if (code.word(open) === "(") return callPlace(context, open);
	return code.word(open) === "{" && !isBody(context, open) ? braceListPlace(context, open) : undefined;
}

/** `new[] { "name", "revenue" }` and `new ColumnSet { .. }`. */
function braceListPlace({ code }: CodeContext, open: number): NamePlace | undefined {
	const outer = code.opener(open);
	if (code.word(outer) !== "(") return undefined;
	const callee = code.chainBefore(outer).at(-1)?.word.toLowerCase() ?? "";
	return columnCalls.has(callee) ? "column" : "value";
}

function indexerPlace({ code }: CodeContext, open: number): NamePlace {
	const chain = code.chainBefore(open);
	const receiver = chain.at(-1)?.word ?? "";
	const holder = /^(?:Attributes|FormattedValues)$/.test(receiver) ? (chain.at(-2)?.word ?? "") : receiver;
	return holder !== receiver || recordNames.test(holder) ? "record" : "indexer";
}

function callPlace({ code }: CodeContext, open: number): NamePlace | undefined {
	const chain = code.chainBefore(open);
	const callee = chain.at(-1)?.word.toLowerCase() ?? "";
	const receiver = chain.at(-2)?.word ?? "";
	if (callee === "getattribute" || callee === "getcontrol") return formNames.test(receiver) ? "form" : undefined;
	if (callee === "get" && formNames.test(receiver) && receiver !== "Page") return "form";
	if (callee === "relationship" || callee === "relationshipschemaname") return "relationship";
	if (callee === "relationshipschemanameattribute") return "relationship";
	if (columnCalls.has(callee)) return "column";
	if (recordCalls.has(callee)) return recordNames.test(receiver) || receiver === "Attributes" ? "record" : "indexer";
	return /^(?:log|info|warn|error|debug|write|print|alert|equal|strictequal|require|t)$/.test(callee)
		? undefined
		: "value";
}

/** A name that only Dataverse has, in a string or as a member: the table from around where it fits, else open. */
export function distinctive(context: CodeContext, text: string): Found | undefined {
	const { names } = context;
	const name = withoutLookupValue(text) ?? text;
	if (name === text && !names.hasPublisherPrefix(text)) return undefined;
	return openColumn(names, name) ?? otherName(context, name);
}

function otherName({ names }: CodeContext, name: string): Found | undefined {
	const table = names.table(name);
	if (table !== undefined) return { kind: "table", name: table, table };
	const ofSet = names.tableOfSet(name);
	if (ofSet !== undefined) return { kind: "entitySet", name, table: ofSet };
	return names.isRelationship(name) ? { kind: "relationship", name } : undefined;
}

/** A name outside of strings: key of a record's literal, member of a record, or one that only Dataverse has. */
function bareName(context: CodeContext, index: number, text: string): Found | undefined {
	const { code, names } = context;
	const column = withoutLookupValue(text) ?? text;
	const sure = column !== text || names.hasPublisherPrefix(text);
	if (!sure && isCommonWord(text)) return undefined;
	const isMember = code.word(index - 1) === ".";
	const isKey = isLiteralKey(context, index);
	if (!isMember && !isKey) return sure ? distinctive(context, text) : undefined;
	const found = firstWith(context, isKey ? tableContext(context, index).direct : memberTables(context, index), column);
	if (found !== undefined && (found.name === column || isClassMember(context, found, column))) return found;
	return sure ? distinctive(context, text) : undefined;
}

/** `account.CreditLimit` of an early-bound class has the schema name's case: other case differences are no match. */
function isClassMember(_context: CodeContext, found: Found, text: string): boolean {
	return found.name === text.toLowerCase() && /^[A-Z]|_/.test(text);
}

function isLiteralKey({ code, ...rest }: CodeContext, index: number): boolean {
	const open = code.opener(index);
	const next = code.word(index + 1);
	if (code.word(open) !== "{" || isBody({ code, ...rest }, open)) return false;
	return (next === ":" && code.word(index + 2) !== ":") || (next === "=" && code.word(index + 2) !== "=");
}

function memberTables(context: CodeContext, index: number): readonly string[] {
	const [root] = context.code.chainBefore(index + 1);
	if (root === undefined || root.index === index) return [];
	return holderTables(context, root.word, root.index);
}

/** The option that a number stands for: the column is the key, the other side of a comparison, or the argument before. */
function optionMention(context: CodeContext, index: number, value: number): Found | undefined {
	const { code, names } = context;
	const column = columnOfValue(context, index);
	if (column === undefined) return undefined;
	const token = code.token(column);
	if (token === undefined) return undefined;
	const from = code.isString(column) ? token.innerStart : token.start;
	const to = code.isString(column) ? token.innerEnd : token.end;
	const text = code.scan.text.slice(from, to).replace(/^item\//, "");
	const start = to - text.length;
	const found = codeMention(context, column, { start, end: to, text });
	return found === undefined ? undefined : optionFound(names, found, value);
}

function columnOfValue(context: CodeContext, index: number): number | undefined {
	const { code } = context;
	let at = index - 1;
	if (code.word(at) === "(") {
		const callee = code.chainBefore(at);
		const name = callee.at(-1)?.word.toLowerCase();
		if (name === "optionsetvalue") at = (callee[0]?.index ?? at) - 1;
		else if (name === "setvalue") return argumentOf(context, callee.at(-2)?.open);
	}
	if (code.word(at) === "new") at -= 1;
	const comma = argumentBefore(context, at);
	if (comma !== undefined) return comma;
	if (!/^[=:]$/.test(code.word(at))) return undefined;
	while (/^[=!:]$/.test(code.word(at))) at -= 1;
	if (code.word(at) === "]" && code.isString(at - 1)) return at - 1;
	if (code.isString(at) || code.isName(at)) return at;
	if (code.word(at) !== ")") return undefined;
	const open = code.scan.partner.get(at);
	const chain = open === undefined ? [] : code.chainBefore(open);
	const own = argumentOf(context, open);
	return own ?? argumentOf(context, chain.at(-2)?.open);
}

function argumentOf({ code }: CodeContext, open: number | undefined): number | undefined {
	if (open === undefined) return undefined;
	const [first] = code.directStrings(open);
	return first;
}

/** `AddCondition("statecode", ConditionOperator.Equal, 0)`: the string argument before, in a call about columns. */
function argumentBefore({ code }: CodeContext, at: number): number | undefined {
	if (code.word(at) !== ",") return undefined;
	const open = code.opener(at);
	const callee = code.chainBefore(open).at(-1)?.word.toLowerCase() ?? "";
	if (code.word(open) !== "(" || !(columnCalls.has(callee) || recordCalls.has(callee))) return undefined;
	return code.directStrings(open).findLast((index) => index < at);
}
