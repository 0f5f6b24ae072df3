/** What hover says beside the names of the schema. */
import { count, counted } from "./count.ts";
import { type Message, message } from "./message.ts";
import { treeWords } from "./schemaTree.ts";
import { factValueWords, factWords, tablePageWords } from "./tablePage.ts";

export const hoverWords = {
	columnOf: message("Column of"),
	optionOf: message("Option of"),
	in: message("in"),
	relationshipFrom: message("Relationship from"),
	navigationFrom: message("Navigation property of"),
	to: message("to"),
	toMany: message("to many records of"),
	and: message("and"),
	option: message("option"),
	navigationProperty: message("navigation property"),
	navigation: message("Navigation"),
	oneToMany: message("one-to-many relationship"),
	manyToMany: message("many-to-many relationship"),
	relationship: treeWords.relationshipName,
	lookup: treeWords.lookupColumn,
	intersect: treeWords.intersectTable,
	pointsTo: treeWords.targets,
	entitySet: factWords.entitySetName,
	primaryId: message("Primary id"),
	primaryName: message("Primary name"),
	noEntitySet: message("Entity set not documented"),
	noLabel: treeWords.labelNotDocumented,
	noTargets: message("targets not documented"),
	unknownTable: message("a table that is not documented"),
	differs: message("facts differ from table to table"),
	usual: treeWords.usualName,
	requiredUnknown: message("required level not documented"),
	readOnly: factValueWords.readOnly,
	openTablePage: message("Open table page"),
	search: tablePageWords.search,
	insertLabel: message("Insert label"),
} as const satisfies Readonly<Record<string, Message>>;

export const moreWords = (more: number): Message => message("… {more} more", { more: count(more) });
export const tablesWords = (tables: number): Message => counted(tables, "1 table:", "{count} tables:");
export const columnCountWords = (columns: number): Message => counted(columns, "1 column", "{count} columns");
export const relationshipCountWords = (relationships: number): Message =>
	counted(relationships, "1 relationship", "{count} relationships");
export const keyCountWords = (keys: number): Message => counted(keys, "1 key", "{count} keys");
export const rangeWords = (least: string, most: string): Message => message("{least} to {most}", { least, most });
export const fromWords = (least: string): Message => message("{least} or more", { least });
export const upToWords = (most: string): Message => message("up to {most}", { most });
export const precisionWords = (digits: number): Message => counted(digits, "1 decimal place", "{count} decimal places");
export const sizeWords = (kilobytes: number): Message => message("up to {size} KB", { size: count(kilobytes) });
export const stateWords = (state: string): Message => message("State {state}", { state });
export const lengthWords = (characters: number): Message =>
	counted(characters, "up to 1 character", "up to {count} characters");
export const sameNameWords = (relationships: number): Message =>
	message("{count} relationships of this name", { count: count(relationships) });
