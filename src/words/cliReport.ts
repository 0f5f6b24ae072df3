/** What `dvw schema` reports beside data. */
import { count, counted } from "./count.ts";
import { type Message, message } from "./message.ts";
import { treeWords } from "./schemaTree.ts";
import { factWords } from "./tablePage.ts";

function orMeant(sentence: string, values: Message["values"], meant: readonly string[]): Message {
	if (meant.length === 0) return message(sentence, values);
	return message(`${sentence} Did you mean {meant}?`, { ...values, meant: meant.join(", ") });
}

export function tableNotFound(table: string, meant: readonly string[]): Message {
	return orMeant("There is no table “{table}”.", { table }, meant);
}

/** Somebody typed a column where a table is asked for. */
export function columnInsteadOfTable(column: string, tables: number, example: string): Message {
	return counted(
		tables,
		"“{column}” is no table but a column of {example}. Try: dvw schema show {example}.{column}",
		"“{column}” is no table but a column of {count} tables. Try: dvw schema show {example}.{column}",
		{ column, example },
	);
}

export function columnNotFound(table: string, column: string, meant: readonly string[]): Message {
	return orMeant("{table} has no column “{column}”.", { table, column }, meant);
}

export function nothingFound(text: string): Message {
	return message("Nothing matches “{text}”.", { text });
}

/** After a list that was cut. */
export function moreHits(limit: number): Message {
	return counted(
		limit,
		"Only the first hit is shown; --limit shows more.",
		"Only the first {count} hits are shown; --limit shows more.",
	);
}

/** In how many tables or columns a hit stands. */
export function inPlaces(places: number): Message {
	return counted(places, "1 place", "{count} places");
}

export function alsoInTables(tables: number): Message {
	return counted(tables, "1 other table has a column of this name", "{count} other tables have a column of this name");
}

/** Stands behind a name that is usual and not documented. */
export const usualMark = message("(usual name)");

/** Labels of the counts, in the order in which they are printed. */
export const countWords = {
	pages: message("Pages"),
	tables: treeWords.tables,
	columns: treeWords.columns,
	typedColumns: message("  with a documented type"),
	namedColumns: message("  with a documented display name"),
	choiceColumns: message("  with options"),
	options: treeWords.options,
	labelledOptions: message("  with a documented label"),
	manyToOne: message("Many-to-one relationships"),
	oneToMany: message("One-to-many relationships"),
	manyToMany: message("Many-to-many relationships"),
	tablesWithMessages: message("Tables with documented messages"),
	messages: treeWords.messages,
	events: message("Events"),
} as const satisfies Readonly<Record<string, Message>>;

export const compileWords = {
	problems: message("Problems"),
} as const satisfies Readonly<Record<string, Message>>;

export function pageUnreadable(path: string, reason: string): Message {
	return message("{path} cannot be read ({reason}).", { path, reason });
}

export function noPages(folder: string): Message {
	return message("There are no pages (.md) in {folder}.", { folder });
}

export function notWritten(lost: number): Message {
	return counted(
		lost,
		"Nothing was written: 1 page is not in the schema. With --lenient the bundle is written without it.",
		"Nothing was written: {count} pages are not in the schema. With --lenient the bundle is written without them.",
	);
}

export function written(file: string, bytes: number): Message {
	return message("{file} written, {bytes} bytes.", { file, bytes: count(bytes) });
}

export const statsWords = {
	layers: factWords.layers,
	columnTypes: message("Columns by type"),
} as const satisfies Readonly<Record<string, Message>>;

/** A layer and how many tables it says something about. */
export function layerTables(product: string, tables: number): Message {
	return counted(tables, "{product}: 1 table", "{product}: {count} tables", { product });
}
