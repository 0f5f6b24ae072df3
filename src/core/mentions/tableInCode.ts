import {
	plainKey,
	referenceCalls,
	tableCalls,
	tableCallsWithEvidence,
	tableKeys,
	tableKeysWithEvidence,
} from "./apiNames.ts";
import type { CodeTokens } from "./codeTokens.ts";
import { tableOfFetch } from "./markupMention.ts";
import { tableOfRequest } from "./odataMention.ts";
import type { SchemaNames } from "./schemaNames.ts";

/** A table that a string names. */
export interface TableInString {
	readonly table: string;
	/** The string is this one name, and nothing else. */
	readonly whole: "table" | "entitySet" | undefined;
	/** It names a record beside the one that is worked on: no context for what stands around. */
	readonly reference: boolean;
}

/** What deciding needs: the code, the names, and whether the text speaks of Dataverse. */
export interface CodeContext {
	readonly code: CodeTokens;
	readonly names: SchemaNames;
	readonly evidence: boolean;
	/** Answers of `tableInString`, by token: each string is asked several times. */
	readonly known: Map<number, TableInString | undefined>;
	/** What variables hold, by name; one that is being followed holds nothing, so that circles end. */
	readonly holders: Map<string, readonly string[]>;
}

/** The context of one question about a piece of code. */
export function codeContext(code: CodeTokens, names: SchemaNames, evidence: boolean): CodeContext {
	return { code, names, evidence, known: new Map(), holders: new Map() };
}

/** The table that the string at that index names by its place or by what it says; undefined where it names none. */
export function tableInString(context: CodeContext, index: number): TableInString | undefined {
	const { code, known } = context;
	if (!code.isString(index)) return undefined;
	if (known.has(index)) return known.get(index);
	if (!code.spend(20)) return undefined;
	const found = decide(context, index, code.content(index).trim());
	known.set(index, found);
	return found;
}

function decide(context: CodeContext, index: number, content: string): TableInString | undefined {
	if (content.length > 4000) return undefined;
	if (/^\w+$/.test(content)) return plainName(context, index, content);
	const { names, code } = context;
	const type = /^#?Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(content)?.[1];
	if (type !== undefined) {
		const table = names.table(type);
		return table === undefined ? undefined : { table, whole: undefined, reference: false };
	}
	if (content.includes("<entity")) return inText(tableOfFetch(content, names));
	if (content.includes("$metadata#")) return inText(names.tableOfSet(/\$metadata#(\w+)/.exec(content)?.[1] ?? ""));
	const main = /[?&]etn=(\w+)/.exec(content)?.[1];
	if (main !== undefined) return inText(names.table(main));
	if (!/[/?(]/.test(content)) return undefined;
	const table = tableOfRequest(code.joined(index).text, names) ?? tableOfRequest(content, names);
	if (table === undefined) return undefined;
	return {
		table,
		whole: undefined,
		reference: isBinding(code, index) || (/^\/?\w+\([^)]*\)$/.test(content) && !context.evidence),
	};
}

function inText(table: string | undefined): TableInString | undefined {
	return table === undefined ? undefined : { table, whole: undefined, reference: false };
}

/** Whether the string is the value of `"x@odata.bind": "/contacts(..)"`. */
function isBinding(code: CodeTokens, index: number): boolean {
	for (let at = index - 1; at > index - 6 && at >= 0; at -= 1) {
		if (code.isString(at) && code.content(at).includes("@odata.bind")) return true;
	}
	return false;
}

function plainName(context: CodeContext, index: number, content: string): TableInString | undefined {
	const { names } = context;
	const table = names.table(content);
	const ofSet = table === undefined ? names.tableOfSet(content) : undefined;
	const named = table ?? ofSet;
	if (named === undefined) return undefined;
	const place = placeOfTable(context, index);
	if (place === undefined) return undefined;
	return { table: named, whole: table === undefined ? "entitySet" : "table", reference: place === "reference" };
}

function placeOfTable(context: CodeContext, index: number): "own" | "reference" | undefined {
	const { code, evidence } = context;
	const key = keyBefore(code, index);
	if (key !== undefined) {
		const plain = plainKey(key);
		const shared = /^(?:entityname|entitytype|logicalname)$/.test(plain) && key !== "LogicalName";
		const sure = tableKeys.has(plain) && (evidence || !shared || hasQuery(code, index));
		if (sure || (tableKeysWithEvidence.has(plain) && (evidence || hasQuery(code, index)))) return "own";
		return undefined;
	}
	const open = listOpener(code, index);
	if (code.word(open) !== "(") return undefined;
	const callee = code.chainBefore(open).at(-1);
	if (callee === undefined) return undefined;
	const name = callee.word.toLowerCase();
	const position = code.argumentIndex(index);
	if (name === "equals" || name === "string") return comparedBefore(code, callee.index) ? "own" : undefined;
	if (tableCalls.has(name) && position <= allowedPosition(name)) return referenceCalls.has(name) ? "reference" : "own";
	const isEntity = name === "entity" && code.word(callee.index - 1) === "new";
	if (isEntity || (tableCallsWithEvidence.has(name) && evidence && position === 0)) return "own";
	return undefined;
}

function allowedPosition(call: string): number {
	return call === "linkentity" || call.startsWith("crmplugin") ? 1 : 0;
}

/** The bracket of the call in whose arguments the string is, also inside a list. */
function listOpener(code: CodeTokens, index: number): number {
	const open = code.opener(index);
	return code.word(open) === "[" && !code.isName(open - 1) ? code.opener(open) : open;
}

/** `x.LogicalName.Equals("account")`: whether what is compared is a table's name. */
function comparedBefore(code: CodeTokens, equals: number): boolean {
	return tableKeys.has(plainKey(code.word(equals - 2)));
}

/** Among the neighbours in the same braces: a query or record that only Dataverse has. */
function hasQuery(code: CodeTokens, index: number): boolean {
	const open = code.opener(index);
	if (open < 0) return false;
	const end = Math.min(code.closer(open), open + 600);
	for (let at = open + 1; at < end; at += 1) {
		if (code.isString(at) && /@odata\.|^item\/|^\$(?:select|filter|expand)/.test(code.content(at))) return true;
	}
	return false;
}

/** The key or property that the string is the value of or is compared with: `key: "x"`, `a.key = "x"`, `a.key == "x"`. */
export function keyBefore(code: CodeTokens, index: number): string | undefined {
	let at = index - 1;
	if (code.word(at) === "(" || code.word(at) === "[") {
		if (code.isName(at - 1) || code.word(at - 1) === ")") return undefined;
		at -= 1;
	}
	const mark = code.word(at);
	if (mark !== ":" && mark !== "=") return undefined;
	while (/^[=!:]$/.test(code.word(at))) at -= 1;
	if (code.isString(at)) return code.content(at);
	if (code.word(at) === "]" && code.isString(at - 1)) return code.content(at - 1);
	if (code.word(at) === "?") at -= 1;
	return code.isName(at) ? code.word(at).replace(/^\$/, "") : undefined;
}
