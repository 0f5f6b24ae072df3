import { compareCodeUnits } from "../base/compareCodeUnits.ts";
import { withoutUndefined } from "../base/withoutUndefined.ts";
import type { Relationship, RelationshipSide } from "./catalog.ts";
import { joinManyToMany } from "./joinManyToMany.ts";
import type { ManyToOne, OneToMany, Table } from "./model.ts";
import { usualNavigation } from "./usualNavigation.ts";

/**
 * Every relationship once, with what the pages of both its tables say. Sorted by schema name, then by the tables of
 * its two sides. Two rows are one relationship when schema name and both tables agree; a one-to-many row that does not
 * name its other table goes with the many-to-one row of its name that leads to its table.
 */
export function joinRelationships(tables: readonly Table[]): Relationship[] {
	const collections = new UnjoinedCollections(tables);
	const joined: Relationship[] = [];
	for (const { logicalName, manyToOne } of tables) {
		for (const lookup of manyToOne) {
			joined.push(joinLookup(logicalName, lookup, collections.take(logicalName, lookup)));
		}
	}
	for (const [to, collection] of collections.rest()) joined.push(collectionAlone(to, collection));
	joined.push(...joinManyToMany(tables));
	return joined.sort(compareRelationships);
}

/** Order of relationships in all lists: schema name, table of the first side, table of the second. */
export function compareRelationships(left: Relationship, right: Relationship): number {
	return (
		compareCodeUnits(left.schemaName, right.schemaName) ||
		compareCodeUnits(left.from.table ?? "", right.from.table ?? "") ||
		compareCodeUnits(left.to.table ?? "", right.to.table ?? "")
	);
}

/** The one-to-many rows of all tables that no many-to-one row has claimed yet. */
class UnjoinedCollections {
	readonly #byKey = new Map<string, OneToMany[]>();

	constructor(tables: readonly Table[]) {
		for (const { logicalName, oneToMany } of tables) {
			for (const row of oneToMany) {
				const key = keyOf(row.schemaName, row.referencingTable, logicalName);
				const rows = this.#byKey.get(key);
				if (rows === undefined) this.#byKey.set(key, [row]);
				else rows.push(row);
			}
		}
	}

	take(from: string, { schemaName, referencedTable }: ManyToOne): OneToMany | undefined {
		if (referencedTable === undefined) return undefined;
		return (
			this.#byKey.get(keyOf(schemaName, from, referencedTable))?.shift() ??
			this.#byKey.get(keyOf(schemaName, undefined, referencedTable))?.shift()
		);
	}

	/** Each with the table that it stands on. */
	*rest(): Iterable<[string, OneToMany]> {
		for (const [key, rows] of this.#byKey) {
			for (const row of rows) yield [key.slice(key.lastIndexOf("\n") + 1), row];
		}
	}
}

const keyOf = (schemaName: string, from: string | undefined, to: string): string =>
	`${schemaName}\n${from ?? ""}\n${to}`;

function joinLookup(from: string, lookup: ManyToOne, collection: OneToMany | undefined): Relationship {
	return withoutUndefined<Relationship>({
		schemaName: lookup.schemaName,
		kind: "oneToMany",
		from: withoutUndefined<RelationshipSide>({
			table: from,
			column: lookup.referencingColumn ?? collection?.referencingColumn,
			navigationProperty: lookup.navigationProperty,
		}),
		to: collectionSide(lookup.schemaName, lookup.referencedTable, lookup.referencedColumn, collection),
		layer: lookup.layer,
		cascade: lookup.cascade,
		menu: collection?.menu,
		customizable: collection?.customizable,
		hierarchical: lookup.hierarchical,
	});
}

function collectionAlone(to: string, collection: OneToMany): Relationship {
	const { schemaName, layer, menu, customizable, referencingTable, referencingColumn } = collection;
	return withoutUndefined<Relationship>({
		schemaName,
		kind: "oneToMany",
		from: withoutUndefined<RelationshipSide>({
			table: referencingTable,
			column: referencingColumn,
		}),
		to: collectionSide(schemaName, to, undefined, collection),
		layer,
		menu,
		customizable,
	});
}

/** The side that has the collection. Where its table is not known, no navigation property is made up. */
function collectionSide(
	schemaName: string,
	table: string | undefined,
	column: string | undefined,
	collection: OneToMany | undefined,
): RelationshipSide {
	const known = collection?.navigationProperty;
	const navigation = table === undefined ? { navigationProperty: known } : usualNavigation(schemaName, known);
	return withoutUndefined<RelationshipSide>({ table, column, ...navigation });
}
