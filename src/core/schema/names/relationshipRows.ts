import { canonicalJson } from "../../base/canonicalJson.ts";
import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import { lowerBound } from "../../base/lowerBound.ts";
import { withoutUndefined } from "../../base/withoutUndefined.ts";
import type { Relationship, RelationshipSide } from "../catalog.ts";

/** What is the same for many relationships and is kept once. */
export type RelationshipFacts = Omit<Relationship, "schemaName" | "from" | "to">;

/**
 * All relationships in order of schema name and tables as flat lists of numbers, so that only those which somebody
 * looks at become objects. Tables, columns and navigation properties are places in `strings` plus one; 0 is absent.
 */
export interface RelationshipRowsData {
	readonly schemaNames: readonly string[];
	/** Six numbers a relationship: table, column and navigation property of `from`, then of `to`. */
	readonly sides: readonly number[];
	/** In code unit order. */
	readonly strings: readonly string[];
	/** Places in `facts`. */
	readonly kinds: readonly number[];
	readonly facts: readonly RelationshipFacts[];
}

/** Packs relationships that `joinRelationships` made. */
export function relationshipRowsOf(relationships: readonly Relationship[]): RelationshipRowsData {
	const strings = stringsOf(relationships);
	const numbers = new Map(strings.map((text, index) => [text, index + 1]));
	const facts = new Map<string, { readonly number: number; readonly facts: RelationshipFacts }>();
	const factsNumber = ({ schemaName: _name, from: _from, to: _to, ...rest }: Relationship): number => {
		const key = canonicalJson(rest);
		const known = facts.get(key) ?? { number: facts.size, facts: rest };
		facts.set(key, known);
		return known.number;
	};
	return {
		schemaNames: relationships.map(({ schemaName }) => schemaName),
		sides: relationships.flatMap(({ from, to }) =>
			[...namesOf(from), ...namesOf(to)].map((text) => (text === undefined ? 0 : (numbers.get(text) ?? 0))),
		),
		strings,
		kinds: relationships.map(factsNumber),
		facts: [...facts.values()].map(({ facts }) => facts),
	};
}

/** All names of all sides, each once, in code unit order. */
function stringsOf(relationships: readonly Relationship[]): readonly string[] {
	const found = new Set<string | undefined>();
	for (const { from, to } of relationships) for (const text of [...namesOf(from), ...namesOf(to)]) found.add(text);
	return [...found].filter((text) => text !== undefined).sort(compareCodeUnits);
}

/** A usual name is not stored: the reader knows it from the schema name. */
const namesOf = ({ table, column, navigationProperty, navigationPropertyIsUsual }: RelationshipSide) => [
	table,
	column,
	navigationPropertyIsUsual === true ? undefined : navigationProperty,
];

/** Reads the rows. */
export class RelationshipRows {
	readonly schemaNames: readonly string[];
	readonly #data: RelationshipRowsData;

	constructor(data: RelationshipRowsData) {
		this.schemaNames = data.schemaNames;
		this.#data = data;
	}

	/** All rows of exactly that schema name: index of the first, and of the first that is not. */
	range(schemaName: string): readonly [from: number, to: number] {
		const from = lowerBound(this.schemaNames, schemaName);
		let to = from;
		while (this.schemaNames[to] === schemaName) to += 1;
		return [from, to];
	}

	at(index: number): Relationship {
		const { kinds, facts } = this.#data;
		const schemaName = this.schemaNames[index] ?? "";
		const { kind, ...rest } = facts[kinds[index] ?? 0] ?? { kind: "oneToMany", layer: "" };
		const from = this.#side(index, 0);
		const to = this.#side(index, 3);
		const usual = kind === "oneToMany" && to.table !== undefined && to.navigationProperty === undefined;
		const named = usual ? { ...to, navigationProperty: schemaName, navigationPropertyIsUsual: true as const } : to;
		return { schemaName, kind, from, to: named, ...rest };
	}

	/** The tables that the relationship stands between, those that are known. */
	tablesAt(index: number): readonly string[] {
		const tables = [this.#string(index, 0), this.#string(index, 3)];
		return tables.filter((table) => table !== undefined);
	}

	/**
	 * The sides that have a navigation property of that name, usual names included, in order of the rows. Goes through all
	 * rows: comparing some ten thousand numbers takes less than an index would take to build.
	 */
	sidesWithNavigationProperty(name: string): readonly { readonly table: string; readonly row: number }[] {
		const found: { readonly table: string; readonly row: number }[] = [];
		const { sides, strings } = this.#data;
		const [usualFrom, usualTo] = this.range(name);
		const place = lowerBound(strings, name);
		const wanted = strings[place] === name ? place + 1 : -1;
		for (let row = 0; row < this.schemaNames.length; row += 1) {
			const mayBeUsual = row >= usualFrom && row < usualTo;
			if (!mayBeUsual && sides[row * 6 + 2] !== wanted && sides[row * 6 + 5] !== wanted) continue;
			const { from, to } = this.at(row);
			for (const { table, navigationProperty } of [from, to]) {
				if (table !== undefined && navigationProperty === name) found.push({ table, row });
			}
		}
		return found;
	}

	#side(index: number, offset: number): RelationshipSide {
		return withoutUndefined<RelationshipSide>({
			table: this.#string(index, offset),
			column: this.#string(index, offset + 1),
			navigationProperty: this.#string(index, offset + 2),
		});
	}

	#string(index: number, offset: number): string | undefined {
		const number = this.#data.sides[index * 6 + offset] ?? 0;
		return number === 0 ? undefined : this.#data.strings[number - 1];
	}
}
