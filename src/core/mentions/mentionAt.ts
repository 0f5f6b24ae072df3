import { codeMention, distinctive } from "./codeMention.ts";
import { CodeTokens } from "./codeTokens.ts";
import { openColumn } from "./found.ts";
import { type Family, type LanguageRules, languageOf, scriptRules } from "./languageRules.ts";
import { markupAt } from "./markup.ts";
import { markupMention } from "./markupMention.ts";
import type { Found, Mention, MentionMode } from "./mention.ts";
import { odataMention } from "./odataMention.ts";
import { powershellMention } from "./powershellMention.ts";
import { fenceAt, fenceFamily, requestLines } from "./proseMention.ts";
import { scan } from "./scan.ts";
import type { SchemaNames } from "./schemaNames.ts";
import { sqlMention } from "./sqlMention.ts";
import { textFound } from "./textFound.ts";
import { type CodeContext, codeContext } from "./tableInCode.ts";
import { type Span, withoutLookupValue, wordAt } from "./wordAt.ts";
import { yamlMention } from "./yamlMention.ts";

/** How much of the document is read before and after the offset, in characters. */
const before = 24_000;
const after = 8_000;
const head = 3_000;

/**
 * The schema name at an offset of a document, or undefined. Reads a window around the offset, so the cost does not grow
 * with the document; never fails, whatever the text.
 *
 * @param language VS Code's language id; an unknown one is read like C.
 * @param names keep them for all questions about one catalog: they remember what they have looked up.
 */
export function mentionAt(
	text: string,
	offset: number,
	language: string,
	names: SchemaNames,
	mode: MentionMode,
): Mention | undefined {
	if (mode === "off") return undefined;
	const word = wordAt(text, offset);
	if (word === undefined) return undefined;
	if (!isName(names, word.text)) return undefined;
	const piece = windowOf(text, word);
	const evidence = speaksOfDataverse(piece.text) || speaksOfDataverse(text.slice(0, head));
	const { family, rules } = languageOf(language);
	const found = inFamily({ ...piece, names, evidence, mode }, family, rules);
	return found === undefined ? undefined : { ...found, start: word.start, end: word.end };
}

/** Most words of a text are no name: they are answered here, by a few look-ups. */
function isName(names: SchemaNames, word: string): boolean {
	const { catalog } = names;
	if (/^\d+$/.test(word)) return word.length < 11 && catalog.optionsByValue(Number(word)).length > 0;
	const column = withoutLookupValue(word) ?? word;
	return (
		names.tablesWithColumn(column).length > 0 ||
		catalog.findTable(word) !== undefined ||
		names.tablesWithColumn(column.toLowerCase()).length > 0 ||
		names.tablesWithNavigation(word).length > 0 ||
		names.isRelationship(word) ||
		(word.endsWith("name") && names.tablesWithColumn(word.slice(0, -4)).length > 0)
	);
}

interface Piece {
	readonly text: string;
	readonly word: Span;
}

interface Question extends Piece {
	readonly names: SchemaNames;
	readonly evidence: boolean;
	readonly mode: MentionMode;
}

/** The lines around the word, and the word as it stands in them. */
function windowOf(text: string, word: Span): Piece {
	let from = Math.max(0, word.start - before);
	if (from > 0) {
		const line = text.indexOf("\n", from);
		if (line >= 0 && line < word.start) from = line + 1;
	}
	const to = Math.min(text.length, word.end + after);
	return { text: text.slice(from, to), word: { start: word.start - from, end: word.end - from, text: word.text } };
}

const dataverse =
	/\bXrm\b|formContext|\/api\/data\/v|[Dd]ataverse|DATAVERSE|\.dynamics\.com|@odata\.bind|IOrganizationService|PluginExecutionContext|<fetch\b|[Dd]ynamics-?[Ww]eb-?[Aa]pi|Microsoft\.(?:Xrm|Crm|Dynamics)|commondataservice|-Crm[A-Z]|OrganizationServiceContext|EntityLogicalName|QueryExpression|ColumnSet/;

function speaksOfDataverse(text: string): boolean {
	return dataverse.test(text);
}

function inFamily(question: Question, family: Family, rules: LanguageRules): Found | undefined {
	switch (family) {
		case "markup":
			return inMarkup(question);
		case "sql":
			return sqlMention(question) ?? always(question, true);
		case "prose":
			return inProse(question);
		case "yaml":
			return yamlMention(question) ?? inCode(question, family, rules);
		case "code":
		case "powershell":
			return inCode(question, family, rules);
	}
}

function inCode(question: Question, family: Family, rules: LanguageRules): Found | undefined {
	const { text, word, names, evidence } = question;
	const scanned = scan(text, rules, word.start);
	const code = new CodeTokens(scanned);
	const context = codeContext(code, names, evidence);
	if (scanned.comment !== undefined) return inComment(question, context);
	const index = code.indexAt(word.start);
	if (index < 0) return undefined;
	const found =
		(family === "powershell" ? powershellMention(context, index, word) : undefined) ??
		codeMention(context, index, word);
	return found ?? always(question, code.isString(index) && code.content(index).trim() === word.text);
}

/** A comment is prose: a request in it counts, a query language's words and single names do not. */
function inComment(question: Question, context: CodeContext): Found | undefined {
	const line = requestLines(question.text, question.word);
	const { names, evidence } = question;
	const found = odataMention({ ...line, names, evidence: evidence && line.text.includes("/api/data/"), tables: [] });
	return found ?? distinctive(context, question.word.text) ?? always(question, false);
}

/** "always": an exact name in a string, or with an underscore anywhere. */
function always({ names, mode, word }: Question, inString: boolean): Found | undefined {
	if (mode !== "always" || (!inString && !word.text.includes("_"))) return undefined;
	const table = names.table(word.text);
	if (table !== undefined) return { kind: "table", name: table, table };
	const column = openColumn(names, withoutLookupValue(word.text) ?? word.text);
	if (column !== undefined) return column;
	const ofSet = names.tableOfSet(word.text);
	return ofSet === undefined ? undefined : { kind: "entitySet", name: word.text, table: ofSet };
}

function inMarkup(question: Question): Found | undefined {
	const { text, word, names, evidence } = question;
	const place = markupAt(text, word.start);
	const script = place.path.findLast(({ name }) => name.toLowerCase() === "script");
	if (script !== undefined && place.text !== undefined) return inScript(question, script.end);
	const found = markupMention({ text, word, names, fragment: false }, place);
	if (found !== undefined || place.comment) return found;
	const { attribute } = place;
	if (attribute !== undefined) {
		const local = { start: word.start - attribute.valueStart, end: word.end - attribute.valueStart, text: word.text };
		const content = text.slice(attribute.valueStart, attribute.valueEnd).replaceAll("&amp;", "    &");
		const request = odataMention({ text: content, word: local, names, evidence, tables: [] });
		if (request !== undefined) return request;
	}
	const inside = place.text ?? attribute;
	return inside === undefined ? undefined : (plain(question) ?? always(question, attribute?.value === word.text));
}

function inScript(question: Question, start: number): Found | undefined {
	const { word } = question;
	const end = question.text.indexOf("</script", word.end);
	const text = question.text.slice(start, end < 0 ? question.text.length : end);
	const moved = { start: word.start - start, end: word.end - start, text: word.text };
	return inCode({ ...question, text, word: moved }, "code", scriptRules);
}

/** Text without a grammar: a request on the line, or a name that only Dataverse has. */
function plain(question: Question): Found | undefined {
	const { names, evidence } = question;
	const line = requestLines(question.text, question.word);
	const found = odataMention({ ...line, names, evidence, tables: [] });
	if (found !== undefined) return found;
	const context = codeContext(new CodeTokens(scan("", scriptRules, 0)), names, evidence);
	return distinctive(context, question.word.text);
}

function inProse(question: Question): Found | undefined {
	const { text, word, names, evidence } = question;
	const fence = fenceAt(text, word.start);
	if (fence !== undefined && fence.start <= word.start) {
		const inner = { start: word.start - fence.start, end: word.end - fence.start, text: word.text };
		const { family, rules } = fenceFamily(fence.info);
		const piece = { ...question, text: text.slice(fence.start, fence.end), word: inner };
		if (family !== "prose") return inFamily(piece, family, rules);
		return inText(piece);
	}
	const code = inlineCode(text, word);
	if (code !== undefined) {
		const found = textFound({ ...code, names, evidence, fragment: true, around: () => [] });
		if (found !== undefined) return found;
	}
	return inText(question);
}

/** A whole text without a language may be FetchXML or SQL. */
function inText(question: Question): Found | undefined {
	const { text, word, names, evidence } = question;
	if (/<fetch\b/.test(text)) {
		const found = markupMention({ text, word, names, fragment: false });
		if (found !== undefined) return found;
	}
	const whole = textFound({ text, word, names, evidence, fragment: false, around: () => [] });
	return (
		(/^\s*(?:select|update|delete|insert)\s/i.test(text) ? whole : undefined) ??
		plain(question) ??
		always(question, false)
	);
}

/** What stands between two backticks of the line around the word. */
function inlineCode(text: string, word: Span): Piece | undefined {
	const lineStart = text.lastIndexOf("\n", word.start - 1) + 1;
	const lineEnd = text.indexOf("\n", word.end);
	const open = text.lastIndexOf("`", word.start - 1);
	const close = text.indexOf("`", word.end);
	if (open < lineStart || close < 0 || (lineEnd >= 0 && close > lineEnd)) return undefined;
	if ((text.slice(lineStart, open + 1).split("`").length - 1) % 2 === 0) return undefined;
	const local = { start: word.start - open - 1, end: word.end - open - 1, text: word.text };
	return { text: text.slice(open + 1, close), word: local };
}
