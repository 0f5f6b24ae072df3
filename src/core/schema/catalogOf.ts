import { compareCodeUnits } from "../base/compareCodeUnits.ts";
import type { Catalog, SearchSource } from "./catalog.ts";
import type { CatalogSource } from "./catalogSource.ts";
import { ChoiceIndex } from "./names/choiceIndex.ts";
import { ChoiceUses } from "./names/choiceUses.ts";
import { NameList } from "./names/nameList.ts";
import { RelationshipRows } from "./names/relationshipRows.ts";
import { searchEntriesOf } from "./names/searchEntries.ts";
import { TableFinder } from "./names/tableFinder.ts";

/** The catalog over a source. Each index is made when the first question needs it, and kept. */
export function catalogOf(source: CatalogSource): Catalog {
	const tableName = (number: number): string => source.summaries()[number]?.logicalName ?? "";
	const finder = once(() => new TableFinder(source.summaries()));
	const columns = once(() => new NameList(source.names("columns")));
	const choiceUses = once(() => new ChoiceUses(source.names("choices")));
	const choices = once(() => new ChoiceIndex(choiceUses(), tableName));
	const relationships = once(() => new RelationshipRows(source.names("relationships")));
	const search = once<SearchSource>(() =>
		searchEntriesOf({
			summaries: source.summaries(),
			columns: columns(),
			choices: choices().summaries(),
			choiceUses: choiceUses(),
			relationships: relationships(),
			messages: new NameList(source.names("messages")),
		}),
	);
	return {
		layers: source.layers,
		tables: () => source.summaries(),
		summary: (name) => finder().byLogicalName(name),
		findTable: (name) => finder().byAnyName(name),
		tableByEntitySet: (name) => finder().byEntitySet(name),
		table: (name) => source.table(name),
		column: (table, name) => {
			const all = source.table(table)?.columns;
			return all?.find(({ logicalName }) => logicalName === name) ?? all?.find(({ schemaName }) => schemaName === name);
		},
		tablesWithColumn: (name) => columns().tablesOf(name).map(tableName),
		choices: () => choices().summaries(),
		choice: (name) => choices().choice(name),
		optionsByValue: (value) => choices().optionsByValue(value),
		optionsByLabel: (label) => choices().optionsByLabel(label),
		relationships: (name) => {
			const [from, to] = relationships().range(name);
			return Array.from({ length: to - from }, (_, offset) => relationships().at(from + offset));
		},
		relationshipsByNavigationProperty: (table, name) => {
			const sides = relationships().sidesWithNavigationProperty(name);
			const rows = new Set(sides.filter((side) => side.table === table).map(({ row }) => row));
			return Array.from(rows, (row) => relationships().at(row));
		},
		tablesWithNavigationProperty: (name) => {
			const sides = relationships().sidesWithNavigationProperty(name);
			return [...new Set(sides.map(({ table }) => table))].sort(compareCodeUnits);
		},
		entries: () => search().entries(),
		places: (entry) => search().places(entry),
	};
}

/** Makes a thing at its first use and keeps it. */
function once<Value extends object>(make: () => Value): () => Value {
	let value: Value | undefined;
	return () => (value ??= make());
}
