import type { ExactNumber, RowValue } from "../row.ts";
import { decimalValue } from "./decimalValue.ts";

/**
 * Whether a double gives back the number that a text says. Its value counts, not how it is written: 1.0, 1e3 and 0.50 are
 * given back, and so is 9007199254740994, though it is beyond 2^53; 9007199254740993 and 1e400 are not.
 *
 * @param text of a JSON number.
 */
export function isGivenBack(text: string): boolean {
	const back = String(Number(text));
	return back === text || decimalValue(back) === decimalValue(text);
}

/** An object that holds one text, and that is a number: what parseJson makes of a number that a double would round. */
export function isExactNumber(value: RowValue): value is ExactNumber {
	if (typeof value !== "object" || value === null || !("exactNumber" in value)) return false;
	const { exactNumber } = value;
	return typeof exactNumber === "string" && Object.keys(value).length === 1 && decimalValue(exactNumber) !== undefined;
}
