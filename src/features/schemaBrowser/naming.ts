import { compareCodeUnits } from "../../core/base/compareCodeUnits.ts";
import { displayNameOf, type Named } from "../../core/schema/displayName.ts";
import type { NameKind, SchemaView } from "./schemaView.ts";

/** The name that leads and the other one, which is absent where there is none or where both are the same. */
export interface NamePair {
	readonly lead: string;
	readonly other?: string;
}

export function namePair(named: Named, labels: NameKind): NamePair {
	const { logicalName } = named;
	const display = displayNameOf(named);
	if (display === undefined || display === logicalName) return { lead: logicalName };
	return labels === "displayName" ? { lead: display, other: logicalName } : { lead: logicalName, other: display };
}

/** Sorted by the name that the view sorts by; equal names by logical name. */
export function sortedByName<Item extends Named>(items: readonly Item[], sort: NameKind): readonly Item[] {
	return sortedBy(items, (item) => `${sortKey(namePair(item, sort).lead)}\n${item.logicalName}`);
}

/** Case does not count, nor what stands before the first letter: "(Deprecated) Stage" is looked for under D. */
export function sortKey(name: string): string {
	return name.replace(/^[^\p{L}\p{N}]+/u, "").toLowerCase();
}

/** Sorted by a key that is made once per item: thousands of items stay far below what a person notices. */
export function sortedBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
	return items
		.map((item) => ({ item, key: key(item) }))
		.sort((a, b) => compareCodeUnits(a.key, b.key))
		.map(({ item }) => item);
}

/** The leading name of a table that is known by its logical name only. */
export function tableLead(view: Pick<SchemaView, "catalog" | "labels">, logicalName: string): string {
	return namePair(view.catalog.summary(logicalName) ?? { logicalName }, view.labels).lead;
}
