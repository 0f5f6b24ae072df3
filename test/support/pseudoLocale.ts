/** A made-up language for tests: what went through a localiser is in brackets, what did not shows. */
import type { Schema } from "../../src/core/schema/model.ts";
import type { Message } from "../../src/words/message.ts";

const [open, close] = ["⟦", "⟧"];

/** The sentence in the made-up language. What is filled in stands outside the brackets: it may be a name. */
export function pseudo({ template, values }: Message): string {
	const filled = template.replace(/\{(\w+)\}/g, (hole, name: string) => {
		const value = values[name];
		return value === undefined ? hole : `${close}${value}${open}`;
	});
	return `${open}${filled}${close}`;
}

/** The words of a text that are in no brackets and are no name, label or number of the schema. */
export function notTranslated(text: string, schema: Schema): readonly string[] {
	const names = wordsOfSchema(schema);
	const outside = text.replace(/⟦[^⟦⟧]*⟧/g, " ");
	return wordsOf(outside).filter((word) => !names.has(word) && !/^[\d,]+$/.test(word));
}

function wordsOf(text: string): readonly string[] {
	return text.match(/[^\s·→↔…–,.()*+?]+/g) ?? [];
}

function wordsOfSchema(value: unknown): ReadonlySet<string> {
	if (typeof value === "string") return new Set([...wordsOf(value), namePrefixOf(value)]);
	if (typeof value !== "object" || value === null) return new Set();
	return new Set(Object.values(value).flatMap((child) => [...wordsOfSchema(child)]));
}

function namePrefixOf(name: string): string {
	return `${name.replace(/_.*$/, "")}_`;
}
