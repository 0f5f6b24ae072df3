/** What the commands of the Schema view and its search say. */
import { counted } from "./count.ts";
import { type Message, message } from "./message.ts";

export const browserWords = {
	nothingSelected: message("Select a table, column, choice or relationship in the Schema view first."),
	nothingToCopy: message("The schema does not document that name for the selected item."),
	showSchema: message("Show Schema View"),
	hiddenByFilter: (table: string): Message => message("The filter of the Schema view hides {table}.", { table }),
	clearAndShow: message("Clear Filter and Show"),
	unknownTable: (name: string): Message => message("The schema does not know a table named {name}.", { name }),
	searchInstead: message("Search Schema"),
	arrangeTitle: message("Sort and label"),
	labelGroup: message("Show first"),
	sortGroup: message("Sort by"),
	displayName: message("Display name"),
	logicalName: message("Logical name"),
	current: message("current"),
	newerFavourites: message(
		"Your favourites were written by a newer version of Dataverse Workbench and stay untouched. Update the extension to change them.",
	),
	noDocumentation: (table: string): Message =>
		message("The publisher has no documentation page about {table}.", { table }),
} as const;

export const searchWords = {
	title: message("Search schema"),
	placeholder: message("Name, label or value of a table, column, choice, option, relationship or message"),
	openPage: message("Open Table Page"),
	copy: message("Copy Name"),
	insert: message("Insert at Cursor"),
	reveal: message("Show in Schema View"),
	noMatch: (text: string): Message => message("Nothing in the schema matches {text}", { text }),
	noMatchHint: message("Try a part of the name, its first letters, or the label"),
	places: (places: number): Message => counted(places, "in 1 table", "in {count} tables"),
	columnPlaces: (places: number): Message => counted(places, "in 1 column", "in {count} columns"),
	choosePlace: (name: string): Message => message("{name}: choose the table", { name }),
	filterPlaces: message("Table or column name"),
	back: message("Back to the search"),
	kinds: {
		table: message("table"),
		column: message("column"),
		choice: message("choice"),
		option: message("option"),
		relationship: message("relationship"),
		message: message("message"),
	},
} as const;
