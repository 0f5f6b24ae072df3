/**
 * Expressions (Part 2, "System Query Option $filter" and "Common Expression Syntax"): operators by precedence, and what
 * stands between them. Depth is counted, so that no text makes the stack overflow.
 */
import { charCode, isDigit, isNameStart } from "./charCodes.ts";
import type { BinaryOperator, Expression, Literal, LogicalExpression, UnaryExpression } from "./nodes.ts";
import { type Operator, operatorAt, unaryPower, weakest } from "./operators.ts";
import { readArray, readObject } from "./readJson.ts";
import { readCase, readGroup, readList } from "./readParentheses.ts";
import { readNumeric, readText, startsLikeGuid } from "./readNumeric.ts";
import { readPath } from "./readPathExpression.ts";
import { readJsonString, readPrefixed, readString } from "./readQuoted.ts";
import type { Reader } from "./reader.ts";
import { scanGuid, scanNumberWord } from "./scanLiteral.ts";

/** An expression with all its operators. */
export function readExpression(reader: Reader): Expression {
	return readOperators(reader, weakest);
}

/** Operands joined by operators that bind at least that tightly. */
function readOperators(reader: Reader, least: number): Expression {
	const depth = reader.depth;
	const start = reader.pos;
	let left = readOperand(reader);
	for (;;) {
		const end = reader.pos;
		reader.skipBlanks();
		const operator = reader.ended ? undefined : operatorAt(reader);
		if (operator === undefined || operator.power < least) {
			reader.pos = end;
			break;
		}
		if (reader.pos === end) blankMissing(reader, reader.codeAt(end - 1) === charCode.close);
		if (operator.name === "and" || operator.name === "or") left = readLogical(reader, left, start, operator);
		// Each further operator makes the tree one deeper on its left side, so depth grows until the chain ends.
		else if (reader.enter()) left = readBinary(reader, left, start, operator.name, operator.power);
	}
	reader.depth = depth;
	return left;
}

/** The rest of a chain of `and` or of `or`; `pos` is at the first of them. */
function readLogical(reader: Reader, first: Expression, start: number, { name, power }: Operator): LogicalExpression {
	const operands = [first];
	for (;;) {
		passOperator(reader, name);
		operands.push(readOperators(reader, power + 1));
		const end = reader.pos;
		reader.skipBlanks();
		if (reader.ended || operatorAt(reader)?.name !== name) {
			reader.pos = end;
			const operator = name === "and" ? "and" : "or";
			return { kind: "logical", start: reader.at(start), end: reader.at(end), operator, operands };
		}
		if (reader.pos === end) blankMissing(reader, reader.codeAt(end - 1) === charCode.close);
	}
}

/** Beside a parenthesis a blank may be forgotten without anything becoming another thing. */
function blankMissing(reader: Reader, beside: boolean): void {
	reader.problem(beside ? "missingBlank" : "expectedBlank", reader.pos, reader.pos);
}

function readBinary(
	reader: Reader,
	left: Expression,
	start: number,
	operator: BinaryOperator,
	power: number,
): Expression {
	const operatorStart = reader.at(reader.pos);
	passOperator(reader, operator);
	const isList = operator === "in" && reader.peek() === charCode.open;
	const right = isList ? readList(reader) : readOperators(reader, power + 1);
	return {
		kind: "binary",
		start: reader.at(start),
		end: reader.at(reader.pos),
		operator,
		operatorStart,
		left,
		right,
	};
}

/** Over the operator and the blanks behind it. */
function passOperator(reader: Reader, name: string): void {
	reader.pos += name.length;
	const end = reader.pos;
	reader.skipBlanks();
	if (reader.pos === end && !reader.ended) blankMissing(reader, reader.peek() === charCode.open);
}

/** What stands between operators: a literal, a path, a call, anything in parentheses. */
export function readOperand(reader: Reader): Expression {
	const code = reader.peek();
	if (isDigit(code)) return readNumeric(reader);
	switch (code) {
		case charCode.quote:
			return readString(reader);
		case charCode.open:
			return readGroup(reader);
		case charCode.minus:
		case charCode.plus:
			return readSigned(reader, code);
		case charCode.dollar:
		case charCode.at:
			return readPath(reader, reader.pos);
		case charCode.openBracket:
			return readArray(reader);
		case charCode.openBrace:
			return readObject(reader);
		case charCode.doubleQuote:
			return readJsonString(reader);
		default:
			return isNameStart(code) ? readWord(reader) : reader.missing("expectedExpression");
	}
}

function readSigned(reader: Reader, code: number): Expression {
	const start = reader.pos;
	if (isDigit(reader.codeAt(start + 1))) return readNumeric(reader);
	const word = scanNumberWord(reader, start);
	if (word >= 0) return takeConstant(reader, word, "double", -Infinity);
	return code === charCode.minus ? readUnary(reader, "-", start + 1) : reader.missing("expectedExpression");
}

/** An operand that begins with a letter: a literal word, a literal with a prefix, or a path. */
function readWord(reader: Reader): Expression {
	const start = reader.pos;
	const end = reader.nameEnd(start);
	const next = reader.codeAt(end);
	if (next === charCode.quote) return readPrefixed(reader, end);
	if (next === charCode.minus && end === start + 8 && startsLikeGuid(reader, start)) {
		return readText(reader, "guid", scanGuid(reader, start));
	}
	if (end - start <= 5 && next !== charCode.slash && next !== charCode.dot) {
		const special = readShortWord(reader, end, next === charCode.open);
		if (special !== undefined) return special;
	}
	return readPath(reader, end);
}

/** The words of at most five letters that are no names. With parentheses behind them, most are names again. */
function readShortWord(reader: Reader, end: number, parentheses: boolean): Expression | undefined {
	const { text, pos: start } = reader;
	const length = end - start;
	const first = text.charCodeAt(start) | 32;
	if (length === 3 && first === 110) {
		if (reader.takeWord("not")) return readUnary(reader, "not", end);
		if (!parentheses && text.startsWith("NaN", start)) return takeConstant(reader, end, "double", NaN);
	}
	if (length === 4 && first === 99 && parentheses && reader.takeWord("case")) return readCase(reader, start);
	if (parentheses) return undefined;
	if (length === 4 && first === 110 && text.startsWith("null", start)) {
		return takeConstant(reader, end, "null", null);
	}
	if (length === 4 && first === 116 && reader.takeWord("true")) return boolean(reader, start, true);
	if (length === 5 && first === 102 && reader.takeWord("false")) return boolean(reader, start, false);
	return length === 3 && text.startsWith("INF", start) ? takeConstant(reader, end, "double", Infinity) : undefined;
}

function boolean(reader: Reader, start: number, value: boolean): Literal {
	return { kind: "literal", start: reader.at(start), end: reader.at(reader.pos), type: "boolean", value };
}

function takeConstant(reader: Reader, end: number, type: "double" | "null", value: number | null): Literal {
	const start = reader.at(reader.pos);
	reader.pos = end;
	return { kind: "literal", start, end: reader.at(end), type, value } as Literal;
}

/** `-` or `not` and its operand; what binds tighter (`has`, `in`) belongs to the operand. `not(` needs no blank. */
function readUnary(reader: Reader, operator: UnaryExpression["operator"], end: number): Expression {
	const start = reader.at(end - operator.length);
	reader.pos = end;
	reader.skipBlanks();
	if (operator === "not" && reader.pos === end && reader.peek() !== charCode.open) {
		reader.problem("expectedBlank", end, end);
	}
	const operand = reader.enter() ? readOperators(reader, unaryPower) : reader.missing("expectedExpression");
	reader.leave();
	return { kind: "unary", start, end: reader.at(reader.pos), operator, operand };
}
