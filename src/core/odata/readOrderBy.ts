import type { OrderByItem } from "./nodes.ts";
import { readExpression } from "./readExpression.ts";
import { readList } from "./readList.ts";
import type { Reader } from "./reader.ts";

/** `name desc,revenue`. */
export function readOrderByItems(reader: Reader): readonly OrderByItem[] {
	return readList(reader, readOrderByItem);
}

export function readOrderByItem(reader: Reader): OrderByItem {
	const start = reader.at(reader.pos);
	const expression = readExpression(reader);
	const end = reader.pos;
	reader.skipBlanks();
	if (reader.pos > end) {
		const direction = reader.takeWord("asc") ? "asc" : reader.takeWord("desc") ? "desc" : undefined;
		if (direction !== undefined) {
			return { kind: "orderByItem", start, end: reader.at(reader.pos), expression, direction };
		}
	}
	reader.pos = end;
	return { kind: "orderByItem", start, end: reader.at(end), expression };
}
