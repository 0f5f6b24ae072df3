import { charCode } from "./charCodes.ts";
import type { Reader } from "./reader.ts";

/** One item or more between commas. Blanks around a comma are passed over, as all services do. */
export function readList<Item>(reader: Reader, readItem: (reader: Reader) => Item): readonly Item[] {
	const items = [readItem(reader)];
	for (;;) {
		const end = reader.pos;
		reader.skipBlanks();
		if (!reader.take(charCode.comma)) {
			reader.pos = end;
			return items;
		}
		reader.skipBlanks();
		items.push(readItem(reader));
	}
}
