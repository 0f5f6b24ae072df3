/** How a hit of the search reads: its names, its kind and where it stands. */
import type { SearchKind } from "../../core/schema/catalog.ts";
import type { SearchHit } from "../../core/schema/search/searchHit.ts";
import { searchWords } from "../../words/schemaBrowser.ts";
import type { Message } from "../../words/message.ts";
import type { SchemaPlace } from "../../host/contributions.ts";
import { columnIcon } from "./columnIcon.ts";
import { namePair, tableLead } from "./naming.ts";
import { hitPlaces } from "./searchPlaces.ts";
import type { SearchView } from "./searchView.ts";

export interface SearchRow {
	readonly icon: string;
	readonly label: string;
	/** The other name, the kind and the place. */
	readonly description: readonly string[];
}

const kindIcons: Readonly<Record<SearchKind, string>> = {
	table: "table",
	column: "symbol-field",
	choice: "symbol-enum",
	option: "symbol-enum-member",
	relationship: "arrow-swap",
	message: "symbol-method",
};

/** The most places that are written out. */
const namedPlaces = 2;

export function searchRow(hit: SearchHit, view: SearchView): SearchRow {
	const { lead, other } = namePair({ logicalName: hit.name, displayName: hit.label ?? null }, leading(hit, view));
	return {
		icon: hitIcon(hit, view),
		label: lead,
		description: [
			...(other === undefined ? [] : [other]),
			view.say(searchWords.kinds[hit.kind]),
			...placeText(hit, view),
		],
	};
}

/** An option is told by its label; everything else as the setting wants it. */
function leading({ kind }: SearchHit, { labels }: SearchView): SearchView["labels"] {
	return kind === "option" ? "displayName" : labels;
}

/** A column has the icon of its type where it stands in one table only. */
function hitIcon(hit: SearchHit, view: SearchView): string {
	const place = hit.kind === "column" ? onlyPlace(hit, view) : undefined;
	const column = place?.column === undefined ? undefined : view.catalog.column(place.table, place.column);
	return column === undefined ? kindIcons[hit.kind] : columnIcon(column.type);
}

function onlyPlace(hit: SearchHit, view: SearchView) {
	return hit.table !== undefined || hit.placeCount === 1 ? hitPlaces(hit, view.catalog)[0] : undefined;
}

/** Up to two places by name, more by their number. */
function placeText(hit: SearchHit, view: SearchView): readonly string[] {
	if (hit.kind === "table") return [];
	const places = hit.placeCount > namedPlaces && hit.table === undefined ? [] : hitPlaces(hit, view.catalog);
	if (places.length === 0 || places.length > namedPlaces) return [view.say(manyPlaces(hit, places.length))];
	return [places.map((place) => placeName(hit.kind, place, view)).join(", ")];
}

function placeName(kind: SearchKind, { table, column }: SchemaPlace, view: SearchView): string {
	const withColumn = (kind === "option" || kind === "choice") && column !== undefined;
	return withColumn ? `${tableLead(view, table)}.${column}` : tableLead(view, table);
}

function manyPlaces({ kind, placeCount }: SearchHit, places: number): Message {
	const inColumns = kind === "option" || kind === "choice";
	return inColumns ? searchWords.columnPlaces(Math.max(places, placeCount)) : searchWords.places(placeCount);
}
