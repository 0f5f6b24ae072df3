/** What `JSON.parse` does not tell of a text: the first name that an object has twice, and how deep values are nested. */
export interface JsonShape {
	readonly repeated?: string;
	readonly depth: number;
}

/** One pass over well-formed JSON. A string is a name where a colon follows it, and nowhere else. */
export function scanJson(json: string): JsonShape {
	const names: Set<string>[] = [];
	let depth = 0;
	for (let at = 0; at < json.length; at++) {
		const character = json.charCodeAt(at);
		if (character === openBrace || character === openBracket) {
			names.push(new Set());
			depth = Math.max(depth, names.length);
		} else if (character === closeBrace || character === closeBracket) {
			names.pop();
		} else if (character === quote) {
			const end = endOfString(json, at);
			if (nextIsColon(json, end)) {
				const name = JSON.parse(json.slice(at, end)) as string;
				const known = names.at(-1);
				if (known?.has(name) === true) return { repeated: name, depth };
				known?.add(name);
			}
			at = end - 1;
		}
	}
	return { depth };
}

/** The place after the closing quote of the string that begins at `start`. */
function endOfString(json: string, start: number): number {
	let at = start + 1;
	while (at < json.length && json.charCodeAt(at) !== quote) at += json.charCodeAt(at) === backslash ? 2 : 1;
	return at + 1;
}

function nextIsColon(json: string, from: number): boolean {
	let at = from;
	while (blanks.has(json.charCodeAt(at))) at += 1;
	return json.charCodeAt(at) === colon;
}

const [openBrace, closeBrace, openBracket, closeBracket, quote, backslash, colon] = [
	0x7b, 0x7d, 0x5b, 0x5d, 0x22, 0x5c, 0x3a,
];
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
