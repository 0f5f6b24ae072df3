import { charCode } from "./charCodes.ts";
import { closeParentheses, literalExpected } from "./readArguments.ts";
import type { CaseBranch, CaseExpression, Expression, GroupExpression, ListExpression } from "./nodes.ts";
import { readExpression } from "./readExpression.ts";
import type { Reader } from "./reader.ts";

/** `( a or b )`: `pos` is at the opening one. */
export function readGroup(reader: Reader): GroupExpression {
	const start = reader.pos;
	reader.pos += 1;
	reader.skipBlanks();
	const expression = reader.enter() ? readExpression(reader) : reader.missing("expectedExpression");
	reader.leave();
	return finishGroup(reader, start, expression);
}

function finishGroup(reader: Reader, start: number, expression: Expression): GroupExpression {
	closeParentheses(reader);
	return { kind: "group", start: reader.at(start), end: reader.at(reader.pos), expression };
}

/**
 * What follows `in`: a list holds literals only, so `(Name)` is an expression in parentheses and `('a')` a list of one.
 */
export function readList(reader: Reader): ListExpression | GroupExpression {
	const start = reader.pos;
	reader.pos += 1;
	reader.skipBlanks();
	const items: Expression[] = [];
	if (reader.enter() && reader.peek() !== charCode.close) {
		for (;;) {
			const itemStart = reader.pos;
			const item = readExpression(reader);
			items.push(item);
			const end = reader.pos;
			reader.skipBlanks();
			const more = reader.peek() === charCode.comma;
			if (!more && items.length === 1 && item.kind !== "literal") {
				reader.leave();
				return finishGroup(reader, start, item);
			}
			if (item.kind !== "literal") literalExpected(reader, item, itemStart, end);
			if (!more) break;
			reader.pos += 1;
			reader.skipBlanks();
		}
	}
	reader.leave();
	closeParentheses(reader);
	return { kind: "list", start: reader.at(start), end: reader.at(reader.pos), items };
}

/** `case(X gt 0:1,true:0)`: `pos` is at the opening parenthesis, `start` at the word. */
export function readCase(reader: Reader, start: number): CaseExpression {
	reader.pos += 1;
	const branches: CaseBranch[] = [];
	if (reader.enter()) {
		do {
			reader.skipBlanks();
			branches.push(readBranch(reader));
			reader.skipBlanks();
		} while (reader.take(charCode.comma));
	}
	reader.leave();
	closeParentheses(reader);
	return { kind: "case", start: reader.at(start), end: reader.at(reader.pos), branches };
}

function readBranch(reader: Reader): CaseBranch {
	const start = reader.at(reader.pos);
	const condition = readExpression(reader);
	reader.skipBlanks();
	reader.expect(charCode.colon);
	reader.skipBlanks();
	const value = readExpression(reader);
	return { kind: "caseBranch", start, end: reader.at(reader.pos), condition, value };
}
