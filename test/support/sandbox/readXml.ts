/**
 * A strict reader for XML without DTD, CDATA and mixed content, which `$metadata` has no use for: whatever is not
 * well-formed, or is one of these, throws with its place. Slow and plain on purpose; it shares nothing with the writer.
 */
export interface XmlElement {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly XmlElement[];
}

const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>/;
const start = /<([A-Za-z_][\w.:-]*)/y;
const attribute = /\s+([A-Za-z_][\w.:-]*)="([^"<]*)"/y;
const startEnd = /\s*(\/?)>/y;
const end = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const blank = /\s*/y;
const reference = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9A-Fa-f]+));|&/g;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** XML 1.0, production 2: what may stand in a document. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export function readXml(text: string): XmlElement {
	const strange = forbidden.exec(text);
	if (strange !== null) throw new Error(`a character that XML cannot hold at ${strange.index}`);
	const prolog = declaration.exec(text);
	if (prolog === null) throw new Error("no XML declaration");
	let place = prolog[0].length;
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = place;
		const found = pattern.exec(text);
		if (found !== null) place += found[0].length;
		return found;
	};
	const failed = (what: string): never => {
		throw new Error(`${what} at ${place}: ${text.slice(place, place + 60)}`);
	};

	const open: { name: string; children: XmlElement[] }[] = [];
	let root: XmlElement | undefined;
	const close = (name: string): void => {
		const element = open.pop();
		if (element?.name !== name) failed(`</${name}> closes <${element?.name ?? ""}>`);
	};
	while (place < text.length) {
		take(blank);
		if (place === text.length) break;
		const closing = take(end);
		if (closing !== null) {
			close(closing[1] ?? "");
			continue;
		}
		const name = take(start)?.[1] ?? failed("no element");
		if (root !== undefined && open.length === 0) failed("a second root");
		const attributes = new Map<string, string>();
		for (let found = take(attribute); found !== null; found = take(attribute)) {
			const [, key = "", value = ""] = found;
			if (attributes.has(key)) failed(`${key} twice`);
			attributes.set(key, unescaped(value));
		}
		const ending = take(startEnd) ?? failed(`<${name} does not end`);
		const element = { name, attributes, children: [] as XmlElement[] };
		if (open.length === 0) root = element;
		else open.at(-1)?.children.push(element);
		open.push(element);
		if (ending[1] === "/") close(name);
	}
	if (open.length > 0) failed("the document ends too early");
	return root ?? failed("no element");
}

function unescaped(value: string): string {
	return value.replace(reference, (whole: string, name?: string, decimal?: string, hex?: string) => {
		if (name !== undefined) return named[name] ?? whole;
		if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
		if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
		throw new Error(`an ampersand that is no reference in ${value}`);
	});
}

/** All children of that name. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
	return element.children.filter((child) => child.name === name);
}

/** The value of an attribute that has to be there. */
export function attributeOf({ name, attributes }: XmlElement, key: string): string {
	const value = attributes.get(key);
	if (value === undefined) throw new Error(`<${name}> has no ${key}`);
	return value;
}
