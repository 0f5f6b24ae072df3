/** What the filter of the Schema view says. */
import { counted } from "./count.ts";
import { type Message, message } from "./message.ts";
import { ownedByWords } from "./tableOwner.ts";
import { tablesOfTypeWords } from "./tableType.ts";

const origins: Readonly<Record<"standard" | "custom", Message>> = {
	standard: message("without a publisher's prefix"),
	custom: message("with a publisher's prefix"),
};

export const filterWords = {
	tableTypes: tablesOfTypeWords,
	ownerships: ownedByWords,
	origins,
	title: message("Filter tables"),
	chooseWhat: message("What to filter by"),
	text: message("Text in a name"),
	layer: message("Layer"),
	tableType: message("Table type"),
	ownership: message("Ownership"),
	prefix: message("Prefix"),
	origin: message("Custom or standard"),
	typeText: message("Part of a logical, display, schema or entity set name"),
	any: message("Any"),
	clear: message("Clear the whole filter"),
	done: message("Done"),
	back: message("Back"),
} as const;

export function tablesWords(number: number): Message {
	return counted(number, "1 table", "{count} tables");
}
