import type { SearchEntry, SearchKind } from "../catalog.ts";

/** Kinds in the order in which equally good hits are shown. */
export const searchKinds: readonly SearchKind[] = ["table", "column", "choice", "option", "relationship", "message"];

/**
 * The order of entries that does not depend on what is typed, best first: by kind, names without a publisher's prefix
 * before others, names with many places before rare ones, short before long; then as the source has them. Scanning in
 * this order means that of equally good matches the first ones found are the ones to show.
 */
export function staticOrder(entries: readonly SearchEntry[]): Uint32Array {
	const prefixes = publisherPrefixes(entries);
	const keys = new Float64Array(entries.length);
	for (const [index, entry] of entries.entries()) {
		const kind = searchKinds.indexOf(entry.kind);
		const deep = prefixes.has(prefixOf(entry.name)) ? 1 : 0;
		const rare = 31 - Math.min(31, Math.floor(Math.log2(Math.max(1, entry.placeCount))));
		const length = Math.min(255, entry.name.length);
		keys[index] = (((kind * 2 + deep) * 32 + rare) * 256 + length) * mostEntries + index;
	}
	keys.sort();
	return Uint32Array.from(keys, (key) => key % mostEntries);
}

/** 2^30 entries, and the key stays below 2^53. */
const mostEntries = 2 ** 30;

/** What stands before the first "_" of table names and is not a table itself: "msdyn", "adx". */
function publisherPrefixes(entries: readonly SearchEntry[]): ReadonlySet<string> {
	const tables = new Set(entries.filter(({ kind }) => kind === "table").map(({ name }) => name));
	const prefixes = new Set([...tables].map(prefixOf));
	prefixes.delete("");
	for (const table of tables) prefixes.delete(table);
	return prefixes;
}

function prefixOf(name: string): string {
	const end = name.indexOf("_");
	return end > 0 ? name.slice(0, end) : "";
}
