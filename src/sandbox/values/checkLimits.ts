import { compareDecimals } from "../../core/schema/compareDecimals.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { KeptValue } from "./convertValue.ts";
import { dateTooEarly, numberOutOfRange, textTooLong, textWithNull, unknownOption } from "./valueRefusals.ts";

/**
 * Refuses what the column documents not to take: longer texts, numbers out of range, values that are no option, days
 * before 1753. States and statuses are checked against each other by who writes them.
 */
export function checkLimits(column: SandboxColumn, value: KeptValue): void {
	if (value instanceof Uint8Array) return;
	const text = String(value);
	switch (column.kind) {
		case "text":
			checkLength(column, text);
			break;
		case "integer":
			if (column.type === "Picklist") checkOptions(column, text);
			else checkRange(column, text);
			break;
		case "choices":
			checkOptions(column, text);
			break;
		case "long":
		case "decimal":
		case "double":
			checkRange(column, text);
			break;
		case "date":
		case "dateTime":
			checkMoment(text);
			break;
		case "any":
		case "binary":
		case "boolean":
		case "guid":
			break;
	}
}

/**
 * Lengths are counted as .NET does: in UTF-16 units. A text with U+0000 in it would come back from SQLite cut off there
 * (with the older Node), and is no character of XML, which the service is made of.
 */
function checkLength(column: SandboxColumn, text: string): void {
	if (text.includes("\0")) throw textWithNull(column);
	const { maxLength } = column.column;
	if (maxLength !== undefined && text.length > maxLength) throw textTooLong(column, maxLength);
}

function checkRange(column: SandboxColumn, text: string): void {
	const { minValue, maxValue } = column.column;
	const below = typeof minValue === "string" && (compareDecimals(text, minValue) ?? 0) < 0;
	const above = typeof maxValue === "string" && (compareDecimals(text, maxValue) ?? 0) > 0;
	if (below || above) throw numberOutOfRange(column, text, { min: minValue ?? "", max: maxValue ?? "" });
}

/** Of some choices no option is documented: then every number is one. */
function checkOptions(column: SandboxColumn, text: string): void {
	const options = column.column.choice?.options ?? [];
	if (options.length === 0 || text === "") return;
	const known = new Set(options.map(({ value }) => value));
	if (text.split(",").every((number) => known.has(Number(number)))) return;
	const accepted = [...known].sort((left, right) => left - right);
	throw unknownOption(column, text, accepted.join(","));
}

const firstMoment = "1753-01-01";

function checkMoment(text: string): void {
	if (text >= firstMoment) return;
	const [year, month, day] = text.slice(0, 10).split("-");
	throw dateTooEarly(`${month}/${day}/${year} ${text.slice(11, 19) || "00:00:00"}`);
}
