/** The value of `$search` (Part 2, "System Query Option $search"). NOT binds tightest, then AND, then OR. */
import { charCode, isBlank } from "./charCodes.ts";
import { closeParentheses } from "./readArguments.ts";
import type { SearchExpression } from "./searchNodes.ts";
import type { Reader } from "./reader.ts";

export function readSearch(reader: Reader): SearchExpression {
	reader.skipBlanks();
	if (reader.peek() === charCode.quote) return readQuotedSearch(reader);
	return readSearchExpression(reader);
}

/** An expression as in `searchExpr`: no text in single quotes. */
export function readSearchExpression(reader: Reader): SearchExpression {
	return readChain(reader, "OR");
}

/** Terms with AND or nothing between them, and those with OR between them. */
function readChain(reader: Reader, operator: "AND" | "OR"): SearchExpression {
	const start = reader.pos;
	const read =
		operator === "OR" ? (): SearchExpression => readChain(reader, "AND") : (): SearchExpression => readNot(reader);
	const first = read();
	const operands = [first];
	while (passToNext(reader, operator)) operands.push(read());
	if (operands.length === 1) return first;
	return { kind: "searchBinary", start: reader.at(start), end: reader.at(reader.pos), operator, operands };
}

/**
 * To the next operand of the same chain; false, and nothing passed, where there is none. AND and OR are operators only
 * if an operand follows, else words.
 */
function passToNext(reader: Reader, operator: "AND" | "OR"): boolean {
	const end = reader.pos;
	reader.skipBlanks();
	const isApart = reader.pos > end;
	if (isApart && isOperand(reader)) {
		if (takeOperator(reader, operator)) return true;
		if (operator === "AND" && !isOperator(reader, "OR")) return true;
	}
	reader.pos = end;
	return false;
}

function takeOperator(reader: Reader, word: string): boolean {
	if (!isOperator(reader, word)) return false;
	reader.pos += word.length;
	reader.skipBlanks();
	return true;
}

/** Whether that word stands here, in capital letters, with a blank and an operand behind it. */
function isOperator(reader: Reader, word: string): boolean {
	const start = reader.pos;
	const end = start + word.length;
	if (!reader.text.startsWith(word, start) || !isBlank(reader.codeAt(end))) return false;
	reader.pos = end;
	reader.skipBlanks();
	const follows = isOperand(reader);
	reader.pos = start;
	return follows;
}

function isOperand(reader: Reader): boolean {
	const code = reader.peek();
	return code === charCode.open || code === charCode.doubleQuote || isWordCharacter(reader, reader.pos);
}

function readNot(reader: Reader): SearchExpression {
	const start = reader.at(reader.pos);
	if (!takeOperator(reader, "NOT")) return readTerm(reader);
	const operand = reader.enter() ? readNot(reader) : reader.missing("expectedSearch");
	reader.leave();
	return { kind: "searchNot", start, end: reader.at(reader.pos), operand };
}

function readTerm(reader: Reader): SearchExpression {
	const start = reader.pos;
	const code = reader.peek();
	if (code === charCode.doubleQuote) return readPhrase(reader);
	if (code === charCode.open) {
		reader.pos += 1;
		reader.skipBlanks();
		const expression = reader.enter() ? readSearchExpression(reader) : reader.missing("expectedSearch");
		reader.leave();
		closeParentheses(reader);
		return { kind: "searchGroup", start: reader.at(start), end: reader.at(reader.pos), expression };
	}
	if (!isWordCharacter(reader, start)) return reader.missing("expectedSearch");
	let end = start + 1;
	while (isWordCharacter(reader, end) || reader.codeAt(end) === charCode.quote) end += 1;
	reader.pos = end;
	return { kind: "searchWord", start: reader.at(start), end: reader.at(end), text: reader.text.slice(start, end) };
}

/** What no other part of the URL claims. A semicolon belongs to a word only if it is encoded. */
function isWordCharacter(reader: Reader, pos: number): boolean {
	switch (reader.codeAt(pos)) {
		case -1:
		case charCode.tab:
		case charCode.blank:
		case charCode.doubleQuote:
		case charCode.quote:
		case charCode.open:
		case charCode.close:
			return false;
		case charCode.semicolon:
			return reader.isEncoded(pos);
		default:
			return true;
	}
}

/** `"blue green"`; a backslash before a double quote or a backslash takes its meaning away. */
function readPhrase(reader: Reader): SearchExpression {
	const start = reader.pos;
	let end = start + 1;
	for (; end < reader.limit && reader.text.charCodeAt(end) !== charCode.doubleQuote; end += 1) {
		if (reader.text.charCodeAt(end) === charCode.backslash && end + 1 < reader.limit) end += 1;
	}
	const text = reader.text.slice(start + 1, end).replace(/\\(["\\])/g, "$1");
	reader.pos = end;
	if (reader.ended) reader.problem("unclosedString", end, end, '"');
	else if (end === start + 1) reader.problem("expectedSearch", end, end);
	reader.take(charCode.doubleQuote);
	return { kind: "searchPhrase", start: reader.at(start), end: reader.at(reader.pos), text };
}

/** Text in single quotes is taken as it is; see `SearchText`. */
function readQuotedSearch(reader: Reader): SearchExpression {
	const start = reader.pos;
	let end = start + 1;
	while (end < reader.limit) {
		if (reader.text.charCodeAt(end) === charCode.quote) {
			if (reader.codeAt(end + 1) !== charCode.quote) break;
			end += 1;
		}
		end += 1;
	}
	reader.pos = Math.min(end, reader.limit);
	const text = reader.text.slice(start + 1, reader.pos).replaceAll("''", "'");
	if (!reader.take(charCode.quote)) reader.problem("unclosedString", reader.pos, reader.pos, "'");
	return { kind: "searchText", start: reader.at(start), end: reader.at(reader.pos), text };
}
