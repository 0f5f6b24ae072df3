import type { Cell } from "./cell.ts";
import type { Draft } from "./draft.ts";

/** One `Name: value` of a cell that holds several, joined by line breaks. */
export interface Part<T> {
	readonly name: string;
	readonly key: keyof T;
	readonly cell: Cell<unknown>;
}

const lineBreak = "<br />";

export function part<T, V>(name: string, key: keyof T, cell: Cell<V>): Part<T> {
	return { name, key, cell: cell };
}

/** A cell of named parts, each of which may be absent. A part that is not known makes the whole cell unknown. */
export function partList<T extends object>(parts: readonly Part<T>[]): Cell<T> {
	const byName = new Map(parts.map((each) => [each.name, each]));
	return {
		read(text) {
			const result: Partial<Draft<T>> = {};
			for (const piece of text.split(lineBreak)) {
				const colon = piece.indexOf(": ");
				const found = byName.get(piece.slice(0, Math.max(colon, 0)));
				const value = found?.cell.read(piece.slice(colon + 2));
				if (found === undefined || value === undefined || found.key in result) return undefined;
				result[found.key] = value as Draft<T>[keyof T];
			}
			return result as T;
		},
		print(value) {
			return parts
				.filter(({ key }) => value[key] !== undefined)
				.map(({ name, key, cell }) => `${name}: ${cell.print(value[key])}`)
				.join(lineBreak);
		},
	};
}
