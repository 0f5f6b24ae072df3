import { edmTypeOfColumn } from "../query/edmType.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { SqlValue } from "../storage/database.ts";
import { checkLimits } from "./checkLimits.ts";
import { convertValue, type KeptValue } from "./convertValue.ts";
import { roundTo } from "./roundTo.ts";
import { notConvertible, notPlainValue } from "./valueRefusals.ts";

/**
 * The value of a request's body as its column keeps it. Refuses what the column does not take. Whether a column may be
 * empty, and whether it may be written at all, is not asked here.
 *
 * An empty text is kept as null. Decimal and floating-point numbers are rounded to the digits of their column; amounts
 * of money are rounded by who knows their currency.
 *
 * @param value as JSON has it; a bigint for whole numbers that no number holds.
 * @param set the entity set that a creating request names; empty for an update.
 */
export function toSql(column: SandboxColumn, value: unknown, set = ""): SqlValue {
	if (value === null || value === undefined) return null;
	if (typeof value === "object" && column.type === "ManagedProperty") return JSON.stringify(value, asNumber);
	if (!isPlain(value)) throw notPlainValue(set, Array.isArray(value) ? "StartArray" : "StartObject");
	const kept = convertValue(column.kind, value);
	if (kept === undefined) throw notConvertible(set, literalText(value), edmTypeOfColumn(column.kind));
	if (kept === "") return null;
	checkLimits(column, kept);
	return rounded(column, kept);
}

/** A bigint within an object: JSON has no other way to write it. */
const asNumber = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);

type Plain = string | number | bigint | boolean;

const isPlain = (value: unknown): value is Plain =>
	typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";

/** As .NET writes the value in a sentence. */
function literalText(value: Plain): string {
	if (typeof value === "boolean") return value ? "True" : "False";
	return String(value);
}

function rounded({ type, column }: SandboxColumn, value: KeptValue): KeptValue {
	if ((type !== "Decimal" && type !== "Double") || typeof value !== "number") return value;
	return column.precision === undefined ? value : roundTo(value, column.precision);
}
