import { withoutUndefined } from "../base/withoutUndefined.ts";
import type { Relationship, RelationshipSide } from "./catalog.ts";
import type { ManyToMany, Table } from "./model.ts";

interface Side {
	readonly table: string;
	readonly row: ManyToMany;
}

/** The many-to-many relationships of all tables, each once, its two sides in the order of the tables. */
export function joinManyToMany(tables: readonly Table[]): Relationship[] {
	const byName = new Map<string, Side[]>();
	for (const { logicalName, manyToMany } of tables) {
		for (const row of manyToMany) {
			const sides = byName.get(row.schemaName);
			if (sides === undefined) byName.set(row.schemaName, [{ table: logicalName, row }]);
			else sides.push({ table: logicalName, row });
		}
	}
	return [...byName.values()].flatMap(joinSides);
}

/** The page of the intersect table repeats the relationship without being a side of it. */
const isIntersectPage = ({ table, row }: Side): boolean => row.otherTable === undefined && row.intersectTable === table;

function joinSides(all: readonly Side[]): Relationship[] {
	const open = all.filter((side) => !isIntersectPage(side));
	if (open.length === 0) return all.slice(0, 1).map(({ row }) => relationship(row, undefined, {}, {}));
	const joined: Relationship[] = [];
	for (let first = open.shift(); first !== undefined; first = open.shift()) {
		const partner = open.findIndex((side) => belongTogether(first, side));
		const [second] = partner === -1 ? [] : open.splice(partner, 1);
		const to = second === undefined ? otherSide(first.row.otherTable) : sideOf(second);
		joined.push(relationship(first.row, second?.row, sideOf(first), to));
	}
	return joined;
}

const belongTogether = (left: Side, right: Side): boolean =>
	(left.row.otherTable === undefined || left.row.otherTable === right.table) &&
	(right.row.otherTable === undefined || right.row.otherTable === left.table);

const otherSide = (table: string | undefined): RelationshipSide => (table === undefined ? {} : { table });

const sideOf = ({ table, row }: Side): RelationshipSide =>
	withoutUndefined<RelationshipSide>({
		table,
		column: row.intersectColumn,
		navigationProperty: row.navigationProperty,
	});

function relationship(
	first: ManyToMany,
	second: ManyToMany | undefined,
	from: RelationshipSide,
	to: RelationshipSide,
): Relationship {
	return withoutUndefined<Relationship>({
		schemaName: first.schemaName,
		kind: "manyToMany",
		from,
		to,
		layer: first.layer,
		intersectTable: first.intersectTable ?? second?.intersectTable,
		menu: first.menu ?? second?.menu,
		customizable: first.customizable ?? second?.customizable,
	});
}
