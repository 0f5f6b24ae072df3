/** A name or number in a text. */
export interface Span {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

const longestName = 130;

function isNameChar(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** The name or number that the offset stands in or next to; undefined where there is none or it is too long for one. */
export function wordAt(text: string, offset: number): Span | undefined {
	let start = offset;
	let end = offset;
	while (start > 0 && offset - start < longestName && isNameChar(text.charCodeAt(start - 1))) start -= 1;
	while (end < text.length && end - offset < longestName && isNameChar(text.charCodeAt(end))) end += 1;
	if (start === end || end - start >= longestName) return undefined;
	return { start, end, text: text.slice(start, end) };
}

/** "_primarycontactid_value" is how the Web API calls the column primarycontactid. */
export function withoutLookupValue(name: string): string | undefined {
	return /^_(\w+)_value$/.exec(name)?.[1];
}
