/** What each part of the filter can be, with how many tables it leaves. */
import type { TableSummary } from "../../core/schema/catalog.ts";
import { filterWords } from "../../words/tableFilter.ts";
import type { Message } from "../../words/message.ts";
import { sortedBy } from "./naming.ts";
import type { TreeCatalog } from "./schemaView.ts";
import { matchesFilter, namePrefix, type TableFilter } from "./tableFilter.ts";

/** The parts that are chosen from a list; the text is typed. */
export type ListedPart = Exclude<keyof TableFilter, "text">;

export const listedParts: readonly ListedPart[] = ["layer", "tableType", "ownership", "prefix", "origin"];

export interface FilterChoice {
	readonly label: string | Message;
	/** The whole filter with this choice in it. */
	readonly filter: TableFilter;
	/** Tables that remain with it. */
	readonly count: number;
}

/** All choices of one part that leave a table, the other parts kept; the most frequent prefix first. */
export function filterChoices(
	part: ListedPart,
	filter: TableFilter,
	catalog: Pick<TreeCatalog, "tables" | "layers">,
): readonly FilterChoice[] {
	const tables = catalog.tables();
	const choices = valuesOf(part, catalog).map(({ label, value }) => {
		const next: TableFilter = { ...filter, [part]: value };
		return { label, filter: next, count: tables.filter((table) => matchesFilter(table, next)).length };
	});
	const left = choices.filter(({ count }) => count > 0);
	return part === "prefix" ? left.sort((a, b) => b.count - a.count) : left;
}

/** The filter without one part. */
export function withoutPart(filter: TableFilter, part: keyof TableFilter): TableFilter {
	return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== part));
}

interface PartValue {
	readonly label: string | Message;
	readonly value: string;
}

function valuesOf(part: ListedPart, { tables, layers }: Pick<TreeCatalog, "tables" | "layers">): readonly PartValue[] {
	switch (part) {
		case "layer":
			return layers.map(({ id, product }) => ({ label: product, value: id }));
		case "tableType":
			return named(filterWords.tableTypes);
		case "ownership":
			return named(filterWords.ownerships);
		case "origin":
			return named(filterWords.origins);
		case "prefix":
			return prefixesOf(tables()).map((prefix) => ({ label: `${prefix}_`, value: prefix }));
	}
}

function named(names: Readonly<Record<string, Message>>): readonly PartValue[] {
	return Object.entries(names).map(([value, label]) => ({ label, value }));
}

function prefixesOf(tables: readonly TableSummary[]): readonly string[] {
	const prefixes = new Set(tables.flatMap(({ logicalName }) => namePrefix(logicalName) ?? []));
	return sortedBy([...prefixes], (prefix) => prefix);
}
