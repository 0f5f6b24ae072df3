import type { Span } from "./nodes.ts";

/**
 * How made parts of a URL are written. "readable": blanks and letters of all scripts as they are, as a person writes a
 * URL in an editor; "wire": everything encoded that HTTP wants encoded. What is kept from a text stays as it was.
 */
export type PrintStyle = "readable" | "wire";

/** What the print functions share: the text that unchanged nodes stand in, and how the others are written. */
export interface Printing {
	readonly source: string;
	readonly style: PrintStyle;
	/** In a path `/` and `?` inside a value must be encoded. */
	readonly inPath: boolean;
}

/** The text of a node that was parsed; undefined for one that was made. */
export function kept(printing: Printing, { start, end }: Span): string | undefined {
	return start < 0 ? undefined : printing.source.slice(start, end);
}

/** A blank between words. */
export function blank({ style }: Printing): string {
	return style === "wire" ? "%20" : " ";
}

/** Data inside a URL, percent-encoded as far as its place and the style ask for it. */
export function encoded(text: string, { style, inPath }: Printing): string {
	if (style === "wire")
		return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, "\ufffd")).replace(
			/%(?:3A|40|24|2C|3B)/g,
			decodeURIComponent,
		);
	const reserved = inPath ? /[%&#+?/\u0000-\u001f]/g : /[%&#+\u0000-\u001f]/g;
	return text.replace(
		reserved,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
	);
}

/** A string literal: its quotes doubled, then encoded. */
export function quotedText(value: string, printing: Printing): string {
	return `'${encoded(value.replaceAll("'", "''"), printing)}'`;
}
