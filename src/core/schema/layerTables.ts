import { canonicalJson } from "../base/canonicalJson.ts";
import type {
	Choice,
	Column,
	Layered,
	LookupTarget,
	ManyToMany,
	ManyToOne,
	OneToMany,
	Option,
	Table,
} from "./model.ts";

/**
 * What two sources say about one table. Facts of `above` win and remember their layer; nothing of `below` is dropped:
 * columns, options, targets, relationships, keys and messages are united, those of `below` first.
 */
export function layerTables(below: Table, above: Table): Table {
	const keys = uniteOptional(below.keys, above.keys, nameOf);
	const messages = uniteOptional(below.messages, above.messages, nameOf);
	const events = uniteOptional(below.events, above.events, nameOf);
	return {
		...layerFacts(below, above),
		layers: [...new Set([...below.layers, ...above.layers])],
		columns: unite(below.columns, above.columns, ({ logicalName }) => logicalName, layerColumns),
		...(keys !== undefined && { keys }),
		manyToOne: unite(below.manyToOne, above.manyToOne, lookupKey, layerFacts),
		oneToMany: unite(below.oneToMany, above.oneToMany, collectionKey, layerFacts),
		manyToMany: unite(below.manyToMany, above.manyToMany, otherKey, layerFacts),
		...(messages !== undefined && { messages }),
		...(events !== undefined && { events }),
	};
}

/** The options of one column from two sources: facts of `above` win, options that only one of them has stay. */
export function layerOptions(below: readonly Option[], above: readonly Option[]): readonly Option[] {
	return unite(
		below,
		above,
		({ value }) => String(value),
		(under, over) => ({ ...under, ...over }),
	);
}

const nameOf = ({ name }: { readonly name: string }): string => name;
const lookupKey = (row: ManyToOne): string => `${row.schemaName}\n${row.referencedTable ?? ""}`;
const collectionKey = (row: OneToMany): string => `${row.schemaName}\n${row.referencingTable ?? ""}`;
const otherKey = (row: ManyToMany): string => `${row.schemaName}\n${row.otherTable ?? ""}`;

function layerColumns(below: Column, above: Column): Column {
	const { choice, targets } = below;
	return {
		...layerFacts(below, above),
		...(choice && above.choice && { choice: layerChoices(choice, above.choice) }),
		...(targets && above.targets && { targets: unite<LookupTarget>(targets, above.targets, ({ table }) => table) }),
	};
}

const layerChoices = (below: Choice, above: Choice): Choice => ({
	...below,
	...above,
	options: layerOptions(below.options, above.options),
});

/** Facts that are single values, and those in parts (cascade, menu). An item stays the layer's that introduced it. */
function layerFacts<Item extends Layered>(below: Item, above: Item): Item {
	const layered = Object.fromEntries<unknown>(Object.entries(below));
	const changed: Record<string, string> = { ...below.factLayers };
	for (const [key, value] of Object.entries(above) as [string, unknown][]) {
		if (key === "layer" || key === "factLayers") continue;
		const fact = layerFact(layered[key], value);
		if (!Array.isArray(value) && factText(layered[key]) !== factText(fact)) {
			changed[key] = above.factLayers?.[key] ?? above.layer;
		}
		layered[key] = fact;
	}
	if (Object.keys(changed).length > 0) layered.factLayers = changed;
	return layered as unknown as Item;
}

/** The fact of `above`; where both have parts, those of `below` that `above` does not give stay. */
export function layerFact(below: unknown, above: unknown): unknown {
	return hasParts(below) && hasParts(above) ? { ...below, ...above } : above;
}

const hasParts = (fact: unknown): fact is object => typeof fact === "object" && fact !== null && !Array.isArray(fact);

/** A fact as text to compare. The options of a choice have layers of their own and do not count. */
const factText = (fact: unknown): string | undefined =>
	fact === undefined ? undefined : canonicalJson(hasParts(fact) ? { ...fact, options: undefined } : fact);

function unite<Item>(
	below: readonly Item[],
	above: readonly Item[],
	keyOf: (item: Item) => string,
	merge: (below: Item, above: Item) => Item = (_, over) => over,
): readonly Item[] {
	const united = new Map(below.map((item) => [keyOf(item), item]));
	for (const item of above) {
		const under = united.get(keyOf(item));
		united.set(keyOf(item), under === undefined ? item : merge(under, item));
	}
	return [...united.values()];
}

function uniteOptional<Item>(
	below: readonly Item[] | undefined,
	above: readonly Item[] | undefined,
	keyOf: (item: Item) => string,
): readonly Item[] | undefined {
	return below === undefined ? above : unite(below, above ?? [], keyOf);
}
