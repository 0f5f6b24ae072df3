import { english } from "../words/message.ts";
import { factValueWords, factWords, tablePageWords } from "../words/tablePage.ts";
import { printable } from "./printable.ts";

/** What a fact may hold: undefined is not documented, null is documented as blank. */
type FactValue = string | number | boolean | null | undefined;

/** "Label  value" as cells. */
export function factRow(name: keyof typeof factWords, value: FactValue): readonly [label: string, value: string] {
	return [english(factWords[name]), factValue(value)];
}

/** The value for people; control characters in what a page says are marked. */
export function factValue(value: FactValue): string {
	if (value === undefined) return english(tablePageWords.notDocumented);
	if (value === null || value === "") return english(tablePageWords.blank);
	if (typeof value === "boolean") return english(value ? factValueWords.yes : factValueWords.no);
	return printable(String(value));
}
