import { keyNotDefined as keyNotDefinedText } from "../../words/sandboxValues.ts";
import { Refusal } from "../service/refusal.ts";

/** https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes */
export function keyNotDefined(table: string): Refusal {
	return new Refusal(400, "0x80060890", keyNotDefinedText(table));
}
