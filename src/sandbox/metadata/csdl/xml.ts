/** An element on lines of its own. Attributes without a value are left out; values are escaped. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | undefined>>,
	...children: readonly string[]
): string {
	let start = `<${name}`;
	for (const [key, value] of Object.entries(attributes)) {
		if (value !== undefined) start += ` ${key}="${escaped(value)}"`;
	}
	return children.length === 0 ? `${start}/>\n` : `${start}>\n${children.join("")}</${name}>\n`;
}

/** Text for an attribute in double quotes. What XML cannot hold at all becomes the replacement character. */
function escaped(text: string): string {
	return text.replace(special, (character) => entities[character] ?? "\uFFFD");
}

const special = /[&<>"\t\n\r]|[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"\t": "&#9;",
	"\n": "&#10;",
	"\r": "&#13;",
};
