import {
	type CancellationToken,
	Location,
	Range,
	SymbolInformation,
	SymbolKind,
	type Uri,
	type WorkspaceSymbolProvider,
} from "vscode";
import type { SearchKind } from "../../core/schema/catalog.ts";
import type { SearchHit } from "../../core/schema/search/searchHit.ts";
import type { SchemaPlace } from "../../host/contributions.ts";
import { readSetting } from "../../host/settings.ts";
import { say } from "../../host/say.ts";
import { tablePageUri } from "../../host/tablePageUri.ts";
import type { OpenSearch, SchemaSearchService } from "./schemaSearchService.ts";
import { hitPlaces } from "./searchPlaces.ts";
import { searchRow } from "./searchRow.ts";

const symbolKinds: Readonly<Record<SearchKind, SymbolKind>> = {
	table: SymbolKind.Struct,
	column: SymbolKind.Field,
	choice: SymbolKind.Enum,
	option: SymbolKind.EnumMember,
	relationship: SymbolKind.Interface,
	message: SymbolKind.Method,
};

/** One letter finds too much to be of use beside the symbols of the code. */
const shortestQuery = 2;
const shownSymbols = 80;
/** A name in few tables is listed once for each; one in many leads to the first and says how many there are. */
const listedPlaces = 5;

/** The schema in Go to Symbol in Workspace. The place of a symbol is a table page, at its column. */
export class SchemaSymbols implements WorkspaceSymbolProvider {
	readonly #service: SchemaSearchService;

	constructor(service: SchemaSearchService) {
		this.#service = service;
	}

	async provideWorkspaceSymbols(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
		if (query.trim().length < shortestQuery || !readSetting("schema.workspaceSymbols")) return [];
		const open = await this.#service.open();
		if (open === undefined || token.isCancellationRequested) return [];
		const hits = open.search.find(query, { limit: shownSymbols });
		return hits.flatMap((hit) => (token.isCancellationRequested ? [] : symbolsOf(hit, open)));
	}
}

function symbolsOf(hit: SearchHit, { catalog }: OpenSearch): readonly SymbolInformation[] {
	const places = hitPlaces(hit, catalog);
	const [first] = places;
	if (first === undefined) return [];
	const { description } = searchRow(hit, { catalog, labels: "displayName", say });
	const name = hit.label === undefined ? hit.name : `${hit.name} ${hit.label.trim()}`;
	const symbol = (container: string, place: SchemaPlace) =>
		new SymbolInformation(name, symbolKinds[hit.kind], container, location(place));
	if (hit.kind === "table" || places.length > listedPlaces) return [symbol(description.slice(-2).join(" · "), first)];
	return places.map((place) => symbol(place.table, place));
}

function location({ table, column }: SchemaPlace): Location {
	const uri: Uri = tablePageUri(table, column);
	return new Location(uri, new Range(0, 0, 0, 0));
}
