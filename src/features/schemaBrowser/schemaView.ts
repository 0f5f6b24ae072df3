import type { Catalog } from "../../core/schema/catalog.ts";
import type { Message } from "../../words/message.ts";
import type { Favourite } from "./favourite.ts";
import type { TableFilter } from "./tableFilter.ts";

/** The part of the catalog that the tree asks. */
export type TreeCatalog = Pick<
	Catalog,
	"layers" | "tables" | "summary" | "table" | "column" | "choices" | "choice" | "relationships"
>;

export type NameKind = "displayName" | "logicalName";

/** All that decides what the tree shows. */
export interface SchemaView {
	readonly catalog: TreeCatalog;
	/** Which name leads, and which one lists are sorted by. */
	readonly labels: NameKind;
	readonly sort: NameKind;
	readonly filter: TableFilter;
	readonly favourites: readonly Favourite[];
	readonly say: (message: Message) => string;
}
