/** An element of a markup text up to an offset. */
export interface Element {
	/** As written. */
	readonly name: string;
	readonly start: number;
	/** After its ">"; the text's end where it is not closed. */
	readonly end: number;
	readonly attributes: readonly Attribute[];
}

export interface Attribute {
	readonly name: string;
	readonly value: string;
	readonly valueStart: number;
	readonly valueEnd: number;
}

/** Where an offset stands in markup. */
export interface MarkupPlace {
	/** Open elements around, outermost first; the element whose tag the offset is in is the last. */
	readonly path: readonly Element[];
	/** The attribute whose value the offset is in. */
	readonly attribute: Attribute | undefined;
	/** Limits of the text between two tags; undefined inside a tag or comment. */
	readonly text: { readonly start: number; readonly end: number } | undefined;
	readonly comment: boolean;
	/** All elements of the text before and after, in order of their start. */
	readonly elements: readonly Element[];
}

const nameChar = /[\w:.-]/;

/**
 * Reads the tags of a piece of XML or HTML. Anything is accepted: closing tags without an opening one are ignored,
 * unclosed ones stay open. Linear in the length of the text.
 */
export function markupAt(text: string, offset: number): MarkupPlace {
	const elements: Element[] = [];
	const open: Element[] = [];
	let place: Omit<MarkupPlace, "elements"> | undefined;
	let at = 0;
	while (at < text.length) {
		const tag = text.indexOf("<", at);
		const textEnd = tag < 0 ? text.length : tag;
		if (place === undefined && offset >= at && offset <= textEnd && (offset < textEnd || offset > at || tag < 0)) {
			place = { path: [...open], attribute: undefined, text: { start: at, end: textEnd }, comment: false };
		}
		if (tag < 0) break;
		const end = readTag(
			text,
			tag,
			open,
			elements,
			(path, attribute, comment) => {
				place ??= { path, attribute, text: undefined, comment };
			},
			offset,
		);
		at = end;
	}
	return { ...(place ?? { path: [...open], attribute: undefined, text: undefined, comment: false }), elements };
}

type Report = (path: readonly Element[], attribute: Attribute | undefined, comment: boolean) => void;

function readTag(
	text: string,
	start: number,
	open: Element[],
	elements: Element[],
	report: Report,
	offset: number,
): number {
	const inside = (end: number): boolean => offset > start && offset < end;
	if (text.startsWith("<!--", start) || text.startsWith("<![CDATA[", start)) {
		const comment = text.startsWith("<!--", start);
		if (!comment) return start + 9;
		const close = text.indexOf("-->", start);
		const end = close < 0 ? text.length : close + 3;
		if (inside(end)) report([...open], undefined, true);
		return end;
	}
	if (text[start + 1] === "/") {
		const close = text.indexOf(">", start);
		const end = close < 0 ? text.length : close + 1;
		closeElement(open, text.slice(start + 2, end - 1).trim());
		return end;
	}
	if (!/[A-Za-z]/.test(text[start + 1] ?? "")) return start + 1;
	const { element, selfClosed } = readElement(text, start);
	elements.push(element);
	if (inside(element.end)) {
		const attribute = element.attributes.find(({ valueStart, valueEnd }) => offset >= valueStart && offset <= valueEnd);
		report([...open, element], attribute, false);
	}
	if (!selfClosed) open.push(element);
	return element.end;
}

function closeElement(open: Element[], name: string): void {
	for (let index = open.length - 1; index >= 0; index -= 1) {
		if (open[index]?.name !== name) continue;
		open.length = index;
		return;
	}
}

function readElement(text: string, start: number): { readonly element: Element; readonly selfClosed: boolean } {
	let at = start + 1;
	while (nameChar.test(text[at] ?? "")) at += 1;
	const name = text.slice(start + 1, at);
	const attributes: Attribute[] = [];
	while (at < text.length && text[at] !== ">" && text[at] !== "<") {
		const attribute = readAttribute(text, at);
		if (attribute === undefined) at += 1;
		else {
			attributes.push(attribute);
			at = attribute.valueEnd + 1;
		}
	}
	const selfClosed = text[at - 1] === "/";
	const end = text[at] === ">" ? at + 1 : at;
	return { element: { name, start, end, attributes }, selfClosed };
}

const attributeStart = /([\w:.-]+)\s*=\s*\\?(["'])/y;

function readAttribute(text: string, at: number): Attribute | undefined {
	attributeStart.lastIndex = at;
	const match = attributeStart.exec(text);
	if (match === null) return undefined;
	const valueStart = at + match[0].length;
	const close = text.indexOf(match[2] ?? '"', valueStart);
	const valueEnd = close < 0 ? text.length : close;
	return { name: match[1] ?? "", value: text.slice(valueStart, valueEnd).trim(), valueStart, valueEnd };
}

export function attributeOf(element: Element | undefined, name: string): Attribute | undefined {
	return element?.attributes.find((attribute) => attribute.name === name);
}
