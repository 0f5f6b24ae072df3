import { charCode } from "./charCodes.ts";
import type { Reader } from "./reader.ts";

/**
 * Recovers inside brackets where something was wrong: passes over everything up to and with the closing character that
 * belongs to what is open, strings as a whole. Without one it goes to the limit.
 */
export function skipToClosing(reader: Reader, close: number): void {
	const open = close === charCode.close ? charCode.open : close - 2;
	let depth = 1;
	while (!reader.ended) {
		const code = reader.peek();
		reader.pos += 1;
		if (code === charCode.quote) skipString(reader);
		else if (code === open) depth += 1;
		else if (code === close && --depth === 0) return;
	}
}

/** To behind the closing quote. A string that is never closed is none: a single quote was in the way. */
function skipString(reader: Reader): void {
	const end = reader.text.indexOf("'", reader.pos);
	if (end >= 0 && end < reader.limit) reader.pos = end + 1;
}
