import type { ExpandItem, QueryOption, SelectItem } from "../../core/odata/nodes.ts";
import { queryOptionNotSupported } from "../service/serviceRefusals.ts";
import { type DefinitionFilter, definitionFilter } from "./definitionFilter.ts";
import { definitionTypes } from "./definitionTypes.ts";
import type { FilterAliases } from "./filterOperand.ts";
import { noSuchProperty, onlyOnCollections } from "./metadataRefusals.ts";
import { navigationOf, propertyNames, propertyType, type TypeOutline } from "./metadataType.ts";

/** What a query asks of definitions of one type. */
export interface DefinitionQuery {
	/** In the order of the type; `MetadataId` is always among them. */
	readonly properties: readonly string[];
	/** As it stands in `@odata.context`: "(LogicalName,OptionSet(Options))"; empty where nothing was chosen. */
	readonly context: string;
	readonly expand: readonly ExpandedNavigation[];
	readonly filter?: DefinitionFilter;
	readonly count: boolean;
}

export interface ExpandedNavigation {
	readonly name: string;
	readonly collection: boolean;
	/** Declared type of what it leads to. */
	readonly type: TypeOutline;
	readonly query: DefinitionQuery;
}

/** Whether a place in the URL takes `$filter` and `$count`. */
export type QueryPlace = "collection" | "single";

/**
 * Reads the options of a query on definitions. Refused as the service does: everything that orders, pages or searches.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query-metadata-web-api
 */
export function definitionQuery(
	options: readonly QueryOption[],
	type: TypeOutline,
	place: QueryPlace,
	aliases: FilterAliases,
): DefinitionQuery {
	let select: readonly SelectItem[] | undefined;
	let items: readonly ExpandItem[] = [];
	let filter: DefinitionFilter | undefined;
	let count = false;
	for (const option of options) {
		switch (option.kind) {
			case "select":
				select = option.items;
				break;
			case "expand":
				items = option.items;
				break;
			case "filter":
				if (place === "single") throw onlyOnCollections();
				filter = definitionFilter(option.expression, type, aliases);
				break;
			case "count":
				if (place === "single") throw onlyOnCollections();
				count = option.value === true;
				break;
			// Labels come in one language, so `LabelLanguages` changes nothing; other names are nobody's business.
			case "alias":
			case "custom":
				break;
			default:
				throw queryOptionNotSupported(option.written);
		}
	}
	const expand = items.map((item) => expanded(item, type, aliases));
	const chosen = select?.map((item) => selected(item, type)).filter((name) => name !== undefined);
	const all = chosen?.includes("*") === true ? undefined : chosen;
	return {
		properties: propertyNames(type).filter((name) => all === undefined || name === "MetadataId" || all.includes(name)),
		context: contextOf(chosen, expand),
		expand,
		...(filter !== undefined && { filter }),
		count,
	};
}

/** A navigation property may be chosen and adds nothing: it shows where it is expanded. */
function selected({ segments }: SelectItem, type: TypeOutline): string | undefined {
	const [segment, ...more] = segments;
	if (segment?.kind === "star") return "*";
	const name = segment?.kind === "name" ? segment.name : "";
	if (navigationOf(type, name) !== undefined) return undefined;
	if (propertyType(type, name) === undefined || more.length > 0) throw noSuchProperty(pathText(segments), type);
	return name;
}

/** One navigation property with its options, which are read as those of a query on what it leads to. */
function expanded({ segments, options }: ExpandItem, type: TypeOutline, aliases: FilterAliases): ExpandedNavigation {
	const [segment, ...more] = segments;
	const name = segment?.kind === "name" ? segment.name : "";
	const navigation = more.length === 0 ? navigationOf(type, name) : undefined;
	const target = navigation && definitionTypes.get(navigation.type);
	if (navigation === undefined || target === undefined) throw noSuchProperty(pathText(segments), type);
	const { collection } = navigation;
	const query = definitionQuery(options, target, collection ? "collection" : "single", aliases);
	return { name, collection, type: target, query };
}

/** Expanded properties stand behind the chosen ones, each with its own choice in parentheses, empty ones too. */
function contextOf(select: readonly string[] | undefined, expand: readonly ExpandedNavigation[]): string {
	const parts = [...(select ?? []), ...expand.map(({ name, query }) => `${name}${query.context || "()"}`)];
	return parts.length === 0 ? "" : `(${parts.join(",")})`;
}

function pathText(segments: readonly { readonly kind: string; readonly name?: string }[]): string {
	return segments.map(({ kind, name }) => name ?? (kind === "star" ? "*" : "")).join("/");
}
