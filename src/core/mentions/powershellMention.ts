import { columnKeys, plainKey, tableKeys } from "./apiNames.ts";
import type { CodeTokens } from "./codeTokens.ts";
import { columnFound, optionFound } from "./found.ts";
import type { Found } from "./mention.ts";
import type { CodeContext } from "./tableInCode.ts";
import type { Span } from "./wordAt.ts";

const tableParameters =
	/^(?:entitylogicalname|entityname|tablename|tablelogicalname|table|logicalname|entitysetname|setname|entity)$/;
const columnParameters = /^(?:fields|columns|attributes|attribute|filterattribute|select|column|property|conditions)$/;

interface Argument {
	readonly name: string;
	/** Index of the first token of its value. */
	readonly from: number;
	readonly to: number;
}

/** What the word names among the parameters of a cmdlet that names its table: `Get-CrmRecords -EntityLogicalName account`. */
export function powershellMention(context: CodeContext, index: number, word: Span): Found | undefined {
	const { code, names, evidence } = context;
	const top = topOf(code, index);
	const parameters = argumentsAround(code, top);
	const own = parameters.find(({ from, to }) => top >= from && top < to);
	const table = tableOf(context, parameters);
	if (own === undefined || table === undefined) return undefined;
	const sure = evidence || parameters.some(({ name }) => tableKeys.has(name));
	if (!sure) return undefined;
	if (tableParameters.test(own.name)) {
		const set = names.table(word.text) === undefined;
		return { kind: set ? "entitySet" : "table", name: word.text, table };
	}
	if (/^\d+$/.test(word.text)) return inValue(context, parameters, own, index, table, Number(word.text));
	const isColumn = columnParameters.test(own.name) || columnKeys.has(own.name);
	if (!isColumn || (top !== index && !isKey(code, index))) return undefined;
	return columnFound(names, [table], word.text);
}

/** The token or bracket of the cmdlet's own line in which the token stands. */
function topOf(code: CodeTokens, index: number): number {
	let top = index;
	for (let open = code.opener(top); open >= 0 && code.word(open - 1) === "@"; open = code.opener(open)) top = open;
	return top;
}

function isKey(code: CodeTokens, index: number): boolean {
	return code.word(index + 1) === "=";
}

/** The `-Name value` pairs of the command in which the token stands; a line ends it unless a backtick continues it. */
function argumentsAround(code: CodeTokens, index: number): readonly Argument[] {
	const level = code.opener(index);
	let from = index;
	while (from > 0 && !endsCommand(code, from - 1, from, level)) from -= 1;
	let to = index + 1;
	while (to < code.length && !endsCommand(code, to - 1, to, level)) to += 1;
	const starts: { readonly name: string; readonly at: number }[] = [];
	for (let at = from; at < to; at += 1) {
		if (code.opener(at) !== level || code.word(at) !== "-" || !code.isName(at + 1)) continue;
		const dash = code.token(at);
		if (dash === undefined || /\S/.test(code.scan.text[dash.start - 1] ?? " ")) continue;
		starts.push({ name: plainKey(code.word(at + 1)), at });
	}
	return starts.map(({ name, at }, order) => ({ name, from: at + 2, to: starts[order + 1]?.at ?? to }));
}

function endsCommand(code: CodeTokens, before: number, after: number, level: number): boolean {
	if (code.word(before) === ";" || code.word(after) === ";" || /^[|]$/.test(code.word(after))) return true;
	if (code.opener(after) < level || code.opener(before) < level) return true;
	if (code.opener(after) !== level || code.opener(before) !== level) return false;
	const left = code.token(before);
	const right = code.token(after);
	if (left === undefined || right === undefined) return true;
	const between = code.scan.text.slice(left.end, right.start);
	return between.includes("\n") && code.word(before) !== "`" && code.word(before) !== ",";
}

function tableOf({ code, names }: CodeContext, parameters: readonly Argument[]): string | undefined {
	for (const { name, from } of parameters) {
		if (!tableParameters.test(name)) continue;
		const value = code.isString(from) ? code.content(from) : code.word(from);
		const table = names.table(value) ?? names.tableOfSet(value);
		if (table !== undefined) return table;
	}
	return undefined;
}

/** `-FilterAttribute statecode -FilterOperator eq -FilterValue 0`, or a value in a table of fields. */
function inValue(
	{ code, names }: CodeContext,
	parameters: readonly Argument[],
	own: Argument,
	index: number,
	table: string,
	value: number,
): Found | undefined {
	const attribute = parameters.find(({ name }) => name === "filterattribute");
	const key = own.name === "filtervalue" ? attribute?.from : code.word(index - 1) === "=" ? index - 2 : undefined;
	if (key === undefined) return undefined;
	const column = columnFound(names, [table], code.isString(key) ? code.content(key) : code.word(key));
	return column === undefined ? undefined : optionFound(names, column, value);
}
