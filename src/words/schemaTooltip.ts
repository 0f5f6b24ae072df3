import { type Message, message } from "./message.ts";

/** Lines of the tooltips in the Schema view. */
export const tooltipWords = {
	schemaName: (name: string): Message => message("Schema name: {name}", { name }),
	entitySet: (name: string): Message => message("Entity set: {name}", { name }),
	noEntitySet: message("Entity set: not documented"),
	tableType: (type: string): Message => message("Type: {type}", { type }),
	ownership: (ownership: string): Message => message("Ownership: {ownership}", { ownership }),
	layers: (products: string): Message => message("Documented by: {products}", { products }),
	columnOf: (table: string): Message => message("Column of {table}", { table }),
	navigationProperty: (name: string): Message => message("Navigation property: {name}", { name }),
	noNavigationProperty: message("Navigation property: not documented"),
} as const;
