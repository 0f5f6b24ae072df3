import type { Catalog } from "../../core/schema/catalog.ts";
import type { CascadeConfiguration, ManyToMany, OneToMany, Table } from "../../core/schema/model.ts";
import { usualNavigation } from "../../core/schema/usualNavigation.ts";
import type { Supplement } from "../supplement/supplement.ts";
import type { Navigation } from "./sandboxTable.ts";

/** The collections of rows whose lookup points to this table. Some rows of the schema do not name their table: no use. */
export function childrenNavigation(table: Table, catalog: Catalog, supplement: Supplement): readonly Navigation[] {
	const navigation: Navigation[] = [];
	for (const row of table.oneToMany) {
		const { referencingTable, referencingColumn } = row;
		if (referencingTable === undefined || referencingColumn === undefined) continue;
		const read = (): CascadeConfiguration | undefined => cascadeOf(row, table.logicalName, catalog, supplement);
		navigation.push(new ChildrenNavigation(row, referencingTable, referencingColumn, read));
	}
	return navigation;
}

/**
 * A class, because a user has children in nearly every table: the cascade stands on the other table, which is read when
 * somebody asks.
 */
class ChildrenNavigation implements Navigation {
	readonly name: string;
	readonly relationship: string;
	readonly kind = "children";
	readonly table: string;
	readonly column: string;
	declare readonly usual?: true;
	readonly #readCascade: () => CascadeConfiguration | undefined;
	#cascade: CascadeConfiguration | undefined;
	#isRead = false;

	constructor(row: OneToMany, table: string, column: string, readCascade: () => CascadeConfiguration | undefined) {
		const { navigationProperty, navigationPropertyIsUsual } = usualNavigation(row.schemaName, row.navigationProperty);
		this.name = navigationProperty;
		this.relationship = row.schemaName;
		this.table = table;
		this.column = column;
		if (navigationPropertyIsUsual) this.usual = true;
		this.#readCascade = readCascade;
	}

	/** Nothing of it documented: undefined. */
	get cascade(): CascadeConfiguration | undefined {
		if (!this.#isRead) this.#cascade = this.#readCascade();
		this.#isRead = true;
		return this.#cascade;
	}
}

function cascadeOf(
	{ schemaName, referencingTable }: OneToMany,
	referenced: string,
	catalog: Catalog,
	{ cascades }: Supplement,
): CascadeConfiguration | undefined {
	const supplied = cascades[schemaName];
	if (supplied !== undefined || referencingTable === undefined) return supplied;
	return catalog
		.table(referencingTable)
		?.manyToOne.find((row) => row.schemaName === schemaName && row.referencedTable === referenced)?.cascade;
}

/**
 * The many-to-many collections. Where the schema leaves out the intersect table or a column in it, the usual ones stand
 * in: the relationship's schema name in lower case, and the primary id of the table on that side. A page that gives
 * both sides the same column cannot mean it.
 */
export function manyToManyNavigation(
	table: Table,
	catalog: Catalog,
	{ intersects }: Supplement,
): readonly Navigation[] {
	return table.manyToMany.flatMap((row) => {
		const other = row.otherTable === undefined ? undefined : catalog.table(row.otherTable);
		if (other?.primaryIdColumn === undefined || table.primaryIdColumn === undefined) return [];
		const counterpart = otherSide(row, table, other);
		const intersect = row.intersectTable ?? counterpart?.intersectTable;
		const supplied = intersects[row.schemaName] ?? {};
		const column = supplied[table.logicalName] ?? row.intersectColumn ?? table.primaryIdColumn;
		const otherColumn = supplied[other.logicalName] ?? counterpart?.intersectColumn ?? other.primaryIdColumn;
		const isOneColumn = column === otherColumn;
		return [
			{
				name: row.navigationProperty ?? row.schemaName,
				relationship: row.schemaName,
				kind: "manyToMany",
				table: other.logicalName,
				column: isOneColumn ? table.primaryIdColumn : column,
				intersect: {
					table: intersect ?? row.schemaName.toLowerCase(),
					otherColumn: isOneColumn ? other.primaryIdColumn : otherColumn,
				},
				...((row.navigationProperty === undefined || intersect === undefined) && { usual: true }),
			} satisfies Navigation,
		];
	});
}

const otherSide = ({ schemaName }: ManyToMany, table: Table, other: Table): ManyToMany | undefined =>
	other.manyToMany.find((row) => row.schemaName === schemaName && row.otherTable === table.logicalName);
