/** How a hit of the search reads: its names, its kind and where it stands. */
import type { SearchKind } from "../../core/schema/catalog.ts";
import type { SearchHit } from "../../core/schema/search/searchHit.ts";
import { searchWords } from "../../words/schemaBrowser.ts";
import type { Message } from "../../words/message.ts";
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

export function searchRow(hit: SearchHit, view: SearchView): SearchRow {
	const { lead, other } = namePair({ logicalName: hit.name, displayName: hit.label ?? null }, leading(hit, view));
	const place = placeText(hit, view);
	return {
		icon: hitIcon(hit, view),
		label: lead,
		description: [...(other === undefined ? [] : [other]), view.say(searchWords.kinds[hit.kind]), ...place],
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

function placeText(hit: SearchHit, view: SearchView): readonly string[] {
	if (hit.kind === "table") return [];
	const place = hit.kind === "choice" ? undefined : onlyPlace(hit, view);
	if (place === undefined) return manyPlaces(hit, view).map(view.say);
	const table = tableLead(view, place.table);
	return [hit.kind === "option" && place.column !== undefined ? `${table}.${place.column}` : table];
}

function manyPlaces({ kind, placeCount, name }: SearchHit, { catalog }: SearchView): readonly Message[] {
	if (kind === "choice") return [searchWords.columnPlaces(catalog.choice(name)?.usedBy.length ?? 0)];
	return [kind === "option" ? searchWords.columnPlaces(placeCount) : searchWords.places(placeCount)];
}
