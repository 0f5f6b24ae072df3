import { plainKey } from "./apiNames.ts";
import { annotated, firstWith } from "./annotatedName.ts";
import { isBody } from "./braces.ts";
import { isCommonWord } from "./commonWords.ts";
import { farTables } from "./farTables.ts";
import { openColumn, optionFound } from "./found.ts";
import type { Found } from "./mention.ts";
import { placeOfName } from "./namePlace.ts";
import { holderTables, tableContext } from "./tableContext.ts";
import { type CodeContext, keyBefore, tableInString } from "./tableInCode.ts";
import { textFound } from "./textFound.ts";
import { columnOfValue } from "./valueColumn.ts";
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
	if (direct.length > 0) return direct;
	const used = partOf(context, index);
	if (used.length > 0) return used;
	return outer.length > 0 ? outer : farTables(context, index);
}

/** The string is given to a variable: the tables of the first template after it that has this variable in a hole. */
function partOf(context: CodeContext, index: number): readonly string[] {
	const { code } = context;
	let at = index - 1;
	while (at > index - 6 && code.word(at) !== "=") at -= 1;
	if (!code.isName(at - 1)) return [];
	const hole = new RegExp(`[{$(]${code.word(at - 1).replaceAll("$", "\\$")}[})]`);
	for (let next = index + 1; next < Math.min(code.length, index + 400); next += 1) {
		const token = code.token(next);
		if (token?.kind !== "string" || !hole.test(code.scan.text.slice(token.innerStart, token.innerEnd))) continue;
		const own = tableInString(context, next)?.table;
		return own === undefined ? tableContext(context, next).direct : [own];
	}
	return [];
}

/** `"primarycontactid@odata.bind"`, `"statuscode@OData.Community..."`, `"_ownerid_value"`, `"item/name"`, `?['body/name']`. */
/** The navigation property of a binding, of the table of the record or of the only one that all keys fit. */
/** The one table that has all keys of the literal around, where one of them says that it is a Dataverse record. */
/** A string that is a name or a list of names with nothing else in it. */
function listed(context: CodeContext, index: number, content: string, word: Span): Found | undefined {
	if (!/^\s*\w+(?:\s*,\s*\w+)*\s*$/.test(content)) return undefined;
	if (context.code.word(index - 1) === ".") return quotedMember(context, index, word.text);
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

/** PowerShell's `$row."name"`. */
function quotedMember(context: CodeContext, index: number, name: string): Found | undefined {
	const [root] = context.code.chainBefore(index - 1);
	return root === undefined ? undefined : firstWith(context, holderTables(context, root.word, root.index), name);
}

/**
 * What a string that is a name can be by its place. "column": only a column; "record": a column if the receiver is a
 * record; "indexer": a column if the receiver's table is known; "value": one of several arguments or list items.
 */
/** `new[] { "name", "revenue" }` and `new ColumnSet { .. }`. */
/** Whether the variable holds a form: by its name, or by what it was given. */
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
	if (found !== undefined && (found.name === column || isClassMember(found, column))) return found;
	return sure ? distinctive(context, text) : undefined;
}

/** `account.CreditLimit` of an early-bound class has the schema name's case: other case differences are no match. */
function isClassMember(found: Found, text: string): boolean {
	return found.name === text.toLowerCase() && /^[A-Z]|_/.test(text);
}

function isLiteralKey(context: CodeContext, index: number): boolean {
	const { code } = context;
	const open = code.opener(index);
	const next = code.word(index + 1);
	if (code.word(open) !== "{" || isBody(context, open)) return false;
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

/** `AddCondition("statecode", ConditionOperator.Equal, 0)`: the string argument before, in a call about columns. */
