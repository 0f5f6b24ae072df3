import { stripComments } from "./stripComments.ts";

/**
 * The text of a shared file with one entry more at the end of its list; comments and everything else stay as they are.
 * Undefined where no list is found.
 */
export function addSharedEntry(text: string, entry: Readonly<Record<string, string>>): string | undefined {
	const plain = stripComments(text);
	const start = /"environments"\s*:\s*\[/.exec(plain);
	if (start === null) return undefined;
	const open = start.index + start[0].length - 1;
	const close = closingBracket(plain, open);
	if (close === undefined) return undefined;
	const last = open + plain.slice(open, close).trimEnd().length;
	const isEmpty = last === open + 1;
	// What was taken out of the plain text behind the last entry may be its comma.
	const hasComma = /^\s*,/.test(text.slice(last, close));
	const added = JSON.stringify(entry, undefined, "\t").replaceAll("\n", "\n\t\t");
	const before = text.slice(0, last) + (isEmpty || hasComma ? "" : ",");
	return `${before}${text.slice(last, close).trimEnd()}\n\t\t${added}\n\t${text.slice(close)}`;
}

/** Offset of the bracket that closes the one at `open`; text in quotes does not count. */
function closingBracket(plain: string, open: number): number | undefined {
	const marks = /"(?:[^"\\\n]|\\.)*"?|[[\]]/g;
	marks.lastIndex = open;
	let depth = 0;
	for (let mark = marks.exec(plain); mark !== null; mark = marks.exec(plain)) {
		if (mark[0] === "[") depth += 1;
		if (mark[0] === "]") depth -= 1;
		if (depth === 0) return mark.index;
	}
	return undefined;
}
