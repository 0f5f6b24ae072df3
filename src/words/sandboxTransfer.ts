/** What is wrong with a file that was to be imported. */
import { type Message, message } from "./message.ts";

/** What can be wrong with a file that should hold an exported sandbox. Rows count from 1. */
export type ImportProblem =
	| { readonly code: "notJson"; readonly offset: number }
	| { readonly code: "notAnExport" }
	| { readonly code: "newerVersion"; readonly version: number }
	| { readonly code: "unknownTable"; readonly table: string }
	| { readonly code: "tableTwice"; readonly table: string }
	| { readonly code: "unknownColumn"; readonly table: string; readonly column: string }
	| { readonly code: "noKey"; readonly table: string; readonly column: string }
	| { readonly code: "rowLength"; readonly table: string; readonly row: number; readonly expected: number }
	| { readonly code: "badValue"; readonly table: string; readonly row: number; readonly column: string }
	| { readonly code: "rowRefused"; readonly table: string; readonly row: number; readonly reason: string };

/** @param file as the person named it. */
export function importProblem(problem: ImportProblem, file: string): Message {
	return message(`${sentence(problem)} Nothing was changed.`, { ...problem, file });
}

function sentence({ code }: ImportProblem): string {
	switch (code) {
		case "notJson":
			return "{file} is not complete JSON: reading stopped at character {offset}.";
		case "notAnExport":
			return "{file} is no exported sandbox.";
		case "newerVersion":
			return "{file} was exported by a newer version of this program (its format is {version}).";
		case "unknownTable":
			return "{file} has rows of the table {table}, which the schema does not know.";
		case "tableTwice":
			return "{file} has the table {table} twice.";
		case "unknownColumn":
			return "{file} has the column {column} in the table {table}, which the schema does not know.";
		case "noKey":
			return "{file} has rows of the table {table} without the column {column}, which is their key.";
		case "rowLength":
			return "Row {row} of the table {table} in {file} is not a list of {expected} values.";
		case "badValue":
			return "Row {row} of the table {table} in {file} has a value in {column} that does not fit this column.";
		case "rowRefused":
			return "Row {row} of the table {table} in {file} cannot be stored: {reason}.";
	}
}
