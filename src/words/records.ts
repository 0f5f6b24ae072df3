/** What is said of edits of records: why a text is no value, why a cell cannot be edited, what a change is. */
import type { Option } from "../core/schema/model.ts";
import type { ReadOnlyReason, ValueProblem } from "../core/records/valueProblem.ts";
import { count } from "./count.ts";
import { type Message, message } from "./message.ts";

const readOnlyWords: Readonly<Record<ReadOnlyReason, Message>> = {
	notWritable: message("This column is read-only: the service does not take values for it."),
	primaryId: message("A record keeps its id for life."),
	noId: message("Which column holds the ids of this table is not documented, so its records can only be looked at."),
	calculated: message("This column is calculated from others."),
	rollup: message("This column is summed up by the service."),
	state: message("The status follows from the status reason: edit that one."),
	lookup: message("Lookups cannot be edited here yet."),
	otherKind: message("Values of this kind cannot be edited in a cell."),
};

export function readOnlyMessage(reason: ReadOnlyReason): Message {
	return readOnlyWords[reason];
}

/** What is wrong with a typed text, and what would be right. */
export function valueProblemMessage(problem: ValueProblem): Message {
	switch (problem.code) {
		case "readOnly":
			return readOnlyMessage(problem.reason);
		case "required":
			return message("This column may not be empty.");
		case "tooLong":
			return message("The text has {length} characters; the column takes {max}.", {
				length: count(problem.length),
				max: count(problem.max),
			});
		case "nullCharacter":
			return message("The text has a null character in it, which no column takes.");
		case "notNumber":
			return message("This is no number. Write it like 72000 or 72000.50.");
		case "ambiguousComma":
			return message(
				"{text} could be a thousand and more, or a decimal. Write it without the comma, or with a point.",
				{
					text: problem.text,
				},
			);
		case "notWhole":
			return message("The column takes whole numbers only.");
		case "tooManyDecimals":
			return problem.places === 1
				? message("The column keeps 1 decimal place.")
				: message("The column keeps {places} decimal places.", { places: problem.places });
		case "outOfRange":
			return rangeMessage(problem);
		case "notYesNo":
			return message("Write yes or no.");
		case "notDate":
			return message("Write the date like 2026-03-15.");
		case "notDateTime":
			return message("Write date and time in UTC, like 2026-03-15 10:30.");
		case "tooEarly":
			return message("The service keeps no dates before 1753.");
		case "unknownOption":
			return message("{text} is none of the options, neither a label nor a value.", { text: problem.text });
		case "ambiguousOption":
			return message("Several options are called {text}: write one of the values {values}.", {
				text: problem.text,
				values: valuesOf(problem.options),
			});
		case "notGuid":
			return message("Write an id like 00000000-0000-0000-0000-000000000000.");
	}
}

function rangeMessage({ min, max }: { readonly min?: string; readonly max?: string }): Message {
	if (min === undefined) return message("The column takes numbers up to {max}.", { max: max ?? "" });
	if (max === undefined) return message("The column takes numbers from {min}.", { min });
	return message("The column takes numbers from {min} to {max}.", { min, max });
}

function valuesOf(options: readonly Option[]): string {
	return options.map(({ value }) => value).join(", ");
}

/** One edited cell: "Revenue €60,000.00 → €72,000.00". */
export function cellChange(column: string, before: string, after: string): Message {
	return message("{column} {before} → {after}", { column, before, after });
}

/** "Fabrikam: Revenue €60,000.00 → €72,000.00" */
export function recordChangeWords(record: string, cell: string): Message {
	return message("{record}: {cell}", { record, cell });
}

/** "3 changes staged in 2 rows" */
export function stagedWords(changes: number, rows: number): Message {
	if (changes === 1) return message("1 change staged in 1 row");
	const values = { changes: count(changes), rows: count(rows) };
	return rows === 1
		? message("{changes} changes staged in 1 row", values)
		: message("{changes} changes staged in {rows} rows", values);
}

/** Of an environment's lock. */
export function unlockedUntil(time: string): Message {
	return message("unlocked until {time}", { time });
}

/** What undoing it is called in the menu. */
export function editLabel(column: string): Message {
	return message("Edit {column}", { column });
}

export const discardLabel = message("Discard Changes");
