/** How a value stands in a cell: `read` gives undefined for a text it does not know; `print` gives the published form. */
export interface Cell<V> {
	read(text: string): V | undefined;
	print(value: V): string;
}

/** Longest number that is looked at; longer cells are no numbers and must not cost time. */
const longestNumber = 64;
const integerPattern = /^-?\d+$/;
const decimalPattern = /^[+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i;

/** The text as it is, trailing blanks included. An empty cell is not understood: see `orEmpty`. */
export const plain: Cell<string> = {
	read: (text) => (text === "" ? undefined : text),
	print: (value) => value,
};

/** `**text**`; older pages leave the marks out. */
export const bold: Cell<string> = {
	read(text) {
		if (text.length > 4 && text.startsWith("**") && text.endsWith("**")) return text.slice(2, -2);
		return text === "" || text === "****" ? undefined : text;
	},
	print: (value) => `**${value}**`,
};

/** A name in backticks; older pages leave them out. */
export const code: Cell<string> = {
	read(text) {
		const name = text.startsWith("`") && text.endsWith("`") ? text.slice(1, -1) : text.trim();
		return name === "" || name.includes("`") ? undefined : name;
	},
	print: (value) => `\`${value}\``,
};

export const yesNo: Cell<boolean> = {
	read(text) {
		if (text === "True") return true;
		return text === "False" ? false : undefined;
	},
	print: (value) => (value ? "True" : "False"),
};

/** A whole number that fits a JavaScript number exactly. */
export const integer: Cell<number> = {
	read(text) {
		if (text.length > longestNumber || !integerPattern.test(text)) return undefined;
		const value = Number(text);
		// What does not print back the same ("007", "-0", beyond 2^53) is not a number of these pages.
		return String(value) === text ? value : undefined;
	},
	print: String,
};

/** A number of any size, kept as it is written ("9223372036854775807", "1E-12"). */
export const decimal: Cell<string> = {
	read: (text) => (text.length <= longestNumber && decimalPattern.test(text) ? text : undefined),
	print: (value) => value,
};

/** One of the words; the result has their type. */
export function oneOf<const W extends string>(words: readonly W[]): Cell<W> {
	const known = new Map<string, W>(words.map((word) => [word, word]));
	return { read: (text) => known.get(text), print: (value) => value };
}

/** The value in backticks. */
export function inCode<V>(cell: Cell<V>): Cell<V> {
	return {
		read: (text) => cell.read(code.read(text) ?? ""),
		print: (value) => code.print(cell.print(value)),
	};
}

/** An empty cell is null: the page names the fact and leaves its value empty. */
export function orEmpty<V>(cell: Cell<V>): Cell<V | null> {
	return {
		read: (text) => (text === "" ? null : cell.read(text)),
		print: (value) => (value === null ? "" : cell.print(value)),
	};
}
