import type { Relationship, RelationshipSide } from "../catalog.ts";
import { compareRelationships } from "../joinRelationships.ts";
import { layerFact, layerOptions } from "../layerTables.ts";
import { type ChoiceUse, ChoiceUses, type ChoiceUsesData, packChoiceUses } from "./choiceUses.ts";
import { type NameInTable, NameList, type NameListData, nameListOf } from "./nameList.ts";
import { RelationshipRows, type RelationshipRowsData, relationshipRowsOf } from "./relationshipRows.ts";

/** One part of the names of one source, and where its tables stand in the list of all tables. */
export interface PlacedNames<Data> {
	readonly data: Data;
	readonly places: readonly number[];
}

/** A name in a table has one label: that of `above` where it gives one. */
export function layerNameLists(below: PlacedNames<NameListData>, above: PlacedNames<NameListData>): NameListData {
	const found = new Map<string, NameInTable>();
	for (const item of [...namesIn(below), ...namesIn(above)]) {
		const key = `${item.table}\n${item.name}`;
		if (item.label !== null || !found.has(key)) found.set(key, item);
	}
	return nameListOf([...found.values()].sort((a, b) => a.table - b.table));
}

function namesIn({ data, places }: PlacedNames<NameListData>): NameInTable[] {
	const list = new NameList(data);
	return list.names.flatMap((name, index) =>
		list.tablesAt(index).map((table) => ({ name, label: list.labels[index] ?? null, table: places[table] ?? 0 })),
	);
}

export function layerChoiceUses(
	below: PlacedNames<ChoiceUsesData>,
	above: PlacedNames<ChoiceUsesData>,
): ChoiceUsesData {
	const found = new Map<string, ChoiceUse>();
	for (const { data, places } of [below, above]) {
		const uses = new ChoiceUses(data);
		for (let index = 0; index < uses.count; index += 1) {
			const over = uses.use(index);
			const table = places[over.table] ?? 0;
			const key = `${table}\n${over.column}`;
			const under = found.get(key);
			found.set(key, {
				...over,
				table,
				name: over.name ?? under?.name ?? null,
				boolean: over.boolean || under?.boolean === true,
				options: under === undefined ? over.options : layerOptions(under.options, over.options),
			});
		}
	}
	return packChoiceUses([...found.values()]);
}

/** The same relationship in both sources (name and both tables) becomes one; facts of `above` win. */
export function layerRelationships(below: RelationshipRowsData, above: RelationshipRowsData): RelationshipRowsData {
	const found = new Map<string, Relationship>();
	for (const data of [below, above]) {
		const rows = new RelationshipRows(data);
		rows.schemaNames.forEach((_, index) => {
			const row = rows.at(index);
			const over = { ...row, from: documented(row.from), to: documented(row.to) };
			const key = `${over.schemaName}\n${over.from.table ?? ""}\n${over.to.table ?? ""}`;
			const under = found.get(key);
			found.set(key, under === undefined ? over : layerRelationship(under, over));
		});
	}
	return relationshipRowsOf([...found.values()].sort(compareRelationships));
}

function layerRelationship(below: Relationship, above: Relationship): Relationship {
	const { layer: _layer, ...facts } = above;
	const layered: Record<string, unknown> = { ...below };
	for (const [key, fact] of Object.entries(facts)) layered[key] = layerFact(layered[key], fact);
	return layered as unknown as Relationship;
}

/** Without a usual name, which must not win over a documented one; whoever reads the rows adds it again. */
function documented({ navigationPropertyIsUsual, navigationProperty, ...side }: RelationshipSide): RelationshipSide {
	return navigationProperty === undefined || navigationPropertyIsUsual ? side : { ...side, navigationProperty };
}
