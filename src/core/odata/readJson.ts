/** Arrays and objects in URLs (ABNF, "JSON format for queries"): JSON whose values may be expressions. */
import { charCode } from "./charCodes.ts";
import type { ArrayExpression, Expression, ObjectExpression, ObjectMember } from "./nodes.ts";
import { readExpression } from "./readExpression.ts";
import { readJsonString, readString } from "./readQuoted.ts";
import type { Reader } from "./reader.ts";
import { skipToClosing } from "./skipToClosing.ts";

/** `pos` is at the bracket. */
export function readArray(reader: Reader): ArrayExpression {
	const start = reader.pos;
	const items: Expression[] = [];
	readItems(reader, charCode.closeBracket, () => items.push(readExpression(reader)));
	return { kind: "array", start: reader.at(start), end: reader.at(reader.pos), items };
}

/** `pos` is at the brace. */
export function readObject(reader: Reader): ObjectExpression {
	const start = reader.pos;
	const members: ObjectMember[] = [];
	readItems(reader, charCode.closeBrace, () => members.push(readMember(reader)));
	return { kind: "object", start: reader.at(start), end: reader.at(reader.pos), members };
}

/** Items between commas up to the closing character. */
function readItems(reader: Reader, close: number, readItem: () => void): void {
	const outer = reader.inJson;
	reader.inJson = true;
	reader.pos += 1;
	reader.skipBlanks();
	if (reader.enter() && reader.peek() !== close) {
		do {
			reader.skipBlanks();
			readItem();
			reader.skipBlanks();
		} while (reader.take(charCode.comma));
	}
	reader.leave();
	if (!reader.expect(close)) skipToClosing(reader, close);
	reader.inJson = outer;
}

function readMember(reader: Reader): ObjectMember {
	const start = reader.at(reader.pos);
	const name = readMemberName(reader);
	const nameEnd = reader.at(reader.pos);
	reader.skipBlanks();
	reader.expect(charCode.colon);
	reader.skipBlanks();
	const value = readExpression(reader);
	return { kind: "member", start, end: reader.at(reader.pos), name, nameEnd, value };
}

/** Dataverse documents names in single quotes as well: `{'@odata.id':'accounts(...)'}`. */
function readMemberName(reader: Reader): string {
	const start = reader.pos;
	if (reader.peek() === charCode.doubleQuote) return readJsonString(reader).value;
	if (reader.peek() !== charCode.quote) {
		reader.problem("expectedToken", start, start, '"');
		reader.pos = reader.nameEnd(start);
		return reader.text.slice(start, reader.pos);
	}
	const name = readString(reader).value;
	reader.problem("singleQuotedName", start, reader.pos);
	return name;
}
