/** What the Schema view says beside the names of the schema. */
import { count, counted } from "./count.ts";
import { type Message, message } from "./message.ts";

export const treeWords = {
	favourites: message("Favourites"),
	tables: message("Tables"),
	globalChoices: message("Global choices"),
	columns: message("Columns"),
	choices: message("Choices"),
	keys: message("Keys"),
	relationships: message("Relationships"),
	manyToOne: message("Many-to-one"),
	oneToMany: message("One-to-many"),
	manyToMany: message("Many-to-many"),
	messages: message("Messages"),
	options: message("Options"),
	usedBy: message("Used by"),
	targets: message("Points to"),
	relatedTable: message("Related table"),
	column: message("Column"),
	lookupColumn: message("Lookup column"),
	intersectTable: message("Intersect table"),
	navigationProperty: message("Navigation property"),
	navigationPropertyBack: message("Navigation property of the related table"),
	relationshipName: message("Relationship"),
	notDocumented: message("not documented"),
	labelNotDocumented: message("label not documented"),
	otherTableUnknown: message("related table not documented"),
	noPrefix: message("No prefix"),
	usualName: message("usual name, not documented"),
	required: message("required"),
	systemRequired: message("required by the system"),
	recommended: message("recommended"),
	readOnly: message("read-only"),
	primaryId: message("primary id"),
	primaryName: message("primary name"),
	event: message("event"),
	noFavourites: message("Nothing here yet"),
	noFavouritesHint: message("use the star beside a table, column or choice"),
	noTableMatches: message("No table matches the filter"),
	clearFilter: message("Clear filter"),
} as const satisfies Readonly<Record<string, Message>>;

/** "1,348". */
export function countWords(number: number): Message {
	return message("{count}", { count: count(number) });
}

/** "1,348 · filtered: msdyn_oc (31)". */
export function filteredCountWords(all: number, filter: string, shown: number): Message {
	return message("{all} · filtered: {filter} ({shown})", { all: count(all), filter, shown: count(shown) });
}

/** Which part of a long list: "201–400". */
export function pageWords(first: number, last: number): Message {
	return message("{first}–{last}", { first: count(first), last: count(last) });
}

/** From the first to the last name of a page. */
export function pageNameWords(first: string, last: string): Message {
	return message("{first} … {last}", { first, last });
}

export function usedByWords(uses: number): Message {
	return counted(uses, "used by 1 column", "used by {count} columns");
}

/** A lookup that may point to many tables. */
export function targetsWords(tables: number): Message {
	return counted(tables, "lookup to 1 table", "lookup to {count} tables");
}

/** Above the tree, while a filter is in force. */
export function filteredWords(filter: string, shown: number): Message {
	return counted(shown, "Filtered: {filter} · 1 table", "Filtered: {filter} · {count} tables", { filter });
}
