import type { TableType } from "../core/schema/model.ts";
import { type Message, message } from "./message.ts";

/** What kind of table it is, under a label that says so. */
export const tableTypeWords: Readonly<Record<TableType, Message>> = {
	Standard: message("standard"),
	Virtual: message("virtual"),
	Elastic: message("elastic"),
};

/** The same for a whole list, where no label stands before it. */
export const tablesOfTypeWords: Readonly<Record<TableType, Message>> = {
	Standard: message("standard tables"),
	Virtual: message("virtual tables"),
	Elastic: message("elastic tables"),
};

/** The same for one table; what is not said, or standard, is a table like any other. */
export function kindOfTable(type: TableType | undefined): Message {
	return message(type === "Virtual" ? "virtual table" : type === "Elastic" ? "elastic table" : "table");
}
