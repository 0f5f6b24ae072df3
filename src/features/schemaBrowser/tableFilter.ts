/** Which tables the Schema view lists. Every part that is set must hold. */
import type { TableSummary } from "../../core/schema/catalog.ts";
import { layerProduct } from "../../core/schema/layerProduct.ts";
import type { Layer, LayerId, Ownership, TableType } from "../../core/schema/model.ts";
import { filterWords } from "../../words/tableFilter.ts";
import type { Message } from "../../words/message.ts";

export interface TableFilter {
	/** Part of any of the table's names, in any case. */
	readonly text?: string;
	readonly layer?: LayerId;
	readonly tableType?: TableType;
	readonly ownership?: Ownership;
	readonly prefix?: string;
	/** Custom tables have a publisher's prefix, standard ones none. */
	readonly origin?: TableOrigin;
}

export type TableOrigin = "standard" | "custom";

export const filterVersion = 1;

/** A publisher's prefix: two to eight letters or digits before the first underscore. */
const prefixPattern = /^([a-z][a-z0-9]{1,7})_/i;

/** The prefix of a name, lower case, without its underscore; undefined where it has none. */
export function namePrefix(logicalName: string): string | undefined {
	return prefixPattern.exec(logicalName)?.[1]?.toLowerCase();
}

export function isFiltering(filter: TableFilter): boolean {
	return Object.values(filter).some((part) => part !== undefined && part !== "");
}

export function matchesFilter(table: TableSummary, filter: TableFilter): boolean {
	const { text, layer, tableType, ownership, prefix, origin } = filter;
	if (layer !== undefined && !table.layers.includes(layer)) return false;
	if (tableType !== undefined && table.tableType !== tableType) return false;
	if (ownership !== undefined && table.ownership !== ownership) return false;
	const ownPrefix = namePrefix(table.logicalName);
	if (prefix !== undefined && ownPrefix !== prefix) return false;
	if (origin !== undefined && (ownPrefix === undefined) !== (origin === "standard")) return false;
	return text === undefined || text === "" || hasText(table, text.toLowerCase());
}

function hasText({ logicalName, displayName, entitySetName, schemaName }: TableSummary, text: string): boolean {
	return [logicalName, displayName, entitySetName, schemaName].some((name) => name?.toLowerCase().includes(text));
}

/** The filter in a few words: what its parts are called, joined by the caller. */
export function filterParts(filter: TableFilter, layers: readonly Layer[]): readonly (string | Message)[] {
	const { text, layer, tableType, ownership, prefix, origin } = filter;
	const parts: (string | Message)[] = [];
	if (text !== undefined && text !== "") parts.push(text);
	if (layer !== undefined) parts.push(layerProduct(layers, layer));
	if (tableType !== undefined) parts.push(filterWords.tableTypes[tableType]);
	if (ownership !== undefined) parts.push(filterWords.ownerships[ownership]);
	if (prefix !== undefined) parts.push(`${prefix}_`);
	if (origin !== undefined) parts.push(filterWords.origins[origin]);
	return parts;
}

/** Reads a stored filter; parts of another kind are dropped. */
export function parseFilter(data: unknown): TableFilter | undefined {
	if (typeof data !== "object" || data === null) return undefined;
	const text = textOf(data, "text");
	const layer = textOf(data, "layer");
	const prefix = textOf(data, "prefix");
	const tableType = oneOf(filterWords.tableTypes, textOf(data, "tableType"));
	const ownership = oneOf(filterWords.ownerships, textOf(data, "ownership"));
	const origin = oneOf(filterWords.origins, textOf(data, "origin"));
	return {
		...(text !== undefined && { text }),
		...(layer !== undefined && { layer }),
		...(prefix !== undefined && { prefix }),
		...(tableType !== undefined && { tableType }),
		...(ownership !== undefined && { ownership }),
		...(origin !== undefined && { origin }),
	};
}

function textOf(data: object, key: keyof TableFilter): string | undefined {
	const value: unknown = Reflect.get(data, key);
	return typeof value === "string" && value !== "" ? value : undefined;
}

function oneOf<Key extends string>(names: Readonly<Record<Key, Message>>, key: string | undefined): Key | undefined {
	return key !== undefined && Object.hasOwn(names, key) ? (key as Key) : undefined;
}
