import { keyNotDefined as keyNotDefinedText } from "../../words/sandboxValues.ts";
import { Refusal } from "../service/refusal.ts";

/**
 * The sentence is that of https://learn.microsoft.com/power-apps/developer/data-platform/use-alternate-key-reference-record,
 * the code that of EntityKeyNotDefined among the error codes.
 */
export function keyNotDefined(table: string): Refusal {
	return new Refusal(400, "0x80060890", keyNotDefinedText(table));
}
