import type { Cell } from "./cell.ts";

/**
 * One row of a property table: its name and how its value goes into a thing of the model and out again. Reading and
 * printing stand side by side so that neither can know a row that the other does not.
 */
export interface RowRule<T> {
	readonly name: string;
	/** Puts the value into the thing; false where the cell is not understood (nothing is changed then). */
	read(cell: string, into: T): boolean;
	/** The cell, or undefined where the thing does not have this fact. */
	print(from: T): string | undefined;
	/** A second published form of the same value. */
	alternative?(from: T): string | undefined;
}

/** The rows of one kind of table in their published order. */
export class RowRules<T> {
	readonly rules: readonly RowRule<T>[];
	readonly #positions: ReadonlyMap<string, number>;

	constructor(rules: readonly RowRule<T>[]) {
		this.rules = rules;
		this.#positions = new Map(rules.map(({ name }, position) => [name, position]));
	}

	/** Place of a row in the published order; undefined for a row that such a table never has. */
	position(name: string): number | undefined {
		return this.#positions.get(name);
	}
}

/** The keys of T whose value may be V. */
type KeyFor<T, V> = { [Key in keyof T]-?: V extends T[Key] ? Key : never }[keyof T];

/** A row that is one property of the thing. */
export function fact<T extends object, V>(
	name: string,
	key: KeyFor<T, V> & keyof T,
	cell: Cell<V>,
	alternative?: (value: V) => string,
): RowRule<T> {
	const get = (from: T): V | undefined => from[key] as unknown as V | undefined;
	return {
		name,
		read(text, into) {
			const value = cell.read(text);
			if (value === undefined) return false;
			into[key] = value as unknown as T[KeyFor<T, V> & keyof T];
			return true;
		},
		print(from) {
			const value = get(from);
			return value === undefined ? undefined : cell.print(value);
		},
		...(alternative && {
			alternative(from: T) {
				const value = get(from);
				return value === undefined ? undefined : alternative(value);
			},
		}),
	};
}
