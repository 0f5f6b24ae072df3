import { columnKeys, plainKey, tableKeys, tableKeysWithEvidence } from "./apiNames.ts";
import { columnFound, optionFound } from "./found.ts";
import type { Found } from "./mention.ts";
import { inOption, odataMention } from "./odataMention.ts";
import type { SchemaNames } from "./schemaNames.ts";
import type { Span } from "./wordAt.ts";

export interface YamlQuestion {
	readonly text: string;
	readonly word: Span;
	readonly names: SchemaNames;
	readonly evidence: boolean;
}

interface Line {
	readonly start: number;
	readonly indent: number;
	readonly key: string | undefined;
	readonly value: string;
	/** Offset of the value in the text. */
	readonly valueStart: number;
}

const yamlLine = /^(\s*)((?:-\s+)*)(?:["']?([\w$@./ -]*?)["']?\s*:(?:\s+|$))?(.*)$/;

function lineAt(text: string, offset: number): Line {
	const start = text.lastIndexOf("\n", offset - 1) + 1;
	const until = text.indexOf("\n", start);
	const line = text.slice(start, until < 0 ? text.length : until);
	const [, blank = "", dash = "", key, value = ""] = yamlLine.exec(line) ?? [];
	return { start, indent: blank.length + dash.length, key, value, valueStart: start + line.length - value.length };
}

/** What the word names in a YAML text: a table's key, its columns, or a request. */
export function yamlMention({ text, word, names, evidence }: YamlQuestion): Found | undefined {
	const line = lineAt(text, word.start);
	if (/^\s*#/.test(text.slice(line.start, word.start))) return undefined;
	const value = line.value.replace(/^["'](.*)["']\s*$/, " $1 ");
	const local = { start: word.start - line.valueStart, end: word.end - line.valueStart, text: word.text };
	const key = line.key === undefined ? undefined : plainKey(line.key);
	if (local.start < 0) return keyColumn(text, line, word, names, evidence);
	if (key !== undefined && isTableKey(key, evidence) && value.trim() === word.text) return tableFound(names, word.text);
	const option = /^\$?(select|filter|expand|orderby)$/.exec(key ?? "")?.[1];
	const table = tableAround(text, line, names, evidence);
	const tables = table === undefined ? [] : [table];
	if (option !== undefined && table !== undefined) {
		return inOption({ text: value, word: local, names, tables, evidence }, option, 0, value.length, tables);
	}
	const request = odataMention({ text: value, word: local, names, tables, evidence });
	if (request !== undefined || table === undefined) return request;
	if (/^\d+$/.test(word.text)) return optionOf(names, table, line.key ?? "", value, word);
	const listKey = key ?? keyAbove(text, line);
	return listKey !== undefined && columnKeys.has(listKey) && isItem(value, word)
		? columnFound(names, tables, word.text)
		: undefined;
}

function isItem(value: string, word: Span): boolean {
	return value
		.replace(/[[\]"']/g, " ")
		.split(",")
		.some((item) => item.trim() === word.text);
}

function optionOf(names: SchemaNames, table: string, key: string, value: string, word: Span): Found | undefined {
	const column = value.trim() === word.text ? columnFound(names, [table], key) : undefined;
	return column === undefined ? undefined : optionFound(names, column, Number(word.text));
}

function isTableKey(key: string, evidence: boolean): boolean {
	return (tableKeys.has(key) || tableKeysWithEvidence.has(key)) && evidence;
}

function tableFound(names: SchemaNames, text: string): Found | undefined {
	const table = names.table(text);
	if (table !== undefined) return { kind: "table", name: table, table };
	const ofSet = names.tableOfSet(text);
	return ofSet === undefined ? undefined : { kind: "entitySet", name: text, table: ofSet };
}

/** A key of the record whose table a key beside or above names. */
function keyColumn(text: string, line: Line, word: Span, names: SchemaNames, evidence: boolean): Found | undefined {
	const table = tableAround(text, line, names, evidence);
	return table === undefined || line.key !== word.text ? undefined : columnFound(names, [table], word.text);
}

/** The table that the nearest line above with the same or a smaller indent names. */
function tableAround(text: string, line: Line, names: SchemaNames, evidence: boolean): string | undefined {
	let { indent } = line;
	let at = line;
	for (let count = 0; count < 200 && at.start > 0; count += 1) {
		at = lineAt(text, at.start - 1);
		if (at.key === undefined || at.indent > indent) continue;
		indent = at.indent;
		if (!isTableKey(plainKey(at.key), evidence)) continue;
		const name = at.value.replace(/["']/g, "").trim();
		const table = names.table(name) ?? names.tableOfSet(name);
		if (table !== undefined) return table;
	}
	return undefined;
}

/** The key whose list the line is an item of. */
function keyAbove(text: string, line: Line): string | undefined {
	let at = line;
	for (let count = 0; count < 100 && at.start > 0; count += 1) {
		at = lineAt(text, at.start - 1);
		if (at.key !== undefined && at.value === "" && at.indent <= line.indent) return plainKey(at.key);
		if (at.key !== undefined) return undefined;
	}
	return undefined;
}
