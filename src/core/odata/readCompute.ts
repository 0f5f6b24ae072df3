import type { ComputeItem, Identifier, Missing } from "./nodes.ts";
import { readExpression } from "./readExpression.ts";
import { readList } from "./readList.ts";
import type { Reader } from "./reader.ts";

/** `Amount mul Rate as Tax,day(Date) as WeekDay`. */
export function readComputeItems(reader: Reader): readonly ComputeItem[] {
	return readList(reader, readComputeItem);
}

function readComputeItem(reader: Reader): ComputeItem {
	const start = reader.at(reader.pos);
	const expression = readExpression(reader);
	const alias = readAlias(reader);
	return { kind: "computeItem", start, end: reader.at(reader.pos), expression, alias };
}

/** `as Name`, which must be there. */
export function readAlias(reader: Reader): Identifier | Missing {
	if (takeKeyWord(reader, "as")) return reader.identifier();
	reader.skipBlanks();
	return reader.missing("expectedToken", "as");
}

/** A word between blanks: over it and them, or over nothing. */
export function takeKeyWord(reader: Reader, word: string): boolean {
	const end = reader.pos;
	reader.skipBlanks();
	if (reader.pos === end || !reader.takeWord(word)) {
		reader.pos = end;
		return false;
	}
	const wordEnd = reader.pos;
	reader.skipBlanks();
	if (reader.pos === wordEnd) reader.problem("expectedBlank", wordEnd, wordEnd);
	return true;
}
