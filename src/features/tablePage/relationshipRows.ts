/** The relationships of a table as rows, seen from the table. */
import type { LayerId, ManyToMany, ManyToOne, OneToMany, Table } from "../../core/schema/model.ts";
import { usualNavigation } from "../../core/schema/usualNavigation.ts";
import type { RelationshipKind, RelationshipRow, RelationshipSlice } from "../../protocol/tablePage.ts";
import { layerMark, type PageContext } from "./pageContext.ts";

/** What the three kinds have in common, in the words of a row. */
interface Facts {
	readonly name: string;
	readonly layer: LayerId;
	readonly table: string | undefined;
	readonly column: string | undefined;
	readonly navigation: string | undefined;
	readonly usual: boolean;
}

/** `count` rows from `from` on, in the order of the catalog. */
export function relationshipSlice(
	context: PageContext,
	table: Table,
	kind: RelationshipKind,
	from: number,
	count: number,
): RelationshipSlice {
	const rows = factsOf(table, kind, from, from + count).map((facts) => relationshipRow(context, table, facts));
	return { total: table[kind].length, rows };
}

function factsOf(table: Table, kind: RelationshipKind, from: number, to: number): readonly Facts[] {
	switch (kind) {
		case "manyToOne":
			return table.manyToOne.slice(from, to).map(manyToOneFacts);
		case "oneToMany":
			return table.oneToMany.slice(from, to).map(oneToManyFacts);
		case "manyToMany":
			return table.manyToMany.slice(from, to).map(manyToManyFacts);
	}
}

function manyToOneFacts({ schemaName, layer, ...side }: ManyToOne): Facts {
	const { referencedTable: table, referencingColumn: column, navigationProperty: navigation } = side;
	return { name: schemaName, layer, table, column, navigation, usual: false };
}

function oneToManyFacts({ schemaName: name, layer, ...side }: OneToMany): Facts {
	const { referencingTable: table, referencingColumn: column } = side;
	const { navigationProperty, navigationPropertyIsUsual } = usualNavigation(name, side.navigationProperty);
	return { name, layer, table, column, navigation: navigationProperty, usual: navigationPropertyIsUsual ?? false };
}

function manyToManyFacts({ schemaName, layer, ...side }: ManyToMany): Facts {
	const { otherTable: table, intersectTable: column, navigationProperty: navigation } = side;
	return { name: schemaName, layer, table, column, navigation, usual: false };
}

function relationshipRow(context: PageContext, table: Table, facts: Facts): RelationshipRow {
	const other = facts.table === undefined ? undefined : context.catalog.summary(facts.table);
	const mark = layerMark(context, facts.layer, table.layers[0]);
	return {
		name: facts.name,
		linked: other !== undefined,
		...(facts.table === undefined ? {} : { table: facts.table }),
		...(other?.displayName ? { tableDisplay: other.displayName } : {}),
		...(facts.column === undefined ? {} : { column: facts.column }),
		...(facts.navigation === undefined ? {} : { navigation: facts.navigation }),
		...(facts.usual ? { usual: true as const } : {}),
		...(mark === undefined ? {} : { layer: mark }),
	};
}
